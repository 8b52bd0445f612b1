"""What goes on in a store that is restored: what no backup has, or has as it was."""
# ruff: noqa: S608 - the SQL is put together from the names of our own tables, never from values

import sqlite3
from typing import NamedTuple

_GO_ON = {
    "draft": "do nothing",
    "consultation": "do nothing",
    "published": "do nothing",
    "erasure": "do nothing",
    "nameless_talk": "do nothing",
    "counter": "(noun) do update set last = max(last, excluded.last)",
}
"""The tables of which rows go on in the restored store, and what happens to one that it has."""

_AS_NOW = ("draft", "consultation")
"""The tables of which a row goes on as it is now, if the backup has it as well."""


class TableRows(NamedTuple):
    """Rows of a table, with the names of their columns."""

    columns: list[str]
    rows: list[tuple[object, ...]]


def read_kept(
    present: sqlite3.Connection | None, source: sqlite3.Connection
) -> dict[str, TableRows]:
    """Return what of the present store goes on in the restored one, if the two are one journal.

    Nothing of a store that cannot be read.
    """
    if present is None:
        return {}
    try:
        is_same_journal = _device(present) == _device(source)
        return {table: _rows(present, table) for table in _GO_ON} if is_same_journal else {}
    except sqlite3.Error:  # it is damaged, or was closed because of that
        return {}


def _device(connection: sqlite3.Connection) -> object:
    return connection.execute("select value from meta where key = 'device'").fetchone()


def _rows(connection: sqlite3.Connection, table: str) -> TableRows:
    """Return all rows of a table; none of one that an older store does not have."""
    if not connection.execute("select 1 from sqlite_master where name = ?", (table,)).fetchone():
        return TableRows([], [])
    cursor = connection.execute(f"select * from {table}")
    return TableRows([column[0] for column in cursor.description], cursor.fetchall())


def write_kept(new_store: sqlite3.Connection, kept: dict[str, TableRows]) -> None:
    """Write what goes on: unfinished conversations, handed-in reports, and the last numbers given.

    A number that was given after the backup is never given again.
    """
    new_store.execute("BEGIN IMMEDIATE")
    for table, (columns, rows) in kept.items():
        if table in _AS_NOW:
            place = columns.index("id") if columns else 0
            new_store.executemany(f"delete from {table} where id = ?", [[r[place]] for r in rows])
        if not rows:
            continue
        names = ", ".join(f'"{name}"' for name in columns)
        marks = ", ".join("?" * len(columns))
        sql = f"insert into {table} ({names}) values ({marks}) on conflict {_GO_ON[table]}"
        new_store.executemany(sql, rows)
    new_store.execute("COMMIT")
