"""A command without what it is about: a terminal asks, a pipe gets one clear line."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, _
from coachlog.completion.numbers import Numbers
from coachlog.completion.offer import FILES, Offer
from coachlog.completion.sources import source_of
from coachlog.completion.target import CompletionTarget
from coachlog.front.choice import ask, choose
from coachlog.front.phrases import verbs
from coachlog.front.positions import NUMBERS, PEOPLE, arguments, positions
from coachlog.front.records import noun_of
from coachlog.terminal.context import context, hint
from coachlog.views.today.read import ahead

if TYPE_CHECKING:
    from coachlog.journal.session.appointment.upcoming import UpcomingTalk

WHAT = {
    **dict.fromkeys(PEOPLE, N_("the name or the short name of somebody")),
    "WHICH": N_("the number of the conversation, or with whom it would be"),
    "WORDS": N_("the words to look for"),
    "LEVEL": N_("the level: -2 to 2"),
    "NEW": N_("the new name"),
    "METHOD": N_("the name of a method"),
    "TABLE": N_("the name of a table"),
    "KEY": N_("the name of a setting"),
    "VALUE": N_("the new value"),
    "NAME": N_("the name of an input"),
}
EXAMPLES = {
    "WHO": "amina",
    "COACHEE": "amina",
    "INTO": "amina-e",
    "WHICH": "amina",
    "N": "3",
    "WORDS": "planning",
    "FIGURE": "7",
    "LEVEL": "1",
    "NEW": "amina-e",
    "METHOD": "grow",
    "TABLE": "sessions",
    "KEY": "language",
    "VALUE": "nl",
    "NAME": "session",
}


def with_what_is_missing(command: str, params: Sequence[Any], args: list[str]) -> list[str]:
    """*args* with the first argument that is missing: the next appointment, or what is answered.

    Raises UsageError where nobody can be asked, StoppedError for who does not answer.
    """
    given = len(positions(params, args))
    param = arguments(params)[given]
    if command == "prep" and (handle := _next_appointment()):
        return [*args, handle]
    if not context().interactive:
        raise _complaint(command, params, param)
    value = _asked(command, param, _typed(params, args))
    many = param.nargs == -1
    return [*args, *(value.split() if many else [value])]


def _complaint(command: str, params: Sequence[Any], param: Any) -> UsageError:
    what = noun_of(command).number if param.word in NUMBERS else WHAT.get(param.word)
    told = _(what) if what else _sentence_part(param.help or "")
    needed = [each for each in arguments(params) if each.required]
    values = [EXAMPLES.get(each.word, each.word.lower()) for each in needed]
    example = " ".join(["coachlog", command, *values])
    return UsageError(
        N_("Missing: {name}, {what}."),
        N_("For example: {example}"),
        name=_word(param),
        what=told,
        example=example,
    )


def _word(param: Any) -> str:
    return str(param.metavar or param.word).strip("[].")


def _sentence_part(text: str) -> str:
    return text[:1].lower() + text[1:].rstrip(".")


def _typed(params: Sequence[Any], args: Sequence[str]) -> dict[str, str]:
    places = positions(params, args)
    names = [each.word for each in arguments(params)]
    return {name: args[place] for name, place in zip(names, places, strict=False)}


def _asked(command: str, param: Any, typed: dict[str, str]) -> str:
    noun = command.partition(" ")[0]
    source = source_of(command, "", param.word)
    if source is None:
        return ask(_question(command, param))
    offers = [
        each for each in source(CompletionTarget(command, "", "", typed, _store)) if each != FILES
    ]
    if not offers:
        with context().reader():  # which tells where the journal cannot be read
            pass
        raise UsageError(
            N_("There is nothing to choose from."),
            N_("How to use it: coachlog {command}--help"),
            command=f"{command} ",
        )
    numbered = isinstance(source, Numbers)
    listed = f"{noun} list" if "list" in verbs(noun) else "coachee list"
    return choose(_question(command, param), _shown(offers), by_value=numbered, more=hint(listed))


def _shown(offers: list[Offer]) -> list[Offer]:
    """The offers, each with what it is: a handle that is the name need not be told twice."""
    return [each._replace(about=each.told()) for each in offers]


def _question(command: str, param: Any) -> str:
    if param.word in NUMBERS:
        return _(noun_of(command).which)
    if param.word in PEOPLE:
        return _("Who?")
    what = WHAT.get(param.word)
    return param.help or (_(what) if what else _word(param))


def _next_appointment() -> str | None:
    """With whom the next conversation is; nobody where two begin at once, or none is agreed."""
    run = context()
    if not run.store.exists():
        return None
    with run.reader() as reader:
        found = ahead(reader, run.now, run.zone)
    return _soonest(found)


def _soonest(found: "Sequence[UpcomingTalk]") -> str | None:
    handles = {one.handle for one in found if one.at == found[0].at}
    return handles.pop() if len(handles) == 1 else None


def _store() -> Path:
    return context().store
