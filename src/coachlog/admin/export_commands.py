"""`export`: the views of the journal as data."""

import sys
from typing import Annotated

import typer

from coachlog.base.errors import NotFoundError
from coachlog.base.texts import N_
from coachlog.export.csv import write
from coachlog.export.excel import write_for_excel
from coachlog.export.tables import TABLES
from coachlog.terminal.context import context, text_out
from coachlog.terminal.patience import Patience


def csv(
    table: Annotated[
        str, typer.Argument(metavar="TABLE", help=N_("sessions, goals, actions, coachees, …"))
    ],
    excel: Annotated[
        bool,
        typer.Option(
            "--excel", help=N_("For Excel in Belgium: semicolons, local times, texts as they are.")
        ),
    ] = False,
) -> None:
    """Print a table of the journal as CSV; its columns are those of the view.

    coachlog export csv sessions
    """
    if table not in TABLES:
        raise NotFoundError(
            N_("There is no table called {name}."),
            N_("Choose from: {tables}"),
            name=table,
            tables=", ".join(TABLES),
        )
    run = context()
    with run.reader() as reader, Patience(table, silent=sys.stdout.isatty()) as waiting:
        columns_query = "select name from pragma_table_info(:view)"
        fields = [str(name) for (name,) in reader.plain(columns_query, view=table)]
        # Both names come from TABLES, never from what was typed.
        rows = reader.plain(f"select * from {table} order by {TABLES[table]}")  # noqa: S608
        if excel:
            write_for_excel(text_out(), fields, waiting.each(rows), run.zone)
        else:
            write(text_out(), fields, waiting.each(rows))
