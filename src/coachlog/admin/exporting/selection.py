"""Reads the tables that were asked for, as they are written; says what is private or left out."""
# ruff: noqa: S608 - tables and columns come from our own schema, values are bound

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from coachlog.admin.exporting.request import ExportRequest
from coachlog.base.errors import NotFoundError, UsageError
from coachlog.base.texts import N_, _
from coachlog.export.selection import Selection, is_dated, keys_query, rows_query, values
from coachlog.export.sheet import ForeignKey, Sheet
from coachlog.export.tables import PublicTable, leads_to, public_tables
from coachlog.journal.coachee.lookup import find
from coachlog.store.connection import Reader
from coachlog.store.files import key_id_of
from coachlog.terminal.context import Context, say
from coachlog.terminal.period import period_in_days


class TableSelection(NamedTuple):
    """Tables and which of their rows go out."""

    tables: list[PublicTable]
    selection: Selection


def table_of(name: str) -> PublicTable:
    """Return the table of that name; raises NotFoundError."""
    table = public_tables().get(name)
    if table is None:
        raise NotFoundError(
            N_("There is no table called {name}."),
            N_("Choose from: {tables}"),
            name=name,
            tables=", ".join(public_tables()),
        )
    return table


def selected_tables(run: Context, reader: Reader, request: ExportRequest) -> TableSelection:
    """Return what was asked for, and say on stderr what is private, left out, or there whole.

    Raises NotFoundError, and UsageError for a table that was named and holds nobody's rows.
    """
    since, until = period_in_days(request.since, request.until, run.today)
    handle = find(reader, request.coachee).handle if request.coachee else None
    named = [table_of(name) for name in dict.fromkeys(request.tables)]
    tables = named or [
        table for table in public_tables().values() if request.private or not table.is_private
    ]
    selection = Selection(handle, since, until)
    if handle is not None:
        tables = _of_people(tables, are_named=bool(named))
    say_private(tables)
    if selection.has_period:
        undated = [table.name for table in tables if not is_dated(table)]
        _say_of(N_("Not limited to those days, as their rows have none: {tables}."), undated)
    return TableSelection(tables, selection)


def say_unprotected(run: Context) -> None:
    """Say on stderr, of a protected journal, that the file to be written is not protected."""
    if key_id_of(run.store):
        say(_("Your journal is protected, this file is not: whoever has it can read it."))


def say_private(tables: Iterable[PublicTable]) -> None:
    """Say on stderr which tables hold what only the coach may read."""
    private = [table.name for table in tables if table.is_private]
    _say_of(N_("This holds what only you may read: {tables}."), private)


def sheets(reader: Reader, selected: TableSelection) -> Iterator[Sheet]:
    """Yield the tables; the rows of each are read when they are gone through."""
    tables, selection = selected
    for table in tables:
        rows = reader.plain(rows_query(table, selection), **values(selection))
        yield Sheet(table.name, table.columns, rows, table.key)


def with_foreign_keys(reader: Reader, selected: TableSelection) -> Iterator[Sheet]:
    """Yield the tables without rows, with the foreign keys that hold within the selection."""
    tables, selection = selected
    for table in tables:
        keys = tuple(_foreign_keys(reader, table, tables, selection))
        yield Sheet(table.name, table.columns, (), table.key, keys)


@contextmanager
def snapshot(reader: Reader) -> Iterator[None]:
    """Read all tables within the block as they were at one moment, in one transaction."""
    reader.connection.execute("BEGIN")
    try:
        yield
    finally:
        reader.connection.execute("ROLLBACK")


def _of_people(tables: Sequence[PublicTable], *, are_named: bool) -> list[PublicTable]:
    """Return the tables whose rows are about people; others are left out, and that is said."""
    others = [table.name for table in tables if not table.person]
    if others and are_named:
        raise UsageError(
            N_("The table {name} is about nobody in particular, so --coachee selects nothing."),
            N_("Leave out --coachee, or this table."),
            name=others[0],
        )
    _say_of(N_("Left out, for they are about nobody in particular: {tables}."), others)
    return [table for table in tables if table.person]


def _foreign_keys(
    reader: Reader, table: PublicTable, tables: Sequence[PublicTable], selection: Selection
) -> Iterator[ForeignKey]:
    """Yield the references of a table that lead to a row of the selection only."""
    by_name = {each.name: each for each in tables}
    for column in table.columns:
        target = leads_to(column)
        if target is None or target[0] not in by_name:
            continue
        name, key = target
        references = keys_query(table, column.name, selection)
        keys = keys_query(by_name[name], key, selection)
        sql = f'select 1 from ({references}) where "{column.name}" is not null'
        dangling = f'{sql} and "{column.name}" not in ({keys}) limit 1'
        if reader.value(dangling, **values(selection)) is None:
            yield ForeignKey(column.name, name, key)


def _say_of(text: str, names: Sequence[str]) -> None:
    if names:
        say(_(text).format(tables=", ".join(names)))
