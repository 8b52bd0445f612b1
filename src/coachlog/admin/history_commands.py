"""`coachlog history`: what was done, latest first."""

from typing import NamedTuple

from coachlog.admin.history_text import HistoryText
from coachlog.base.texts import N_, _
from coachlog.store import history as log
from coachlog.store.connection import Reader
from coachlog.store.history import UNDO, HistoryStep, Touched
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
    """A step as data, in the order of the columns; see docs/reference/csv.md."""

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


class ToldLine(NamedTuple):
    """A step as people read it."""

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
    most, wish = parse_limit(limit), OutputFormat(as_json, as_csv)
    with run.reader() as reader:
        telling = HistoryText(reader, run)
        steps = enumerate(log.steps(reader, most), 1)
        if as_json or as_csv:
            data = (_data(telling, reader, place, step) for place, step in steps)
            show_list(run, wish, HistoryLine._fields, data, COLUMNS, "")
            return
        told = [_told(telling, place, step) for place, step in steps]
        columns = COLUMNS if any(each.status for each in told) or not run.rich else COLUMNS[:-1]
        shown = show_list(run, wish, (), told, columns, _("Nothing was done yet."))
        if shown == most:
            say_more(shown, lambda most: log.count(reader, most))


def _told(telling: HistoryText, place: int, step: HistoryStep) -> ToldLine:
    undone = step.kind != UNDO and not step.holds
    return ToldLine(place, telling.when(step), telling.step(step), _("undone") if undone else "")


def _data(telling: HistoryText, reader: Reader, place: int, step: HistoryStep) -> HistoryLine:
    found = log.touched(reader, step.id)
    about = None if step.about == step.id else log.place_of(reader, step.about)
    changes = ", ".join(_counted(each) for each in found)
    return HistoryLine(
        place,
        step.stamp,
        step.kind,
        step.command,
        step.origin,
        about,
        step.holds,
        changes,
        telling.codes(found),
        step.id,
    )


def _counted(touched: Touched) -> str:
    """`action +2 ~1`: made, changed and removed records."""
    signs = {"+": touched.made, "~": touched.changed, "-": touched.removed}
    return " ".join([touched.noun, *(f"{sign}{n}" for sign, n in signs.items() if n)])
