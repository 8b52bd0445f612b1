"""A command without what it is about: a terminal asks, a pipe gets one clear line."""

from collections.abc import Sequence
from typing import Any

from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, _
from coachlog.completion.numbers import Numbers
from coachlog.completion.offer import FILES
from coachlog.completion.sources import source_of
from coachlog.front.choice import ask, choose
from coachlog.front.phrases import verbs
from coachlog.front.positions import NUMBERS, PEOPLE, arguments, positions
from coachlog.front.records import noun_of, offers_of_argument
from coachlog.schema.lookup import noun_of_command
from coachlog.terminal.context import context, hint
from coachlog.views.today.read import appointments_ahead

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
    "network intervision METHOD": "incident",
}
"""By metavar, alone or after the command."""


def add_missing_argument(
    command: str, params: Sequence[Any], args: list[str], refused: Any
) -> list[str]:
    """Return *args* with the first missing argument, which is asked for at a terminal.

    Typer misses *refused*, which may be another one.
    For `prep` it is the person of the next appointment, if that is certain. Raises UsageError
    where nobody can be asked, StoppedError where the question is not answered.
    """
    place = len(positions(params, args))
    # Two words may have been taken for one name.
    param = arguments(params)[place] if place < len(arguments(params)) else refused
    if command == "prep" and (handle := _next_appointment()):
        return [*args, handle]
    if not context().interactive:
        raise _missing(command, params, param)
    answer = _ask_argument(command, param, _named_arguments(params, args))
    takes_many_words = param.nargs == -1
    return [*args, *(answer.split() if takes_many_words else [answer])]


def _missing(command: str, params: Sequence[Any], param: Any) -> UsageError:
    """Return the error for a missing argument, with an example of the whole command."""
    text = noun_of(command).number if param.word in NUMBERS else WHAT.get(param.word)
    meaning = _(text) if text else _sentence_part(param.help or "")
    required = [argument for argument in arguments(params) if argument.required]
    values = [_example_of(command, argument.word) for argument in required]
    example = " ".join(["coachlog", command, *values])
    return UsageError(
        N_("Missing: {name}, {what}."),
        N_("For example: {example}"),
        name=_word(param),
        what=meaning,
        example=example,
    )


def _example_of(command: str, word: str) -> str:
    return EXAMPLES.get(f"{command} {word}") or EXAMPLES.get(word, word.lower())


def _word(param: Any) -> str:
    return str(param.metavar or param.word).strip("[].")


def _sentence_part(text: str) -> str:
    """Return a help text as it stands within a sentence: small, without a full stop."""
    return text[:1].lower() + text[1:].rstrip(".")


def _named_arguments(params: Sequence[Any], args: Sequence[str]) -> dict[str, str]:
    """Return the arguments that were typed, by metavar."""
    names = [argument.word for argument in arguments(params)]
    indexes = positions(params, args)
    return {name: args[index] for name, index in zip(names, indexes, strict=False)}


def _ask_argument(command: str, param: Any, typed: dict[str, str]) -> str:
    """Ask for an argument, with a list to choose from where TAB would have one."""
    noun = noun_of_command(command).replace("_", " ")
    source = source_of(command, "", param.word)
    if source is None:
        return ask(_question(command, param))
    offers = [offer for offer in offers_of_argument(command, source, typed) if offer != FILES]
    if not offers and param.word == "VALUE":  # a setting that can be any text
        return ask(_question(command, param))
    if not offers:
        # TAB offers nothing of a journal that cannot be read; opening it raises what is wrong.
        with context().reader():
            pass
        raise UsageError(
            N_("There is nothing to choose from."),
            N_("How to use it: coachlog {command}--help"),
            command=f"{command} ",
        )
    numbered = isinstance(source, Numbers)
    listed = f"{noun} list" if "list" in verbs(noun) else "coachee list"
    choices = [offer._replace(about=offer.told()) for offer in offers]
    return choose(_question(command, param), choices, by_value=numbered, more=hint(listed))


def _question(command: str, param: Any) -> str:
    """Return the question for an argument, in the user's language."""
    if param.word in NUMBERS:
        return _(noun_of(command).which)
    if param.word in PEOPLE:
        return _("Who?")
    what = WHAT.get(param.word)
    return param.help or (_(what) if what else _word(param))


def _next_appointment() -> str | None:
    """Return the handle of the person whose conversation is next.

    None where none is planned, or where talks with several people begin at the same time.
    """
    run = context()
    if not run.store.exists():
        return None
    with run.reader() as reader:
        talks = appointments_ahead(reader, run.now, run.zone)
    handles = {talk.handle for talk in talks if talk.at == talks[0].at}
    return handles.pop() if len(handles) == 1 else None
