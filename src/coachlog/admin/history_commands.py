"""`coachlog history`: what was done, latest first."""

from typing import NamedTuple

from coachlog.admin.history_text import HistoryText
from coachlog.base.texts import N_, _
from coachlog.store import history as log
from coachlog.store.connection import Reader
from coachlog.store.history import UNDO, HistoryStep, TouchedRecords
from coachlog.terminal.column import Column
from coachlog.terminal.context import context
from coachlog.terminal.output import (
    LIMIT,
    AsCsv,
    AsJson,
    Limit,
    OutputFormat,
    parse_limit,
    say_more,
    show_list,
)


class HistoryLine(NamedTuple):
    """A step for JSON and CSV, in the order of its columns; see docs/reference/csv.md."""

    place: int
    done_at: str
    kind: str
    command: str
    origin: str
    about: int | None
    holds: int
    changes: str
    records: str
    id: str


class StepText(NamedTuple):
    """A step as a row of the table that people read."""

    place: int
    when: str
    what: str
    status: str


COLUMNS = (
    Column("place", N_("No."), "number"),
    Column("when", N_("When"), "phrase"),
    Column("what", N_("What was done")),
    Column("status", N_("Status"), "phrase"),
)


def history(limit: Limit = LIMIT, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """List what was done, newest first; undo takes the number.

    coachlog history --limit 5
    """
    run = context()
    most = parse_limit(limit)
    output_format = OutputFormat(as_json, as_csv)
    with run.reader() as reader:
        history_text = HistoryText(reader, run)
        numbered_steps = enumerate(log.steps(reader, most), 1)
        if as_json or as_csv:
            lines = (
                _history_line(history_text, reader, number, step) for number, step in numbered_steps
            )
            show_list(run, output_format, HistoryLine._fields, lines, COLUMNS, "")
            return
        rows = [_step_text(history_text, number, step) for number, step in numbered_steps]
        # A table leaves out an empty column; plain lines always have the same fields.
        shows_status = not run.rich or any(row.status for row in rows)
        columns = COLUMNS if shows_status else COLUMNS[:-1]
        row_count = show_list(run, output_format, (), rows, columns, _("Nothing was done yet."))
        if row_count == most:
            say_more(row_count, lambda maximum: log.count(reader, maximum))


def _step_text(history_text: HistoryText, number: int, step: HistoryStep) -> StepText:
    """Return the row of a step; an undo that no longer holds was redone, which has a step too."""
    is_undone = step.kind != UNDO and not step.holds
    status = _("undone") if is_undone else ""
    return StepText(number, history_text.when(step), history_text.step(step), status)


def _history_line(
    history_text: HistoryText, reader: Reader, number: int, step: HistoryStep
) -> HistoryLine:
    """Return the line of a step for JSON and CSV; `about` is the step that an undo is about."""
    touched = log.touched_records(reader, step.id)
    is_own_work = step.work_id == step.id
    return HistoryLine(
        place=number,
        done_at=step.stamp,
        kind=step.kind,
        command=step.command,
        origin=step.origin,
        about=None if is_own_work else log.number_of(reader, step.work_id),
        holds=step.holds,
        changes=", ".join(_count_changes(records) for records in touched),
        records=history_text.codes(touched),
        id=step.id,
    )


def _count_changes(records: TouchedRecords) -> str:
    """Return how many records of a noun were added, changed and removed: `action +2 ~1`."""
    counts = {"+": records.added, "~": records.changed, "-": records.removed}
    return " ".join([records.noun, *(f"{sign}{n}" for sign, n in counts.items() if n)])
