"""How a question of each kind is asked, and what was typed becomes its value."""

import re
from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import TypedDict, TypeVar, Unpack

from coachlog.base.safe import shorten
from coachlog.base.texts import _
from coachlog.dates.parse import parse_day
from coachlog.guide.no_answer import is_no_answer
from coachlog.guide.question_context import AskContext, Asker
from coachlog.interview.method import Question, spoken
from coachlog.journal.session.moments import parse as parse_moment
from coachlog.terminal.echo import echo
from coachlog.terminal.prompt_commands import EDIT, Command
from coachlog.terminal.prompt_editor import ask_with_editor, edit_text
from coachlog.terminal.prompter import Prompt, ask_yes_no
from coachlog.values import parse

ONE_LINE = ("actions.helper",)
"""Fields that are no longer than a line, though their question is open."""


_AWAY = re.compile(
    r"(?:[-–−]\s*|[:：]?\s*(?:wis|weg|verwijder|schrap|delete|remove|supprimer|effacer|enlever)\s+)"
    r"#?(\d{1,3})",
    re.IGNORECASE,
)
"""How people ask for a line of a list to go."""


Value = TypeVar("Value")


class PromptFields(TypedDict, total=False):
    """What differs from question to question in a prompt."""

    mark: str
    earlier: str
    words: Collection[str]


def value(
    table: AskContext,
    read: Callable[[str], Value | None],
    before: Value | None,
    **changes: Unpack[PromptFields],
) -> Value | Command | None:
    """What *read*, which checks it too, makes of what is typed; *before* where that is nothing."""
    line = typed(table, read, **changes)
    if isinstance(line, Command):
        return line
    found = read(line)
    return before if found is None else found


def typed(
    table: AskContext,
    check: Callable[[str], object] | None = None,
    **changes: Unpack[PromptFields],
) -> str | Command:
    """Ask for one text, with the help of the present question; `:edit` opens the editor.

    *changes* are fields of the prompt.
    """
    prompt = Prompt(help=table.help, initial_text=table.half.take(), keep=table.keep, check=check)
    answer = ask_with_editor(table.prompter, prompt._replace(**changes))
    table.note(answer.typed if isinstance(answer, Command) else answer)
    return answer


def lines(
    table: AskContext,
    earlier: list[str],
    again: str = "",
    few: str = "",
    check: Callable[[str], object] = parse.text,
) -> list[str] | Command:
    """Texts, one at a time, until an empty one; what was given before stands already.

    `:edit` opens the whole list in the editor, one text a line. Every text is put away at once.
    *again* and *few* are said after the first of them.
    """
    gathered = list(earlier if table.part is None else table.part)
    if table.half.instead:
        gathered = []
    show_before(table, gathered)
    prompt = Prompt(initial_text=table.half.take(), help=table.help, keep=table.keep, check=check)
    while True:
        answer = table.ask(prompt._replace(mark=f"{len(gathered) + 1} ›"))
        prompt = prompt._replace(initial_text="")
        if isinstance(answer, Command) and answer.name == EDIT:
            gathered = _edited_lines(table, gathered, answer.typed)
            show_lines(table, gathered)
            table.note("\n".join(gathered), is_all=True)
        elif isinstance(answer, Command):
            return answer
        elif not answer.strip():
            return gathered
        elif place := asked_away(table, answer, gathered):
            del gathered[place - 1]
            show_lines(table, gathered)
        else:
            gathered += [text for text in str(parse.text(answer)).split("\n") if text.strip()]
            if len(gathered) == 1 and (more := " ".join(filter(None, (again, few)))):
                table.prompter.show(more, "quiet")
        table.keep_part(gathered)


def show_before(table: AskContext, gathered: list[str]) -> None:
    """What was given before of a list, unless it is to be asked for."""
    if not table.veiled:
        show_lines(table, gathered)


def show_lines(table: AskContext, gathered: list[str]) -> None:
    """What the list holds so far, by number."""
    for place, text in enumerate(gathered, 1):
        table.prompter.show(f"  {place}  {text}", "quiet")


