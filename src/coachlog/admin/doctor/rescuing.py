"""`coachlog doctor --rescue FILE`: a new journal of what can be read of a damaged one."""

from pathlib import Path
from typing import NamedTuple

from coachlog.admin.doctor.rescue_page import hints, page
from coachlog.base.texts import _
from coachlog.settings import whole_path
from coachlog.store.rescue import Rescue, rescue
from coachlog.store.salvage.losses import RecordLoss
from coachlog.terminal.column import Column
from coachlog.terminal.context import Context, say
from coachlog.terminal.output import OutputFormat, show_list
from coachlog.terminal.patience import Patience
from coachlog.terminal.whole_page import show_whole


class RescueLine(NamedTuple):
    """A line of `doctor --rescue FILE --json` and `--csv`; see docs/reference/doctor.md.

    *number* is None where the record has none, or it is not known; *fields* are the columns that
    are lost, doubtful or lead nowhere, with spaces between.
    """

    noun: str
    number: int | None
    id: str
    state: str
    fields: str


COLUMNS = tuple(Column(field, field) for field in RescueLine._fields)


def write_rescued(run: Context, typed: str, output_format: OutputFormat) -> None:
    """Rescue the journal of *run* into a new file, and say what is missing, record by record."""
    file = whole_path(typed)
    with Patience(_("Reading what can be read …")):
        rescued = rescue(run.store, file, run.local_now)
    if is_page_wanted(run, output_format):
        show_whole(run, page(run, file, rescued))
        return
    show_list(run, output_format, RescueLine._fields, _lines(rescued), COLUMNS, "")
    _say_result(file, rescued)


def is_page_wanted(run: Context, output_format: OutputFormat) -> bool:
    """Whether people read the output: on a terminal or as plain lines, but not as JSON or CSV."""
    is_for_people = run.rich or run.aloud or run.options.plain
    return is_for_people and not (output_format.json or output_format.csv)


def _say_result(file: Path, rescued: Rescue) -> None:
    text = _("{n} records were written to {path}; of {lost} something is lost or in doubt.")
    say(text.format(n=rescued.kept, path=file, lost=len(rescued.losses)))
    for command, meaning in hints(file):
        say(f"  {meaning}: {command}")


def _lines(rescued: Rescue) -> list[RescueLine]:
    return [_line(loss) for loss in rescued.losses]


def _line(loss: RecordLoss) -> RescueLine:
    noun, key, number, state, columns, _near = loss
    is_key = not key.startswith(("?", "#"))
    return RescueLine(noun, number, key if is_key else "", state, " ".join(columns))
