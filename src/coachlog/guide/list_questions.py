"""Asks for several texts, one per line, which can be removed or edited as a whole."""

import re
from collections.abc import Callable

from coachlog.base.safe import shorten
from coachlog.base.texts import _, spoken
from coachlog.guide.question_context import AskContext, CommandTyped
from coachlog.interview.method import Question
from coachlog.terminal.prompt_commands import EDIT, Command
from coachlog.terminal.prompt_editor import edit_text
from coachlog.terminal.prompter import ask_yes_no
from coachlog.values import parse
from coachlog.values.text import digits

_REMOVE = re.compile(
    r"(?:[-–−]\s*|[:：]?\s*(?:wis|weg|verwijder|schrap|delete|remove|supprimer|effacer|enlever)\s+)"
    r"#?(\d{1,3})",
    re.IGNORECASE,
)
"""How people ask to remove a line of a list: `-2`, `delete 2`, `:wis #2`."""


def ask_list(
    context: AskContext, question: Question, earlier_answer: list[str] | None
) -> list[str] | None:
    """Ask for several texts; None where there are none."""
    asks_again = spoken(question.again, context.interview.language) if question.again else ""
    answer = ask_lines(context, earlier_answer or [], asks_again)
    return answer or None  # an empty list is no answer


def ask_lines(
    context: AskContext,
    earlier_lines: list[str],
    hint_after_first: str = "",
    check: Callable[[str], object] = parse.text,
    lines_of: Callable[[str], list[str]] | None = None,
) -> list[str]:
    """Ask for texts, one at a time, until an empty one; return them after the *earlier_lines*.

    *lines_of* returns the lines that a typed text stands for; without it, it is those lines.
    `:edit` opens the whole list in the editor, one text per line. Every text is saved at once.
    *hint_after_first* is shown once the list has its first text.
    """
    lines = list(earlier_lines if context.partial_value is None else context.partial_value)
    if context.partial.replaces_list:  # the text at the prompt is the whole list already
        lines = []
    show_earlier_lines(context, lines)
    prompt = context.prompt(check)
    while True:
        answer = context.ask(prompt._replace(mark=f"{len(lines) + 1} ›"))
        prompt = prompt._replace(initial_text="")  # half-typed text belongs to the first prompt
        if isinstance(answer, Command):
            if answer.name != EDIT:
                raise CommandTyped(answer)
            lines = _edit_lines(context, lines, answer.typed)
            show_lines(context, lines)
            context.note("\n".join(lines), is_list=True)
        elif not answer.strip():
            return lines
        elif number := confirm_removal(context, answer, lines):
            del lines[number - 1]
            show_lines(context, lines)
        else:
            lines += (lines_of or _lines_in)(str(parse.text(answer)))
            if len(lines) == 1 and hint_after_first:
                context.prompter.show(hint_after_first, "quiet")
        context.save_partial(lines)


def show_earlier_lines(context: AskContext, lines: list[str]) -> None:
    """Show the lines of an earlier answer, unless they are shown only on request."""
    if not context.veiled:
        show_lines(context, lines)


def show_lines(context: AskContext, lines: list[str]) -> None:
    """Show the lines of a list, each with its number."""
    for number, text in enumerate(lines, 1):
        context.prompter.show(f"  {number}  {text}", "quiet")


def _edit_lines(context: AskContext, lines: list[str], typed: str) -> list[str]:
    """Open the list in the editor, and return its lines as they were edited.

    What was *typed* before `:edit` stands at its end.
    """
    text = "\n".join([*lines, *_lines_in(typed)])

    def save(edited_text: str) -> None:
        context.save_partial(_lines_in(edited_text))

    return _lines_in(edit_text(context.prompter, text, save))


def _lines_in(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def confirm_removal(context: AskContext, typed: str, lines: list[str]) -> int | None:
    """Return the number of the line to remove, as in `-1` or `:wis 1`, once that is confirmed.

    None where the coach declines, or *typed* asks for no removal or names no line of the list.
    """
    match = _REMOVE.fullmatch(typed.strip())
    number = (digits(match[1]) if match else None) or 0
    if not 1 <= number <= len(lines):
        return None
    question = _("Remove line {n}, “{text}”?")
    text = shorten(lines[number - 1], 40)
    is_confirmed = ask_yes_no(context.prompter, question.format(n=number, text=text)) is True
    return number if is_confirmed else None
