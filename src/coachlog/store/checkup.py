"""What is wrong inside a store, found in a copy in memory: the store itself is never altered."""
# ruff: noqa: S608 - the SQL is put together from the names of our own tables, never from values

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from coachlog.store import derived, fulltext, migrate, tallies
from coachlog.store.backups import open_store
from coachlog.store.bare import SIGN_LOG, connect, copy_pages, in_ram
from coachlog.store.connection import Reader, open_writer
from coachlog.store.damage import DamagedField, damaged_fields_in
from coachlog.store.expected import DERIVED, SCHEMA
from coachlog.store.faults import close_on_failure, lacks_room_beside, translate_errors
from coachlog.store.turn import turn_at

SQLITE_VERSION = sqlite3.sqlite_version
MOST_PROBLEMS = 100
_INDEX_WORDS = ("fts5", "inverted index")
"""Newer versions of SQLite find a damaged full-text index among all else: it can be made anew."""


class SchemaDifferences(NamedTuple):
    """How the tables, views, triggers and indexes of a store differ from those of a new one.

    *lost_tables* hold or describe records, and cannot be made anew; *lost* can. *added* are there
    though coachlog made none of them.
    """

    lost_tables: list[str]
    lost: list[str]
    added: list[str]


def open_copy(path: Path) -> Reader:
    """Return a reader of a copy in memory of the store, of whatever version it is.

    Raises an UnavailableError for whatever keeps it from being read.
    """
    with translate_errors(path):
        try:
            with closing(open_store(path)) as store:
                return Reader(path, _in_memory(store, path))
        except sqlite3.OperationalError as error:
            if not lacks_room_beside(error):
                raise
        # SQLite wants files beside the store and cannot make them; this needs none.
        with closing(connect(path, "mode=ro&immutable=1")) as store:
            return Reader(path, _in_memory(store, path))


def _in_memory(store: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """Return a copy in memory of the database *store*, which is at *path*."""
    memory = in_ram(store)
    with close_on_failure(memory):
        copy_pages(store, memory, path)
    return memory


def schema_version(copy: Reader) -> int:
    """Return the number of the last migration of the store."""
    return int(copy.value("PRAGMA user_version"))


def is_current(copy: Reader) -> bool:
    """Whether the store is as this version of coachlog makes it."""
    has_meta = copy.value("select 1 from sqlite_master where name = 'meta'")
    derived_by = has_meta and copy.value("select value from meta where key = 'derived'")
    return schema_version(copy) == SCHEMA and derived_by == DERIVED


def integrity_problems(copy: Reader) -> list[str]:
    """Return what SQLite finds wrong in the pages, cells and values; empty if nothing is."""
    problems = []
    try:
        copy.connection.execute("PRAGMA cell_size_check=ON")
        for (text,) in copy.connection.execute(f"PRAGMA integrity_check({MOST_PROBLEMS})"):
            problems.append(str(text))
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # too damaged to be looked through
        problems.append(str(error) if isinstance(error, sqlite3.DatabaseError) else "UTF-8")
    return [text for text in problems if text != "ok" and not _is_about_index(text)]


def broken_references(copy: Reader) -> list[tuple[str, str]]:
    """Return each table with a record that refers to one that is not there, and the latter's."""
    with translate_errors(copy.path):
        rows = copy.connection.execute("PRAGMA foreign_key_check").fetchall()
    return [(str(table), str(missing)) for table, _row_id, missing, _index in rows]


def unreadable_fields(copy: Reader) -> Iterator[DamagedField]:
    """Yield the first field of each record that holds no text, day or JSON that can be read."""
    with translate_errors(copy.path):
        yield from damaged_fields_in(copy.connection)


def differing_objects(copy: Reader) -> SchemaDifferences:
    """Return how the objects of an up-to-date store differ from those of a new one."""
    with translate_errors(copy.path), closing(sqlite3.connect(":memory:")) as new:
        new.isolation_level = None
        migrate.bring_up_to_date(new, None)
        made_anew = set(derived.plan(new).names())
        expected, found = _read_objects(new), _read_objects(copy.connection)
    differing = [key for key, sql in expected.items() if found.get(key) != sql]
    return SchemaDifferences(
        lost_tables=[name for kind, name in differing if (kind, name) not in made_anew],
        lost=[name for kind, name in differing if (kind, name) in made_anew],
        added=[name for kind, name in found if (kind, name) not in expected],
    )


def differing_tallies(copy: Reader) -> list[str]:
    """Return the names of the tallies that do not say what the records say."""
    return [
        tally.name
        for tally in tallies.TALLIES
        if _rows_differ(copy, f"select * from {tally.name}", tallies.count_query(tally))
    ]


def is_index_wrong(copy: Reader) -> bool:
    """Whether the full-text index lacks words of the records, or has others."""
    columns = derived.noun_columns(copy.connection)
    documents = "select noun, record_id, layer, body from document"
    if _rows_differ(copy, documents, fulltext.document_query(columns)):
        return True
    try:
        # Written to the copy alone; rank 1 compares the index with the documents, too.
        copy.connection.execute("insert into search(search, rank) values ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        return True
    return False


def rebuild_derived(path: Path) -> None:
    """Rebuild tallies, full-text index, views and triggers from the records.

    Raises an UnavailableError.
    """
    with translate_errors(path), turn_at(path), closing(open_writer(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.execute(SIGN_LOG)
            derived.make_anew(connection)
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def _is_about_index(problem: str) -> bool:
    return any(word in problem.casefold() for word in _INDEX_WORDS)


def _read_objects(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """Return the SQL of all objects by kind and name, without those that SQLite makes by itself."""
    rows = connection.execute(
        "select type, name, sql from sqlite_master"
        " where sql is not null and name not like 'sqlite!_%' escape '!'"
        " and name not like 'search!_%' escape '!'"
    )
    return {(kind, name): sql for kind, name, sql in rows}


def _rows_differ(copy: Reader, one: str, other: str) -> bool:
    """Whether two queries return different rows; a broken table counts as one that differs."""
    missing, added = (
        f"select * from ({first}) except select * from ({second}) limit 1"
        for first, second in ((one, other), (other, one))
    )
    try:
        return any(copy.connection.execute(query).fetchone() for query in (missing, added))
    except sqlite3.DatabaseError:
        return True