def _edited_lines(table: AskContext, gathered: list[str], half: str) -> list[str]:
    """The list after the editor, with what stood in the line at its end."""

    def lines_in(text: str) -> list[str]:
        return [line for line in text.split("\n") if line.strip()]

    text = "\n".join([*gathered, *lines_in(half)])
    return lines_in(edit_text(table.prompter, text, lambda saved: table.keep_part(lines_in(saved))))


def asked_away(table: AskContext, typed: str, gathered: list[str]) -> int | None:
    """The place of the line that the person wants to be rid of: `-1`, `:wis 1`, asked back."""
    match = _AWAY.fullmatch(typed.strip())
    place = int(match[1]) if match else 0
    if not 1 <= place <= len(gathered):
        return None
    told = _("Remove line {n}, “{text}”?").format(n=place, text=shorten(gathered[place - 1], 40))
    return place if ask_yes_no(table.prompter, told) is True else None


def _text(table: AskContext, question: Question, earlier: str | None) -> str | Command | None:
    read = parse.line if question.fills in ONE_LINE else parse.text
    return value(table, read, earlier, earlier=earlier or "")


def _lines(
    table: AskContext, question: Question, earlier: list[str] | None
) -> list[str] | Command | None:
    found = lines(
        table,
        earlier or [],
        spoken(question.again, table.interview.language) if question.again else "",
    )
    return found if isinstance(found, Command) else found or None


def _scale(low: int) -> Asker:
    def ask_scale(
        table: AskContext, _question: Question, earlier: int | None
    ) -> int | Command | None:
        return figure(table, low, earlier)

    return ask_scale


def figure(
    table: AskContext, low: int, earlier: int | None, mark: str = ""
) -> int | Command | None:
    """A figure from *low* to 10; the earlier one when nothing is typed."""

    def read(text: str) -> int | None:
        return None if is_no_answer(text) else parse.scale(text, low, 10)

    shown = "" if earlier is None else str(earlier)
    return value(table, read, earlier, mark=mark or f"{low}-10 ›", earlier=shown)


def _yes_no(
    table: AskContext, question: Question, earlier: bool | str | None
) -> bool | str | Command | None:
    def read(text: str) -> bool | str | None:
        given = parse.yes_no(text)
        if given is None or question.fills:
            return given
        return parse.remark(text) or given  # the words of an answer are kept as they are

    return value(table, read, earlier, mark=_("(y/n)") + " ›")


def _day(table: AskContext, _question: Question, earlier: str | None) -> str | Command | None:
    return day(table, earlier)


def day(table: AskContext, earlier: str | None, mark: str = "›") -> str | Command | None:
    """A day as `YYYY-MM-DD`, shown back in words; the earlier one when nothing is typed."""
    return _when(table, lambda text: parse_day(text, table.today), earlier, mark)


def _moment(table: AskContext, _question: Question, earlier: str | None) -> str | Command | None:
    def read(text: str) -> datetime:
        return parse_moment(text, table.starts_at, table.zone, past=False)

    return _when(table, read, earlier)


def _when(
    table: AskContext, read: Callable[[str], date], earlier: str | None, mark: str = "›"
) -> str | Command | None:
    def meant(text: str) -> date | None:
        return None if is_no_answer(text) else read(text)

    found = value(table, meant, None, mark=mark, earlier=earlier or "")
    if found is None or isinstance(found, Command):
        return found or earlier
    echo(table.prompter, found, table.interview.language)
    return found.isoformat()[: len("2026-11-24T10:00")]


def _missing(table: AskContext, question: Question, earlier: str | None) -> str | Command | None:
    choices = list((question.choices or {}).items())
    for place, (_key, words) in enumerate(choices, 1):
        table.prompter.show(f"  {place}  {spoken(words, table.interview.language)}")
    names = [(spoken(words, table.interview.language), *words.values()) for _key, words in choices]

    def read(text: str) -> str | None:
        place = parse.pick(text, names)
        return None if place is None else choices[place][0]

    return value(table, read, earlier, mark=f"1-{len(choices)} ›")


SIMPLE: dict[str, Asker] = {
    "text": _text,
    "lines": _lines,
    "scale_0_10": _scale(0),
    "scale_1_10": _scale(1),
    "yes_no": _yes_no,
    "date": _day,
    "moment": _moment,
    "missing": _missing,
}
