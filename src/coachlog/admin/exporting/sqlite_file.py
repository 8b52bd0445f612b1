"""`export sqlite`: the public tables as a database for analysts, without names if so wished."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from coachlog.admin.exporting.request import Coachee, ExportRequest, Force, Private
from coachlog.admin.exporting.selection import (
    TableSelection,
    say_unprotected,
    selected_tables,
    sheets,
    snapshot,
)
from coachlog.admin.pseudonyms.copy import pseudonymise as make_copy
from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, _, count_text
from coachlog.export.destination import checked_destination, work_folder, written_beside
from coachlog.export.sheet import Sheet
from coachlog.export.tables import KEY, NUMBERS, PERSON, PERSON_KEY, TableColumn
from coachlog.journal.coachee.lookup import find
from coachlog.schema.field import DAY, FLAG, HOURS
from coachlog.store.connection import Reader, open_reader
from coachlog.store.plain_tables import PlainTable, write_plain_tables
from coachlog.store.private_files import make_private_file
from coachlog.terminal.command_options import option_info
from coachlog.terminal.context import Context, context, say
from coachlog.terminal.patience import Patience
from coachlog.terminal.period import Since, Until

ENDINGS = (".sqlite", ".sqlite3", ".db")


def sqlite(
    coachee: Coachee = None,
    since: Since = None,
    until: Until = None,
    private: Private = False,
    pseudonymise: Annotated[
        bool, typer.Option("--pseudonymise", help=N_("P1, P2 … in the place of names."))
    ] = False,
    output: Annotated[
        str | None, option_info("--output", N_("The SQLite file to write."), "FILE")
    ] = None,
    force: Force = False,
) -> None:
    """Write the tables of the journal to an SQLite file, for those who analyse them.

    coachlog export sqlite --pseudonymise --output ~/tables.sqlite
    """
    if output is None:
        raise UsageError(
            N_("Say which file to write."),
            N_("For example: {example}"),
            example="coachlog export sqlite --output ~/tables.sqlite",
        )
    run = context()
    path = checked_destination(output, ENDINGS, force=force)
    request = ExportRequest(coachee=coachee, since=since, until=until, private=private)
    say_unprotected(run)
    with work_folder(path) as folder, Patience(_("Writing …")):
        with _source(run, request, folder, without_names=pseudonymise) as (reader, request_there):
            tables = selected_tables(run, reader, request_there)
            _write(folder / "tables", reader, tables)
        with written_beside(path) as file, (folder / "tables").open("rb") as made:
            shutil.copyfileobj(made, file)
    if pseudonymise:
        say(_("Texts may still tell who somebody is: the file is personal data, like the journal."))
    n = len(tables.tables)
    say(count_text("{n} table is in {path}", "{n} tables are in {path}", n, path=path))


@contextmanager
def _source(
    run: Context, request: ExportRequest, folder: Path, *, without_names: bool
) -> Iterator[tuple[Reader, ExportRequest]]:
    """Give a reader of the journal, or of a copy without names, and the wish as it is there."""
    with run.reader() as reader:
        if not without_names:
            with snapshot(reader):
                yield reader, request
            return
        person_id = find(reader, request.coachee).id if request.coachee else None
    copy = folder / "copy"
    make_copy(run.store, copy, person_id, run.settings.name)
    with open_reader(copy) as reader:
        handle = reader.value("select handle from coachee where id = :id", id=person_id)
        yield reader, request._replace(coachee=handle)


def _write(path: Path, reader: Reader, tables: TableSelection) -> None:
    make_private_file(path)
    write_plain_tables(path, (_plain(sheet) for sheet in sheets(reader, tables)))


def _plain(sheet: Sheet) -> PlainTable:
    columns = [(column.name, _sql_type(column)) for column in sheet.columns]
    keys = (KEY, PERSON_KEY, PERSON)
    indexed = [c.name for c in sheet.columns if c.name in keys or c.kind in (DAY, "reference")]
    return PlainTable(sheet.name, columns, indexed, sheet.rows)


def _sql_type(column: TableColumn) -> str:
    if column.kind == HOURS:
        return "REAL"
    is_number = column.kind in (*NUMBERS, FLAG)
    is_reference = column.kind == "reference" and not column.is_text
    return "INTEGER" if is_number or is_reference else "TEXT"
