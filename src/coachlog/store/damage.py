"""Where a store is damaged, record by record: a walk through all of it."""
# ruff: noqa: S608 - the SQL is put together from the names of our own tables, never from values

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from coachlog.store import derived
from coachlog.store.connection import open_reader
from coachlog.store.faults import translated

_OTHERS = {
    "draft": ["id", "coachee", "method", "started_at", "saved_at", "state"],
    "operation": ["id", "stamp", "command", "origin"],
    "change": ["noun", "record_id", "verb", "old", "new"],
}
_LOGGED = ("state", "old", "new")


class DamagedField(NamedTuple):
    """A *column* of a record that cannot be read; *key* is its id, or nothing where that is it."""

    noun: str
    key: str
    column: str


def spots(path: Path) -> Iterator[DamagedField]:
    """Find fields that cannot be read: texts that are none, days, instants and logs."""
    with translated(path), closing(open_reader(path)) as reader:
        connection = reader.connection
        tables = derived.noun_columns(connection) | _OTHERS
        connection.text_factory = bytes
        for table, columns in tables.items():
            yield from _in_table(connection, table, columns)


def has_broken_rule(path: Path) -> bool:
    """Whether SQLite itself finds something: a broken page, or a value that no rule allows."""
    with translated(path), closing(open_reader(path)) as reader:
        return bool(reader.value("PRAGMA quick_check(1)") != "ok")


def _in_table(
    connection: sqlite3.Connection, table: str, columns: list[str]
) -> Iterator[DamagedField]:
    listed = ", ".join(f'"{column}"' for column in columns)
    for row in connection.execute(f'select {listed} from "{table}"'):
        for column, value in zip(columns, row, strict=True):
            if isinstance(value, bytes) and not _is_read(value, _how(column)):
                yield DamagedField(table, _key(columns, row), column)
                break


def _how(column: str) -> Callable[[str], object]:
    """How what stands in the column is read."""
    if column.endswith("_on"):
        return date.fromisoformat
    if column.endswith("_at") or column == "stamp":
        return datetime.fromisoformat
    return json.loads if column in _LOGGED else str


def _is_read(value: bytes, read: Callable[[str], object]) -> bool:
    try:
        read(value.decode("utf-8"))
    except (ValueError, RecursionError):
        return False
    return True


def _key(columns: list[str], row: tuple[object, ...]) -> str:
    value = dict(zip(columns, row, strict=True)).get("id", b"")
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else ""
