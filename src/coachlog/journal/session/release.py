"""`session release`: hand a text to somebody else, word for word, when the coachee agreed."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from coachlog.base.errors import RefusedError, UsageError
from coachlog.base.texts import N_, _, language
from coachlog.interview.shelf import passing_on_questions
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.common.forms import question
from coachlog.journal.release import queries
from coachlog.journal.release.entry import (
    AGREED_BY,
    FILE,
    TO_WHOM,
    AgreedBy,
    HandedOver,
    InFile,
    Releasing,
    ToWhom,
    Withdraw,
    completed,
    file_question,
    perform,
)
from coachlog.journal.release.fields import holds_a_no
from coachlog.journal.release.queries import NOT_FOR_THE_FILE, Copy, ReleaseLine
from coachlog.journal.session import queries as sessions
from coachlog.journal.session.queries import AnswerLine
from coachlog.schema.release import RELEASE
from coachlog.settings import own_methods
from coachlog.terminal.context import Context
from coachlog.terminal.fields import FormField
from coachlog.terminal.output import AsJson, On
from coachlog.terminal.prompt_commands import STOP, command_word
from coachlog.terminal.prompter import Prompter
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

TEXT = question(RELEASE.field("text"))
_TAKEN = N_("Press Enter to take this text as it is.")
_REFUSED = N_(
    "There is a “no” or a “nothing” in this answer: type the exact words that may go, or {stop}."
)


def release(
    number: Annotated[
        str | None, typer.Argument(metavar="[N]", help=N_("The number of the conversation."))
    ] = None,
    text: Annotated[
        str | None,
        typer.Option(
            "--text",
            metavar="TEXT",
            help=N_(
                "The exact text; if left out, the summary, unless the person said what may be "
                "passed on."
            ),
            show_default=False,
        ),
    ] = None,
    to_whom: ToWhom = None,
    agreed_by: AgreedBy = None,
    personnel_file: InFile = None,
    withdraw: Withdraw = None,
    handed_over: HandedOver = None,
    on: On = None,
    as_json: AsJson = False,
) -> None:
    """Release a text to somebody else: a copy, with who agreed to it.

    coachlog session release 2 --to "Koen Maes" --agreed-by Amina
    """
    said = {"text": text, "to_whom": to_whom, "agreed_by": agreed_by, FILE: personnel_file}
    called = Releasing("session", number, withdraw, handed_over, on, as_json, said)
    perform(called, lambda run, session, day: _release(run, session, said, day))


def _release(run: Context, number: int, said: Mapping[str, Any], day: str) -> ReleaseLine:
    if said["text"] is not None and not parse.text(said["text"]):
        raise UsageError(
            N_("The text after --text is empty."),
            N_("Give the exact words. Without --text, the summary is released."),
        )
    with run.reader() as reader:
        line = sessions.line(reader, number)
        name = coachee_line(reader, line.coachee).name
        answers = _answers(reader, number)
        appraised = queries.appraised(reader, "session", number)
    if appraised and said[FILE]:
        raise RefusedError(*NOT_FOR_THE_FILE, name=appraised)
    if answers and not said["text"] and not run.interactive:
        raise UsageError(
            N_("{name} said what may be passed on from conversation {number}: give those words."),
            N_("Read the answer with coachlog session show {number}, and give --text."),
            name=name,
            number=number,
        )
    offered = _offered(answers) if answers else line.summary
    title = _("Conversation {n} with {name}").format(n=number, name=name)
    given = completed(
        run,
        title,
        (*_questions(answers, offered), AGREED_BY, *file_question(appraised, may=False)),
        said,
        {"text": offered} if offered else {},
        lambda prompter: _show(prompter, answers),
    )
    copy = Copy(**{FILE: said[FILE], "released_on": day, **given})
    with run.work("session release") as work:
        return queries.line(work, queries.release(work, number, copy))


def _answers(reader: "Reader", number: int) -> list[AnswerLine]:
    """What was answered in a conversation about what may be passed on, in its order."""
    asked = passing_on_questions(own_methods())
    said = (*sessions.answers(reader, number), *sessions.answers_private(reader, number))
    found = [
        each._replace(asked=each.asked or asked[each.question].ask(language()))
        for each in said
        if each.question in asked
    ]
    return sorted(found, key=lambda each: each.place)


def _offered(answers: Sequence[AnswerLine]) -> str | None:
    """The answer that Enter takes; none where one of them says what may not go."""
    return None if any(holds_a_no(each.text) for each in answers) else answers[-1].text


def _questions(answers: Sequence[AnswerLine], offered: str | None) -> tuple[FormField, FormField]:
    """The text, which Enter takes where one is offered; to whom, with what was answered."""
    told = [_quoted(each.text) for each in answers]
    text = TEXT._replace(hints=(_TAKEN,)) if offered else TEXT
    if answers and not offered:
        text = TEXT._replace(hints=(_(_REFUSED).format(stop=command_word(STOP)),))
    return text, TO_WHOM._replace(hints=told)


def _show(prompter: Prompter, answers: Sequence[AnswerLine]) -> None:
    """What was answered comes first: it is what this person wants passed on."""
    for each in answers:
        prompter.show(each.asked or "", "quiet")
        prompter.show(_quoted(each.text))


def _quoted(text: str) -> str:
    return _("“{text}”").format(text=text)
