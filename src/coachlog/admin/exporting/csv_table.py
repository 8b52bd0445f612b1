"""`export csv`: the views of the journal as data."""

import sys
from importlib import import_module
from typing import Annotated

import typer

from coachlog.admin.exporting.request import Coachee, ExportRequest, Force, Log, Output, Private
from coachlog.base.errors import UsageError
from coachlog.base.texts import N_
from coachlog.export.csv import write
from coachlog.export.excel import write_for_excel
from coachlog.export.selection import Selection, rows_query
from coachlog.export.tables import PublicTable, public_tables
from coachlog.terminal.command_options import option_info
from coachlog.terminal.context import context, text_out
from coachlog.terminal.patience import Patience
from coachlog.terminal.period import Since, Until

Table = Annotated[
    str | None,
    typer.Argument(metavar="[TABLE]", help=N_("sessions, goals, actions, coachees, …")),
]
Folder = Annotated[
    str | None, option_info("--all", N_("Every table as a file in this new folder."), "FOLDER")
]
Excel = Annotated[
    bool,
    typer.Option(
        "--excel", help=N_("For Excel in Belgium: semicolons, local times, texts as they are.")
    ),
]


def csv(
    table: Table = None,
    folder: Folder = None,
    log: Log = None,
    coachee: Coachee = None,
    since: Since = None,
    until: Until = None,
    excel: Excel = False,
    private: Private = False,
    output: Output = None,
    force: Force = False,
) -> None:
    """Print a table of the journal as CSV; its columns are those of the view.

    coachlog export csv sessions
    """
    tables = (table,) if table else ()
    request = ExportRequest(
        tables, log, coachee, since, until, private, excel, output, folder, force
    )
    found = public_tables().get(table or "")
    if table is None and folder is None and log is None:
        raise UsageError(
            N_("Say which table, or --all and a new folder for every table."),
            N_("For example: {example}"),
            example="coachlog export csv sessions",
        )
    if found and not found.is_private and request == ExportRequest(tables, excel=excel):
        _print(found, excel=excel)
    else:
        import_module("coachlog.admin.exporting.csv_files").write_requested(request)


def _print(table: PublicTable, *, excel: bool) -> None:
    """Print a whole table."""
    run = context()
    with run.reader() as reader, Patience(table.name, silent=sys.stdout.isatty()) as waiting:
        fields = [column.name for column in table.columns]
        rows = reader.plain(rows_query(table, Selection()))
        if excel:
            write_for_excel(text_out(), fields, waiting.each(rows), run.zone)
        else:
            write(text_out(), fields, waiting.each(rows))
