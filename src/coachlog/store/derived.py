"""All that is derived from the tables: triggers of the log, tallies, indexes and views.

Dropped before a migration and made anew after it, generated from the columns that are there then,
so that a new column cannot be forgotten.
"""

import hashlib
import json
import re
import sqlite3
from pathlib import Path
from typing import NamedTuple

from coachlog.store import changes, fulltext, tallies, wordforms
from coachlog.store import indexes as finding
from coachlog.store.schema_objects import Columns, SchemaObject
from coachlog.store.statements import statements

JOURNAL = Path(__file__).parent.parent / "journal"

OWN = ("meta", "counter", "draft", "operation", "change", "acting", "published")
"""The store's own tables; every other table belongs to a noun, and is logged."""

_DROP_ORDER = ("trigger", "view", "index", "table")
_VIEW = re.compile(r"create view (\w+)")


class Plan(NamedTuple):
    """What has to be made: *bare* before the tables are filled by *fill*, *rest* after it."""

    bare: list[SchemaObject]
    fill: list[str]
    rest: list[SchemaObject]

    def statements(self) -> list[str]:
        return [
            *(thing.sql for thing in self.bare),
            *self.fill,
            *(thing.sql for thing in self.rest),
        ]

    def names(self) -> list[tuple[str, str]]:
        return [(thing.kind, thing.name) for thing in (*self.bare, *self.rest)]

    def fingerprint(self) -> str:
        """The same for the same SQL, and only for that."""
        return hashlib.sha256("\n".join(self.statements()).encode()).hexdigest()[:32]


def plan(connection: sqlite3.Connection) -> Plan:
    """What the tables of nouns in *connection* call for."""
    columns = noun_columns(connection)
    kept = [*changes.triggers(columns), *tallies.triggers(), *fulltext.triggers(columns)]
    return Plan(
        bare=[*tallies.tables(), *fulltext.tables()],
        fill=[*tallies.fill(), *fulltext.fill(columns)],
        rest=[*changes.indexes(), *finding.indexes(), *kept, *views()],
    )


def noun_columns(connection: sqlite3.Connection) -> Columns:
    """The tables that nouns keep their records in, and their columns."""
    made = [thing.name for thing in (*tallies.tables(), *fulltext.tables())]
    found = connection.execute(
        "select t.name, c.name from pragma_table_list t, pragma_table_info(t.name) c"
        " where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite!_%' escape '!'"
        " order by t.name, c.cid"
    )
    columns: Columns = {}
    for table, column in found:
        if table not in OWN and table not in made:
            columns.setdefault(table, []).append(column)
    return columns


def views() -> list[SchemaObject]:
    """The public views: each noun keeps its own in its folder."""
    scripts = (file.read_text(encoding="utf-8") for file in sorted(JOURNAL.glob("*/views.sql")))
    return [_view(sql) for script in scripts for sql in statements(script)]


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the store has what its tables call for."""
    return _kept(connection, "derived") == plan(connection).fingerprint()


def make_anew(connection: sqlite3.Connection) -> None:
    """Drop all that is derived and make it again out of the tables, in the caller's transaction.

    The change log, which is derived from nothing, is left alone.
    """
    drop(connection)
    make(connection)


def drop(connection: sqlite3.Connection) -> None:
    """Drop what an earlier version made; what people added to the store themselves stays."""
    made = json.loads(_kept(connection, "derived_names") or "[]")
    names = {(kind, name) for kind, name in made} | set(plan(connection).names())
    for kind, name in sorted(names, key=lambda thing: (_DROP_ORDER.index(thing[0]), thing[1])):
        connection.execute(f'drop {kind} if exists "{name}"')


def make(connection: sqlite3.Connection) -> None:
    """Make everything derived in a store that has none of it, and note what was made."""
    todo = plan(connection)
    wordforms.teach(connection)
    for statement in todo.statements():
        connection.execute(statement)
    for key, value in (
        ("derived", todo.fingerprint()),
        ("derived_names", json.dumps(todo.names())),
    ):
        connection.execute(
            "insert into meta(key, value) values (:key, :value)"
            " on conflict (key) do update set value = excluded.value",
            {"key": key, "value": value},
        )


def _view(sql: str) -> SchemaObject:
    found = _VIEW.search(sql)
    if found is None:
        raise ValueError(f"not a view: {sql}")
    return SchemaObject("view", found[1], sql.rstrip(";"))


def _kept(connection: sqlite3.Connection, key: str) -> str | None:
    if not connection.execute("select 1 from sqlite_master where name = 'meta'").fetchone():
        return None
    row = connection.execute("select value from meta where key = :key", {"key": key}).fetchone()
    return None if row is None else str(row[0])
