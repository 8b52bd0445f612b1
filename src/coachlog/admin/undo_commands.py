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


class UndoLine(NamedTuple):
    """A step that is undone, in words: its records, and what was done to them when.

    *since* are the years of which a report was published after it.
    """

    records: str
    said: str
    again: bool
    since: list[int]


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
    wanted = _place(place)
    with _in_words(run):
        # Looked up without writing first: a journal that is not there yet is not made.
        with run.reader() as reader:
            chosen = to_undo(reader, wanted)
            since = published_since(reader, chosen.stamp) if wanted is None else []
            told = _told(HistoryText(reader, run), chosen, since)
        asking = run.interactive and not yes
        if asking and not _agreed(run, told):
            say(_("Nothing changed."))
            return
        with run.work("undo") as work:
            # What was agreed to, and not what another window did meanwhile.
            undone = take_back(work, chosen) if asking else log.undo(work, wanted)
            told = _told(HistoryText(work, run), undone, since)
    _say(told)


def redo() -> None:
    """Redo what was last undone.

    coachlog redo
    """
    run = context()
    with _in_words(run):
        with run.reader() as reader:
            to_redo(reader)
        with run.work("redo") as work:
            told = _told(HistoryText(work, run), log.redo(work))
    _say(told)


def _place(text: str | None) -> int | None:
    if text is None:
        return None
    typed = text.strip().removeprefix("#")
    place = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 16 else 0
    if not place:
        raise UsageError(
            N_("“{answer}” is not a number in the history."),
            N_("The latest is number 1. See them: coachlog history"),
            answer=text[:40],
        )
    return place


def _told(telling: HistoryText, chosen: HistoryStep, since: Sequence[int] = ()) -> UndoLine:
    work = telling.work_of(chosen)
    said = f"{telling.verb(work)} · {telling.when(work)}"
    return UndoLine(telling.records(work), said, chosen.kind == UNDO, [*since])


def _agreed(run: Context, told: UndoLine) -> bool:
    heading = _("This will be redone:") if told.again else _("This will be undone:")
    question = _("Redo it?") if told.again else _("Undo it?")
    announcement = [*_published(told), heading, f"  {told.records}", f"  {told.said}"]
    return confirm_default_yes(run, announcement, question)


def _published(told: UndoLine) -> Iterator[str]:
    """That a report stays, where somebody may mean to take that one back."""
    for year in told.since:
        words = _("The report of {year} is published and stays: undo is about what came before it.")
        yield words.format(year=year)


def _say(told: UndoLine) -> None:
    done = _("Redone: {records}") if told.again else _("Undone: {records}")
    back = _("Undo it again: {command}") if told.again else _("Bring it back: {command}")
    for line in _published(told):
        say(line)
    say(done.format(records=told.records))
    say(f"  {told.said}")
    say("  " + back.format(command=hint("undo" if told.again else "redo")))


@contextmanager
def _in_words(run: Context) -> Iterator[None]:
    """Within it, what stands in the way of an undo is told in words, once the work is left."""
    try:
        yield
    except (InTheWayError, RedoTooLateError) as error:
        with run.reader() as reader:
            told = HistoryText(reader, run).error(error)
        raise told from error
