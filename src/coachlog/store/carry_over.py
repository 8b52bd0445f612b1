"""What a restored store takes over from the present one: what no backup has, or has as it was."""
# ruff: noqa: S608 - the SQL is put together from the names of our own tables, never from values

import sqlite3
from typing import NamedTuple

_ON_CONFLICT = {
    "draft": "do nothing",
    "consultation": "do nothing",
    "published": "do nothing",
    "erasure": "do nothing",
    "nameless_talk": "do nothing",
    "counter": "(noun) do update set last = max(last, excluded.last)",
}
"""The tables whose rows are taken over, with the SQL for a row that the restored store has too."""

_REPLACED = ("draft", "consultation")
"""The tables of which the present row replaces that of the backup."""


class TableRows(NamedTuple):
    """Rows of a table, with the names of their columns."""

    columns: list[str]
    rows: list[tuple[object, ...]]


def read_carried_over(
    present: sqlite3.Connection | None, source: sqlite3.Connection
) -> dict[str, TableRows]:
    """Return the rows that the restored store takes over from the present one, by table.

    None of them where the two are not the same journal, or the present one cannot be read.
    """
    if present is None:
        return {}
    try:
        is_same_journal = _device(present) == _device(source)
        return {table: _rows(present, table) for table in _ON_CONFLICT} if is_same_journal else {}
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


def write_carried_over(new_store: sqlite3.Connection, carried_over: dict[str, TableRows]) -> None:
    """Write what is taken over: unfinished conversations, published reports, the last numbers.

    A number that was given after the backup is never given again.
    """
    new_store.execute("BEGIN IMMEDIATE")
    for table, (columns, rows) in carried_over.items():
        if table in _REPLACED:
            place = columns.index("id") if columns else 0
            new_store.executemany(f"delete from {table} where id = ?", [[r[place]] for r in rows])
        if not rows:
            continue
        names = ", ".join(f'"{name}"' for name in columns)
        marks = ", ".join("?" * len(columns))
        sql = f"insert into {table} ({names}) values ({marks}) on conflict {_ON_CONFLICT[table]}"
        new_store.executemany(sql, rows)
    new_store.execute("COMMIT")
