"""All that is derived from the tables: triggers of the log, tallies, indexes and views.

It is dropped before a migration and made again after it, generated from the columns that there are
then, so that a new column cannot be forgotten.
"""

import hashlib
import json
import sqlite3
from typing import NamedTuple

from coachlog.store import changes, fulltext, tallies, wordforms
from coachlog.store import indexes as search_indexes
from coachlog.store.bare import SET_META
from coachlog.store.public_views import views
from coachlog.store.schema_objects import Columns, SchemaObject

OWN = (
    *("meta", "counter", "draft", "consultation", "operation", "change", "acting", "published"),
    *("erasure", "nameless_talk"),
)
"""The store's own tables; every other table belongs to a noun, and is logged."""

_DROP_ORDER = ("trigger", "view", "index", "table")


class Plan(NamedTuple):
    """All that has to be made, in three parts, in their order."""

    tables: list[SchemaObject]
    """Derived tables, still empty, and their indexes."""
    fill: list[str]
    """Statements that fill these tables."""
    rest: list[SchemaObject]
    """Triggers, views and indexes: made last, so that filling sets off no trigger."""

    def statements(self) -> list[str]:
        """Return all SQL of the plan, in the order in which to run it."""
        return [
            *(table.sql for table in self.tables),
            *self.fill,
            *(item.sql for item in self.rest),
        ]

    def names(self) -> list[tuple[str, str]]:
        """Return the kind and the name of each thing that the plan makes."""
        return [(item.kind, item.name) for item in (*self.tables, *self.rest)]

    def fingerprint(self) -> str:
        """Return a hash of all SQL of the plan."""
        return hashlib.sha256("\n".join(self.statements()).encode()).hexdigest()[:32]


def plan(connection: sqlite3.Connection) -> Plan:
    """Return the plan for the tables of nouns that *connection* has."""
    columns = noun_columns(connection)
    triggers = [*changes.triggers(columns), *tallies.triggers(), *fulltext.triggers(columns)]
    return Plan(
        tables=[*tallies.tables(), *fulltext.tables()],
        fill=[*tallies.fill(), *fulltext.fill(columns)],
        rest=[*changes.indexes(), *search_indexes.indexes(), *triggers, *views()],
    )


def noun_columns(connection: sqlite3.Connection) -> Columns:
    """Return the tables in which nouns keep their records, each with its columns in order."""
    derived_tables = [item.name for item in (*tallies.tables(), *fulltext.tables())]
    # Names that begin with sqlite_ belong to SQLite.
    rows = connection.execute(
        "select t.name, c.name from pragma_table_list t, pragma_table_info(t.name) c"
        " where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite!_%' escape '!'"
        " order by t.name, c.cid"
    )
    columns: Columns = {}
    for table, column in rows:
        if table not in OWN and table not in derived_tables:
            columns.setdefault(table, []).append(column)
    return columns


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether all that is derived is as this version of coachlog makes it."""
    return _read_meta(connection, "derived") == plan(connection).fingerprint()


def make_anew(connection: sqlite3.Connection) -> None:
    """Drop all that is derived and make it again from the tables, in the caller's transaction.

    The change log, which is derived from nothing, is left alone.
    """
    drop(connection)
    make(connection)


def drop(connection: sqlite3.Connection) -> None:
    """Drop what this or an earlier version made; what people added to the store stays."""
    noted_names = json.loads(_read_meta(connection, "derived_names") or "[]")
    names = {(kind, name) for kind, name in noted_names} | set(plan(connection).names())
    # What uses others goes before what it uses; by name, so that the order is always the same.
    for kind, name in sorted(names, key=lambda pair: (_DROP_ORDER.index(pair[0]), pair[1])):
        connection.execute(f'drop {kind} if exists "{name}"')


def make(connection: sqlite3.Connection) -> None:
    """Make all that is derived in a store that has none of it, and note in `meta` what was made."""
    new_plan = plan(connection)
    wordforms.add_fold_function(connection)
    for statement in new_plan.statements():
        connection.execute(statement)
    notes = {
        "derived": new_plan.fingerprint(),
        "derived_names": json.dumps(new_plan.names()),
    }
    for key, value in notes.items():
        connection.execute(SET_META, {"key": key, "value": value})


def _read_meta(connection: sqlite3.Connection, key: str) -> str | None:
    """Return the value of *key* in the table `meta`; None without one, or in an empty store."""
    has_meta = connection.execute("select 1 from sqlite_master where name = 'meta'").fetchone()
    if not has_meta:
        return None
    row = connection.execute("select value from meta where key = :key", {"key": key}).fetchone()
    return None if row is None else str(row[0])
