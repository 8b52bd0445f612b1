"""Finding the damaged fields of a store, by reading every record of it."""
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
from coachlog.store.faults import translate_errors

_OWN_TABLES = {
    "draft": ["id", "coachee", "method", "started_at", "saved_at", "state"],
    "operation": ["id", "stamp", "command", "origin"],
    "change": ["noun", "record_id", "verb", "old", "new"],
}
_JSON_COLUMNS = ("state", "old", "new")


class DamagedField(NamedTuple):
    """A *column* of a record that cannot be read; *key* is the id of the record, or empty."""

    noun: str
    key: str
    column: str


def damaged_fields(path: Path) -> Iterator[DamagedField]:
    """Yield the first field that cannot be read of each record that has one.

    That is a text that is not UTF-8, a day or instant that does not exist, or JSON that is not.
    """
    with translate_errors(path), closing(open_reader(path)) as reader:
        yield from damaged_fields_in(reader.connection)


def damaged_fields_in(connection: sqlite3.Connection) -> Iterator[DamagedField]:
    """Yield what `damaged_fields` does, of the store on *connection*."""
    tables = derived.noun_columns(connection) | _OWN_TABLES
    decode = connection.text_factory
    connection.text_factory = bytes  # a text that is not UTF-8 would raise an error
    try:
        for table, columns in tables.items():
            yield from _damaged_in_table(connection, table, columns)
    finally:
        connection.text_factory = decode


def has_broken_rule(path: Path) -> bool:
    """Whether SQLite finds the file damaged: a broken page, or a value against a constraint."""
    with translate_errors(path), closing(open_reader(path)) as reader:
        return bool(reader.value("PRAGMA quick_check(1)") != "ok")


def _damaged_in_table(
    connection: sqlite3.Connection, table: str, columns: list[str]
) -> Iterator[DamagedField]:
    """Yield the first damaged field of each row of *table* that has one."""
    names = ", ".join(f'"{column}"' for column in columns)
    for row in connection.execute(f'select {names} from "{table}"'):
        for column, value in zip(columns, row, strict=True):
            is_text = isinstance(value, bytes)  # numbers and nulls cannot be damaged
            if is_text and not _is_readable(value, _parser_of(column)):
                yield DamagedField(table, _record_id(columns, row), column)
                break


def _parser_of(column: str) -> Callable[[str], object]:
    """Return the function that reads a text of *column*, or raises ValueError."""
    if column.endswith("_on"):
        return date.fromisoformat
    if column.endswith("_at") or column == "stamp":
        return datetime.fromisoformat
    if column in _JSON_COLUMNS:
        return json.loads
    return str  # any text will do


def _is_readable(value: bytes, parse: Callable[[str], object]) -> bool:
    """Whether *value* is UTF-8 that *parse* can read."""
    try:
        parse(value.decode("utf-8"))
    except (ValueError, RecursionError):
        return False
    return True


def _record_id(columns: list[str], row: tuple[object, ...]) -> str:
    """Return the id in *row*, even a damaged one; empty for a table without ids."""
    value = dict(zip(columns, row, strict=True)).get("id")
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else ""
