"""`coachlog undo` and `coachlog redo`: take a step back, and do it again."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated, NamedTuple

import typer

from coachlog.admin.history_text import HistoryText
from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, _
from coachlog.store import undo as log
from coachlog.store.history import UNDO, HistoryStep, published_since
from coachlog.store.undo import take_back, to_redo, to_undo
from coachlog.store.undo_errors import InTheWayError, RedoTooLateError
from coachlog.terminal.command_options import Yes
from coachlog.terminal.confirm import confirm_default_yes
from coachlog.terminal.context import Context, context, hint, say


class UndoText(NamedTuple):
    """A step to undo or redo, in words: its *records*, and the *action*, with its moment."""

    records: str
    action: str
    is_redo: bool
    published_years: list[int]
    """The years of the reports that were published after it: these stay."""


MOST_DIGITS = 15
"""The most digits of a number in the history: SQLite could not take a much longer one."""


def undo(
    place: Annotated[
        str | None,
        typer.Argument(
            metavar="[N]", help=N_("The number in the history; the last step if left out.")
        ),
    ] = None,
    yes: Yes = False,
) -> None:
    """Undo the last step, or number N of the history.

    coachlog undo
    """
    run = context()
    number = _parse_number(place)
    with _explain_conflicts(run):
        # Read without writing first, so that a journal that does not exist yet is not made.
        with run.reader() as reader, log.one_state(reader):
            chosen = to_undo(reader, number)
            years = published_since(reader, chosen.stamp) if number is None else []
            text = _undo_text(HistoryText(reader, run), chosen, years)
        must_confirm = run.interactive and not yes
        if must_confirm and not _confirm(run, text):
            say(_("Nothing changed."))
            return
        with run.work("undo") as work:
            # The step that was confirmed, not what another window did meanwhile.
            undone = take_back(work, chosen) if must_confirm else log.undo(work, number)
            text = _undo_text(HistoryText(work, run), undone, years)
    _say_result(text)


def redo() -> None:
    """Redo what was last undone.

    coachlog redo
    """
    run = context()
    with _explain_conflicts(run):
        with run.reader() as reader, log.one_state(reader):
            to_redo(reader)
        with run.work("redo") as work:
            text = _undo_text(HistoryText(work, run), log.redo(work))
    _say_result(text)


def _parse_number(text: str | None) -> int | None:
    """Return the number in the history that was typed, such as `3` or `#3`; None if none was.

    Raises UsageError.
    """
    if text is None:
        return None
    digits = text.strip().removeprefix("#")
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS
    number = int(digits) if is_number else 0
    if not number:  # the latest is number 1
        raise UsageError(
            N_("“{answer}” is not a number in the history."),
            N_("The latest is number 1. See them: coachlog history"),
            answer=text[:40],
        )
    return number


def _undo_text(
    history_text: HistoryText, step: HistoryStep, published_years: Sequence[int] = ()
) -> UndoText:
    """Describe *step*, which will be or was undone; an undo that is undone is a redo."""
    work = history_text.work_of(step)
    return UndoText(
        records=history_text.records(work),
        action=f"{history_text.verb(work)} · {history_text.when(work)}",
        is_redo=step.kind == UNDO,
        published_years=[*published_years],
    )


def _confirm(run: Context, text: UndoText) -> bool:
    """Show what will be undone or redone, and return whether the person agrees."""
    heading = _("This will be redone:") if text.is_redo else _("This will be undone:")
    question = _("Redo it?") if text.is_redo else _("Undo it?")
    announcement = [*_report_lines(text), heading, f"  {text.records}", f"  {text.action}"]
    return confirm_default_yes(run, announcement, question)


def _report_lines(text: UndoText) -> Iterator[str]:
    """Yield a line for each published report, as people may expect the undo to take it back."""
    for year in text.published_years:
        line = _("The report of {year} is published and stays: undo is about what came before it.")
        yield line.format(year=year)


def _say_result(text: UndoText) -> None:
    """Say what was undone or redone, and the command for the opposite."""
    if text.is_redo:
        result = _("Redone: {records}")
        reversal = _("Undo it again: {command}").format(command=hint("undo"))
    else:
        result = _("Undone: {records}")
        reversal = _("Bring it back: {command}").format(command=hint("redo"))
    for line in _report_lines(text):
        say(line)
    say(result.format(records=text.records))
    say(f"  {text.action}")
    say(f"  {reversal}")


@contextmanager
def _explain_conflicts(run: Context) -> Iterator[None]:
    """Within the block, put the conflicts of an undo into words that people know."""
    try:
        yield
    except (InTheWayError, RedoTooLateError) as error:
        # The work is left by now, so its changes are rolled back before names are read.
        with run.reader() as reader:
            explained = HistoryText(reader, run).error(error)
        raise explained from error
