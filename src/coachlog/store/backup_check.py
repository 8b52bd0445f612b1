"""Opening a backup, whether it is sound, and what is in it. Nothing of it is ever altered."""
# ruff: noqa: S608 - the SQL is put together from the names of our own tables, never from values

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from coachlog.base.errors import UnavailableError
from coachlog.base.texts import _
from coachlog.store import derived
from coachlog.store.bare import Connection, connect
from coachlog.store.faults import StoreDamagedError, translate_errors
from coachlog.store.files import file_facts
from coachlog.store.private_files import open_ordinary_file

DIGEST_LENGTH = 12
_NEWEST = (
    "select s.number, s.held_on, c.name from session s join coachee c on c.id = s.coachee_id"
    " where s.status = 'held' order by s.starts_at desc, s.number desc limit 1"
)


class NewestTalk(NamedTuple):
    """The latest conversation that was held: its number, its day and with whom."""

    number: int
    held_on: str
    name: str


class Contents(NamedTuple):
    """What a store holds: the number of *records* by table, and of unfinished conversations."""

    schema: int
    device: str
    records: dict[str, int]
    drafts: int
    newest: NewestTalk | None
    last_stamp: str
    """The stamp of the last step of the history; empty without one."""

    @property
    def total(self) -> int:
        """Return the number of all records."""
        return sum(self.records.values())


def open_backup(path: Path, *, cipher: bool = False) -> Connection:
    """Return a connection that reads the backup at *path*, and puts no file beside it.

    For *cipher* see `connect`. Raises an UnavailableError for what is no store at all, a link or a
    pipe.
    """
    with translate_errors(path):
        open_ordinary_file(path).close()
        file_facts(path)  # raises an error for what is no store
        return connect(path, "mode=ro&immutable=1", cipher=cipher)


def problem_of(path: Path, digest: str = "") -> str:
    """Return what is wrong with the backup at *path*; empty if nothing is.

    *digest* is the beginning of the hash that its content had; without it, only what SQLite can
    tell is found, not a letter that became another.
    """
    try:
        with translate_errors(path):
            if digest and digest_of(path) != digest:
                return _("it is not as it was when it was made")
            with closing(open_backup(path)) as connection:
                return problem_in(connection)
    except UnavailableError as error:
        return error.cause_text().rstrip(".")


def problem_in(connection: sqlite3.Connection) -> str:
    """Return what SQLite finds wrong with a store; empty if nothing is."""
    problem = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    if problem != "ok":
        return problem
    return broken_reference(connection)


def broken_reference(connection: sqlite3.Connection) -> str:
    """Return the first reference to a record that is not there; empty if each is there."""
    violation = connection.execute("PRAGMA foreign_key_check").fetchone()
    if violation is None:
        return ""
    table, row_id, missing_table, _index = violation
    return f"{table} {row_id} → {missing_table}"


def digest_of(path: Path) -> str:
    """Return the beginning of the hash of a file's content."""
    with open_ordinary_file(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:DIGEST_LENGTH]


def table_digests(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the number of rows and a hash of them for each table, also those of the index."""
    tables = connection.execute(
        "select name, sql from sqlite_master where type = 'table' order by name"
    ).fetchall()
    found = {}
    for name, sql in tables:
        if str(sql).casefold().startswith("create virtual"):
            continue  # what it holds is in tables of its own
        count, digest = 0, hashlib.sha256(str(sql).encode())
        width = len(connection.execute(f'select * from "{name}" limit 0').description)
        order = ", ".join(str(column + 1) for column in range(width))
        for row in connection.execute(f'select * from "{name}" order by {order}'):
            count += 1
            digest.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
        found[str(name)] = f"{count} {digest.hexdigest()}"
    return found


def contents_of(path: Path) -> Contents:
    """Return what the backup at *path* holds. Raises an UnavailableError."""
    with translate_errors(path), closing(open_backup(path)) as connection:
        return contents(connection, path)


def contents(connection: sqlite3.Connection, path: Path) -> Contents:
    """Return what the store on *connection* holds, of whatever version it is."""
    device = connection.execute("select value from meta where key = 'device'").fetchone()
    if device is None:
        raise StoreDamagedError(path=path, problem=_("something in it is not as expected"))
    tables = derived.noun_columns(connection)
    counts = {table: _count(connection, table) for table in tables}
    newest = connection.execute(_NEWEST).fetchone()
    return Contents(
        schema=connection.execute("PRAGMA user_version").fetchone()[0],
        device=str(device[0]),
        records=counts,
        drafts=_count(connection, "draft"),
        newest=NewestTalk(*newest) if newest else None,
        last_stamp=connection.execute("select max(stamp) from operation").fetchone()[0] or "",
    )


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f'select count(*) from "{table}"').fetchone()[0])
