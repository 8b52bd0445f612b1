"""`export xlsx`: tables or a log as a workbook."""

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from coachlog.admin.exporting.logs import log_sheets
from coachlog.admin.exporting.request import Coachee, ExportRequest, Force, Log, Output, Private
from coachlog.admin.exporting.selection import say_unprotected, selected_tables, sheets, snapshot
from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, _, count_text
from coachlog.export.destination import checked_destination, work_folder, written_beside
from coachlog.export.sheet import Sheet
from coachlog.export.xlsx import CellPlace, Losses, write_workbook
from coachlog.store.connection import Reader
from coachlog.terminal.context import Context, context, is_stdout_terminal, say
from coachlog.terminal.patience import Patience
from coachlog.terminal.period import Since, Until

ENDINGS = (".xlsx",)

Tables = Annotated[
    list[str] | None,
    typer.Argument(metavar="[TABLE]...", help=N_("sessions, goals …; all of them if left out.")),
]


def xlsx(
    tables: Tables = None,
    log: Log = None,
    coachee: Coachee = None,
    since: Since = None,
    until: Until = None,
    private: Private = False,
    output: Output = None,
    force: Force = False,
) -> None:
    """Write tables of the journal to a workbook for Excel, a sheet each.

    coachlog export xlsx sessions actions --output ~/journal.xlsx
    """
    run = context()
    request = ExportRequest(tuple(tables or ()), log, coachee, since, until, private)
    path = _destination(output, force=force)
    if path:
        say_unprotected(run)
    with run.reader() as reader, snapshot(reader), Patience(_("Writing …")) as waiting:
        requested = (
            sheet._replace(rows=waiting.each(sheet.rows))
            for sheet in _requested_sheets(run, reader, request)
        )
        with _output(path) as (out, folder):
            losses = write_workbook(out, requested, folder, run.zone)
    _say_losses(losses)
    if path:
        say(_("Written: {path}").format(path=path))


def _destination(output: str | None, *, force: bool) -> Path | None:
    """Return the file to write, None for a pipe; raises UsageError where a terminal would be."""
    if output is not None:
        return checked_destination(output, ENDINGS, force=force)
    if is_stdout_terminal():
        raise UsageError(
            N_("A workbook cannot be shown on a terminal: say to which file it goes."),
            N_("For example: {example}"),
            example="coachlog export xlsx --output ~/journal.xlsx",
        )
    return None


def _requested_sheets(run: Context, reader: Reader, request: ExportRequest) -> Iterator[Sheet]:
    if request.log is not None:
        yield from log_sheets(run, reader, request)
        return
    tables = selected_tables(run, reader, request)
    found = sheets(reader, tables)
    yield from found if request.tables else _with_rows(found)


def _with_rows(found: Iterable[Sheet]) -> Iterator[Sheet]:
    """Yield the tables that have a row; the first one where none has, as a workbook needs one."""
    empty: Sheet | None = None
    is_any = False
    for sheet in found:
        rows = iter(sheet.rows)
        first: Sequence[object] | None = next(rows, None)
        if first is None:
            empty = empty or sheet
            continue
        is_any = True
        yield sheet._replace(rows=chain([first], rows))
    if empty and not is_any:
        yield empty


@contextmanager
def _output(path: Path | None) -> Iterator[tuple[BinaryIO, Path]]:
    """Within the block, a file to write for *path* or a pipe, and a folder for temporary files."""
    with work_folder(path) as folder:
        if path:
            with written_beside(path) as file:
                yield file, folder
            return
        with (folder / "workbook").open("w+b") as file:
            yield file, folder
            file.seek(0)
            shutil.copyfileobj(file, sys.stdout.buffer)
            sys.stdout.buffer.flush()


def _say_losses(losses: Losses) -> None:
    """Say on stderr what the workbook does not have."""
    for place in losses.cut:
        say(_("{cell} is cut: a cell of Excel holds 32 767 characters.").format(cell=_cell(place)))
    if losses.more_cut:
        _say_more(losses.more_cut)
    for place in losses.cleaned:
        text = _("{cell} has lost characters that a workbook cannot hold.")
        say(text.format(cell=_cell(place)))
    if losses.more_cleaned:
        _say_more(losses.more_cleaned)
    for table, n in losses.left_out.items():
        say(
            count_text(
                "{table}: {n} row does not fit into a sheet and is left out.",
                "{table}: {n} rows do not fit into a sheet and are left out.",
                n,
                table=table,
            )
        )


def _say_more(n: int) -> None:
    say(count_text("The same for {n} more.", "The same for {n} more.", n))


def _cell(place: CellPlace) -> str:
    return f"{place.table} {place.record}, {place.column}"
