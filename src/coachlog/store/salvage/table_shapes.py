"""What the tables of a store look like, as the migrations make them, for each version."""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from typing import NamedTuple

from coachlog.schema.field import WORDS
from coachlog.schema.tables import TABLES
from coachlog.store import derived
from coachlog.store.files import APPLICATION_ID
from coachlog.store.migrate import migrations
from coachlog.store.salvage.cells import LOST, Value
from coachlog.store.statements import statements

_CHOICES = r"\b{column}\b in \((?P<words>[^)]*)\)"
_OWN_ORDER = ("meta", "counter", "operation", "change")


class Shape(NamedTuple):
    """A table: its columns in their order, and what each may hold.

    *key* is the index of its primary key; *is_numbered* tells that this is the number of the row
    in the file too. *parents* are the tables that columns refer to, by their index, and *choices*
    the codes that a column may have.
    """

    name: str
    columns: list[str]
    kinds: list[str]
    required: list[bool]
    defaults: list[Value]
    key: int
    is_numbered: bool
    parents: dict[int, str]
    choices: dict[int, list[str]]
    words: list[int]
    """The columns that people write in their own words."""

    def completed(self, values: Sequence[Value], rowid: int) -> list[Value]:
        """Return a row with the columns that it does not have itself, as SQLite would."""
        row = [*values, *self.defaults[len(values) :]]
        if self.is_numbered:
            row[self.key] = rowid
        return row

    def parents_named(self) -> dict[str, str]:
        """Return the tables that columns refer to, by the names of the columns."""
        return {self.columns[place]: parent for place, parent in self.parents.items()}

    def may_be(self, values: Sequence[Value]) -> bool:
        """Whether a row of the file may be one of this table, by the kinds of its values."""
        if not 0 < len(values) <= len(self.columns):
            return False
        return all(
            value is LOST
            or (value is None and (not required or (self.is_numbered and place == self.key)))
            or isinstance(value, str if kind == "TEXT" else int)
            for place, (value, kind, required) in enumerate(
                zip(values, self.kinds, self.required, strict=False)
            )
        )


class IndexShape(NamedTuple):
    """An index: its table, and of which columns of that table it holds the values, in order.

    None stands for an expression.
    """

    table: str
    columns: list[str | None]


class Schema(NamedTuple):
    """The tables with something to keep, and the indexes on them, of a version."""

    version: int
    shapes: dict[str, Shape]
    indexes: dict[str, IndexShape]


def make_tables(connection: sqlite3.Connection, version: int) -> None:
    """Make the tables of a version in an empty store, without all that is derived."""
    for step in migrations():
        if step.number <= version:
            for statement in statements(step.script):
                connection.execute(statement)
    connection.execute(f"PRAGMA user_version={version:d}")
    connection.execute(f"PRAGMA application_id={APPLICATION_ID:d}")


def empty_store(version: int) -> sqlite3.Connection:
    """Return an empty store in memory, without what is derived, that refuses no reference."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys=OFF")
    make_tables(connection, version)
    return connection


def schema_of(version: int) -> Schema:
    """Return what a store of this version looks like."""
    with closing(empty_store(version)) as store:
        nouns = derived.noun_columns(store)
        there = {name for (name,) in store.execute("select name from sqlite_master")}
        own = [name for name in (*_OWN_ORDER, *derived.OWN) if name in there and name != "acting"]
        names = dict.fromkeys([*own, *nouns])
        return Schema(
            version, {name: _shape(store, name) for name in names}, _indexes(store, set(names))
        )


def _shape(store: sqlite3.Connection, table: str) -> Shape:
    """Return the shape of a table of an empty store, as SQLite and the schema describe it."""
    (sql,) = store.execute("select sql from sqlite_master where name = ?", (table,)).fetchone()
    rows = store.execute(f'PRAGMA table_info("{table}")').fetchall()
    columns = [str(row[1]) for row in rows]
    parents = {
        columns.index(row[3]): str(row[2])
        for row in store.execute(f'PRAGMA foreign_key_list("{table}")')
    }
    choices = {}
    for place, column in enumerate(columns):
        if match := re.search(_CHOICES.format(column=column), sql):
            choices[place] = re.findall(r"'([^']*)'", match["words"])
    key = next(place for place, row in enumerate(rows) if row[5])
    words = []
    if table in TABLES:
        kinds = {field.name: field.kind for field in TABLES[table].fields}
        words = [place for place, name in enumerate(columns) if kinds.get(name) in WORDS]
    return Shape(
        name=table,
        columns=columns,
        kinds=[str(row[2]).upper() for row in rows],
        required=[bool(row[3] or row[5]) for row in rows],
        defaults=[_default(row[4]) for row in rows],
        key=key,
        is_numbered=str(rows[key][2]).upper() == "INTEGER",
        parents=parents,
        choices=choices,
        words=words,
    )


def _default(sql: str | None) -> Value:
    """Return the value of a column that a row does not have, as it is written in SQL."""
    if sql is None:
        return None
    if sql.startswith("'"):
        return sql.strip("'")
    with suppress(ValueError):
        return int(sql)
    return None


def _indexes(store: sqlite3.Connection, tables: set[str]) -> dict[str, IndexShape]:
    """Return the indexes that hold the values of columns, also those of primary keys."""
    found = {}
    rows = store.execute("select name, tbl_name from sqlite_master where type = 'index'").fetchall()
    for name, table in rows:
        if table in tables:
            parts = store.execute(f'PRAGMA index_info("{name}")').fetchall()
            found[str(name)] = IndexShape(str(table), [part[2] for part in parts])
    return found
