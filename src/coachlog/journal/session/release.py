"""The command `session release`: gives somebody else a text word for word, if agreed."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from coachlog.base.errors import RefusedError, UsageError
from coachlog.base.texts import N_, _, language
from coachlog.interview.method_files import passing_on_questions
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.common.forms import question
from coachlog.journal.release import queries, saving
from coachlog.journal.release.entry import (
    AGREED_BY,
    FILE,
    TO_WHOM,
    complete_values,
    file_question,
    perform,
    release_parameters,
)
from coachlog.journal.release.fields import has_refusal
from coachlog.journal.release.queries import NOT_FOR_THE_FILE, Copy, ReleaseLine
from coachlog.journal.session import content
from coachlog.journal.session import queries as sessions
from coachlog.journal.session.content import AnswerLine
from coachlog.schema.release import RELEASE
from coachlog.settings import own_methods
from coachlog.terminal.command_options import option, with_parameters
from coachlog.terminal.context import Context
from coachlog.terminal.fields import FormField
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


_TEXT_OPTION = option(
    "--text",
    N_("The exact text; if left out, the summary, unless the person said what may be passed on."),
)


@with_parameters(release_parameters(N_("The number of the conversation."), text=_TEXT_OPTION))
def release(**typed: Any) -> None:
    """Release a text to somebody else: a copy, with who agreed to it.

    coachlog session release 2 --to "Koen Maes" --agreed-by Amina
    """
    perform("session", typed, _release)


def _release(run: Context, number: int, given: Mapping[str, Any], day: str) -> ReleaseLine:
    """Save a copy of a text of conversation *number*; *given* has the values of the options."""
    if given["text"] is not None and not parse.text(given["text"]):
        raise UsageError(
            N_("The text after --text is empty."),
            N_("Give the exact words. Without --text, the summary is released."),
        )
    with run.reader() as reader:
        session = sessions.line(reader, number)
        name = coachee_line(reader, session.coachee).name
        answers = _passing_on_answers(reader, number)
        appraised_name = queries.name_if_appraised(reader, "session", number)
    if appraised_name and given[FILE]:
        raise RefusedError(*NOT_FOR_THE_FILE, name=appraised_name)
    # The summary may hold more than the person wants passed on, so a script has to give the text.
    if answers and not given["text"] and not run.interactive:
        raise UsageError(
            N_("{name} said what may be passed on from conversation {number}: give those words."),
            N_("Read the answer with coachlog session show {number}, and give --text."),
            name=name,
            number=number,
        )
    suggested_text = _suggested_text(answers) if answers else session.summary
    fields = (
        *_text_and_reader_fields(answers, suggested_text),
        AGREED_BY,
        *file_question(appraised_name, may_release=False),
    )
    values = complete_values(
        run,
        _("Conversation {n} with {name}").format(n=number, name=name),
        fields,
        given,
        {"text": suggested_text} if suggested_text else {},
        lambda prompter: _show_answers(prompter, answers),
    )
    copy = Copy(**{FILE: given[FILE], "released_on": day, **values})
    with run.work("session release") as work:
        return queries.line(work, saving.release(work, number, copy))


def _passing_on_answers(reader: "Reader", number: int) -> list[AnswerLine]:
    """Return the answers of a conversation to questions about what may be passed on, in order.

    Each has the text of its question, even if the conversation did not save it.
    """
    questions = passing_on_questions(own_methods())
    views = (content.ANSWERS, content.PRIVATE_ANSWERS)
    answers = [line for view in views for line in content.parts(reader, view, number)]
    passing_on_answers = []
    for answer in answers:
        if answer.question in questions:
            question_text = answer.asked or questions[answer.question].ask(language())
            passing_on_answers.append(answer._replace(asked=question_text))
    return sorted(passing_on_answers, key=lambda answer: answer.place)


def _suggested_text(answers: Sequence[AnswerLine]) -> str | None:
    """Return the last answer; None if any answer refuses something: it must not go as it is."""
    if any(has_refusal(answer.text) for answer in answers):
        return None
    return answers[-1].text


def _text_and_reader_fields(
    answers: Sequence[AnswerLine], suggested_text: str | None
) -> tuple[FormField, FormField]:
    """Return the fields for the text and the reader, with hints from the *answers*.

    Enter takes the *suggested_text*; where an answer refuses something, a text has to be typed.
    """
    text_field = TEXT
    if suggested_text:
        text_field = TEXT._replace(hints=(_TAKEN,))
    elif answers:
        text_field = TEXT._replace(hints=(_(_REFUSED).format(stop=command_word(STOP)),))
    quotes = [_quoted(answer.text) for answer in answers]
    return text_field, TO_WHOM._replace(hints=quotes)


def _show_answers(prompter: Prompter, answers: Sequence[AnswerLine]) -> None:
    """Show, before anything is asked, what the person wants passed on."""
    for answer in answers:
        prompter.show(answer.asked or "", "quiet")
        prompter.show(_quoted(answer.text))


def _quoted(text: str) -> str:
    return _("“{text}”").format(text=text)
