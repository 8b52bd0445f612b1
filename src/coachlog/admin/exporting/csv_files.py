"""`export csv` where more is asked than a table on standard output: files, folders, logs."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from coachlog.admin.exporting.logs import log_sheets
from coachlog.admin.exporting.request import ExportRequest
from coachlog.admin.exporting.selection import (
    say_unprotected,
    selected_tables,
    sheets,
    snapshot,
    with_foreign_keys,
)
from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, _, count_text
from coachlog.export.csv import write
from coachlog.export.datapackage import description, file_name
from coachlog.export.destination import checked_destination, written_beside
from coachlog.export.excel import write_for_excel
from coachlog.export.folder import (
    DESCRIPTION,
    checked_folder,
    folder_written_beside,
    text_file_in,
)
from coachlog.export.sheet import Sheet
from coachlog.store.connection import Reader
from coachlog.terminal.context import Context, context, say, text_out
from coachlog.terminal.patience import Patience

ENDINGS = (".csv", ".txt")


def write_requested(request: ExportRequest) -> None:
    """Write what was asked for to a file, a folder or standard output. Raises UsageError."""
    if (request.tables or request.output) and request.folder is not None:
        raise UsageError(
            N_("--all writes every table into a folder: it takes neither a table nor --output."),
            N_("For example: {example}"),
            example="coachlog export csv --all ~/tables",
        )
    run = context()
    if request.folder is not None:
        path = checked_folder(request.folder, force=request.force)
        say_unprotected(run)
        with run.reader() as reader, snapshot(reader):
            _write_folder(run, reader, request, path)
        return
    destination = None
    if request.output is not None:
        destination = checked_destination(request.output, ENDINGS, force=request.force)
        say_unprotected(run)
    with run.reader() as reader, snapshot(reader):
        sheet = _single(_sheets(run, reader, request))
        with _text_to(destination) as out, Patience(sheet.name) as waiting:
            _write(run, out, sheet._replace(rows=waiting.each(sheet.rows)), request)
    if destination:
        say(_("Written: {path}").format(path=destination))


def _sheets(run: Context, reader: Reader, request: ExportRequest) -> Iterable[Sheet]:
    if request.log is not None:
        return log_sheets(run, reader, request)
    return sheets(reader, selected_tables(run, reader, request))


def _single(requested: Iterable[Sheet]) -> Sheet:
    """Return the one table that was asked for; raises UsageError for a log of several."""
    first, *others = requested
    if others:
        raise UsageError(
            N_("This log has several tables: {tables}."),
            N_("Add --all and a new folder, or make a workbook: coachlog export xlsx --log emcc"),
            tables=", ".join(sheet.name for sheet in (first, *others)),
        )
    return first


def _write_folder(run: Context, reader: Reader, request: ExportRequest, path: Path) -> None:
    """Write a file for each table, and what describes them all."""
    described: list[Sheet]
    if request.log is not None:
        described = log_sheets(run, reader, request)
        requested: Iterable[Sheet] = described
    else:
        tables = selected_tables(run, reader, request)
        requested, described = sheets(reader, tables), list(with_foreign_keys(reader, tables))
    with folder_written_beside(path) as folder, Patience(_("Writing the tables …")) as waiting:
        for sheet in requested:
            with text_file_in(folder, file_name(sheet)) as out:
                _write(run, out, sheet._replace(rows=waiting.each(sheet.rows)), request)
        with text_file_in(folder, DESCRIPTION) as out:
            out.write(description(described, run.now, excel=request.excel))
    n = len(described)
    say(count_text("{n} table is in {path}", "{n} tables are in {path}", n, path=path))


def _write(run: Context, out: TextIO, sheet: Sheet, request: ExportRequest) -> None:
    if request.excel:
        write_for_excel(out, sheet.fields, sheet.rows, run.zone, sheet.days)
    else:
        write(out, sheet.fields, sheet.rows)


@contextmanager
def _text_to(path: Path | None) -> Iterator[TextIO]:
    """Give a new file for *path* to write to, UTF-8, line ends as they are; or standard output."""
    if path is None:
        yield text_out()
        return
    with written_beside(path) as file:
        text = TextIOWrapper(file, encoding="utf-8", newline="")
        try:
            yield text
        finally:
            text.detach()  # flushes it, and leaves the file open for who opened it
