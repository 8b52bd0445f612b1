"""Asks a question of each simple kind, and reads its value from what is typed."""

from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import TypedDict, TypeVar, Unpack

from coachlog.base.texts import _, spoken
from coachlog.dates.parse import parse_day
from coachlog.guide.no_answer import is_no_answer
from coachlog.guide.question_context import AskContext, Asker, answer_or_raise
from coachlog.interview.method import Question
from coachlog.journal.session.moments import next_moment
from coachlog.terminal.echo import echo
from coachlog.terminal.prompt_commands import Command
from coachlog.terminal.prompt_editor import ask_with_editor
from coachlog.terminal.prompter import numbers_mark
from coachlog.values import parse

ONE_LINE = ("actions.helper",)
"""Fields of one line, though their question is of the kind "text", which allows several."""


Value = TypeVar("Value")


class PromptFields(TypedDict, total=False):
    """Fields of a Prompt that differ from question to question."""

    mark: str
    earlier: str
    words: Collection[str]


def ask_value(
    context: AskContext,
    read: Callable[[str], Value | None],
    default: Value | None,
    **prompt_fields: Unpack[PromptFields],
) -> Value | None:
    """Ask for one text and return what *read* makes of it; *default* where that is None.

    *read* refuses a text by raising a CoachlogError, and the text is asked for again.
    """
    value = ask_parsed(context, read, **prompt_fields)
    return default if value is None else value


def ask_parsed(
    context: AskContext, read: Callable[[str], Value], **prompt_fields: Unpack[PromptFields]
) -> Value:
    """Ask for one text until *read* accepts it, and return what *read* makes of it."""
    return read(ask_text(context, read, **prompt_fields))


def ask_text(
    context: AskContext,
    check: Callable[[str], object] | None = None,
    **prompt_fields: Unpack[PromptFields],
) -> str:
    """Ask for one text, with the help of the present question; raises CommandTyped.

    `:edit` opens the editor.
    """
    answer = ask_with_editor(context.prompter, context.prompt(check)._replace(**prompt_fields))
    context.note(answer.typed if isinstance(answer, Command) else answer)
    return answer_or_raise(answer)


def _text(context: AskContext, question: Question, earlier_answer: str | None) -> str | None:
    read = parse.line if question.fills in ONE_LINE else parse.text
    return ask_value(context, read, earlier_answer, earlier=earlier_answer or "")


def _scale(low: int) -> Asker:
    """Return the asker of a figure from *low* to 10."""

    def ask(context: AskContext, _question: Question, earlier_answer: int | None) -> int | None:
        return ask_figure(context, low, earlier_answer)

    return ask


def ask_figure(context: AskContext, low: int, earlier_answer: int | None) -> int | None:
    """Ask for a figure from *low* to 10; return the *earlier_answer* where nothing is typed."""

    def read(text: str) -> int | None:
        return None if is_no_answer(text) else parse.scale(text, low, 10)

    earlier_text = "" if earlier_answer is None else str(earlier_answer)
    return ask_value(context, read, earlier_answer, mark=f"{low}-10 ›", earlier=earlier_text)


def _yes_no(
    context: AskContext, question: Question, earlier_answer: bool | str | None
) -> bool | str | None:
    """Ask for yes or no; where no field is filled, an answer with a remark is kept as text.

    `yes, with Koen` is then returned whole instead of True.
    """

    def read(text: str) -> bool | str | None:
        answer = parse.yes_no(text)
        if answer is None or question.fills:
            return answer
        return parse.remark(text) or answer

    answer = ask_parsed(context, read, mark=_("(y/n)") + " ›")
    return earlier_answer if answer is None else answer


def ask_day(context: AskContext, earlier_answer: str | None, mark: str = "›") -> str | None:
    """Ask for a day and show it in words; return it as `YYYY-MM-DD`.

    Where nothing is typed, return the *earlier_answer*.
    """
    return ask_date(context, lambda text: parse_day(text, context.today), earlier_answer, mark)


def _moment(context: AskContext, _question: Question, earlier_answer: str | None) -> str | None:
    """Ask for a moment after this conversation; return it in ISO form, to the minute."""

    def read(text: str) -> datetime:
        return next_moment(text, context.starts_at, context.zone)

    return ask_date(context, read, earlier_answer)


def ask_date(
    context: AskContext,
    parse_date: Callable[[str], date],
    earlier_answer: str | None,
    mark: str = "›",
) -> str | None:
    """Ask for a day or a moment and show it in words; return it in ISO form, to the minute.

    Where nothing is typed, return the *earlier_answer*.
    """

    def read(text: str) -> date | None:
        return None if is_no_answer(text) else parse_date(text)

    answer = ask_value(context, read, None, mark=mark, earlier=earlier_answer or "")
    if answer is None:
        return earlier_answer
    echo(context.prompter, answer, context.interview.language)
    return answer.isoformat()[: len("2026-11-24T10:00")]


def _choice(context: AskContext, question: Question, earlier_answer: str | None) -> str | None:
    """Ask for one of the question's choices; return its key."""
    language = context.interview.language
    choices = question.choices or {}
    for number, words in enumerate(choices.values(), 1):
        context.prompter.show(f"  {number}  {spoken(words, language)}")
    keys = list(choices)
    # A choice can be typed in any language; the shown one comes first.
    names = [(spoken(words, language), *words.values()) for words in choices.values()]

    def read(text: str) -> str | None:
        index = parse.pick(text, names)
        return None if index is None else keys[index]

    if question.fills and earlier_answer in keys:
        choice = spoken(choices[str(earlier_answer)], language)
        context.prompter.show(_("Enter: {choice}").format(choice=choice), "quiet")
    return ask_value(context, read, earlier_answer, mark=numbers_mark(len(choices)))


SIMPLE: dict[str, Asker] = {
    "text": _text,
    "scale_0_10": _scale(0),
    "scale_1_10": _scale(1),
    "yes_no": _yes_no,
    "date": lambda context, _question, earlier_answer: ask_day(context, earlier_answer),
    "moment": _moment,
    "missing": _choice,
    "choice": _choice,
}
