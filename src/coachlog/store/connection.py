"""Opening a store: what kind of file it is, whether it is up to date, and light reads from it.

Every command comes through here, so nothing heavier than sqlite3 is imported; what makes and
alters a store is imported only when there is something to make or alter.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from coachlog.store.expected import DERIVED, SCHEMA
from coachlog.store.faults import (
    StoreDamagedError,
    StoreNewerError,
    StorePermissionError,
    StoreReadOnlyError,
    UnreadLogError,
    closed_on_failure,
    primary_code,
    translated,
)
from coachlog.store.files import Kind, has_log, kind_of

if TYPE_CHECKING:
    from coachlog.store.turn import Turn

BUSY_MS = 5000
LONGEST_MS = 1_000_000_000
"""More than a week; SQLite counts no further than twice that."""


Line = TypeVar("Line")


class Reader:
    """Light reads. Each row becomes one *line_type*, a NamedTuple with a field for each column."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def rows(self, line_type: Callable[..., Line], sql: str, /, **values: object) -> Iterator[Line]:
        """The rows of a statement, streamed; *values* fill its `:name` parameters."""
        return self._lines(line_type, self._run(sql, values))

    def plain(self, sql: str, /, **values: object) -> Iterator[tuple[Any, ...]]:
        """The rows of a statement as they are, streamed: for whole tables."""
        return self._plain(self._run(sql, values))

    def one(self, line_type: Callable[..., Line], sql: str, /, **values: object) -> Line | None:
        """The first row, or None when there is none."""
        row = self._first(sql, values)
        return None if row is None else line_type(*row)

    def value(self, sql: str, /, **values: object) -> Any:
        """The first column of the first row, or None when there is none."""
        row = self._first(sql, values)
        return None if row is None else row[0]

    def count(self, source: str, /, most: int, **values: object) -> int:
        """How many rows *source* has; *most* where there are more.

        *source* is a table with its conditions, and the order in which an index finds them.
        """
        sql = f"select count(*) from (select 1 from {source} limit :most)"  # noqa: S608 - SQL of our own
        return int(self.value(sql, most=most, **values))

    def close(self) -> None:
        with translated(self.path):
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _run(self, sql: str, values: dict[str, object]) -> sqlite3.Cursor:
        with translated(self.path):
            return self._connection.execute(sql, values)

    def _first(self, sql: str, values: dict[str, object]) -> tuple[Any, ...] | None:
        with translated(self.path):
            cursor = self._connection.execute(sql, values)
            row: tuple[Any, ...] | None = cursor.fetchone()
            cursor.close()  # a statement that is still running would hold up a commit
            return row

    def _plain(self, cursor: sqlite3.Cursor) -> Iterator[tuple[Any, ...]]:
        with translated(self.path):
            yield from map(tuple, cursor)  # which never closes a cursor of a closed store

    def _lines(self, line_type: Callable[..., Line], cursor: sqlite3.Cursor) -> Iterator[Line]:
        with translated(self.path):
            for row in cursor:
                yield line_type(*row)


class Writer(Reader):
    """Reads, and statements that write: each one a transaction of its own unless one was begun."""

    def execute(self, sql: str, /, **values: object) -> sqlite3.Cursor:
        """Run one statement; *values* fill its `:name` parameters."""
        return self._run(sql, values)


def open_reader(path: Path) -> Reader:
    """The store at *path*, for reading; an empty one in memory when there is no such file yet.

    An older store is brought up to date first; where it cannot be written, in a copy in memory.
    Raises an UnavailableError for whatever keeps it from being read.
    """
    with translated(path):
        connection = _current(path)
        with closed_on_failure(connection):
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute("PRAGMA query_only=ON")
    return Reader(path, connection)


def open_writer(path: Path, wait_ms: int | None = None) -> sqlite3.Connection:
    """A connection that may write to the store at *path*, up to date; made when it is missing.

    Raises an UnavailableError for whatever keeps it from being written, StoreLockedError when
    others keep it to themselves for longer than *wait_ms*.
    """
    with translated(path), turn_at(path, wait_ms):
        kind = kind_of(path)
        if kind is Kind.MISSING:
            _make_file(path)
        connection = connect(path, "mode=rw", wait_ms)
        with closed_on_failure(connection):
            if kind is not Kind.STORE or not up_to_date(connection, path):
                _bring_up_to_date(connection, path)
            _write_ahead(connection)
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA foreign_keys=ON")
    return connection


def turn_at(path: Path, wait_ms: int | None = None) -> "Turn":
    """Our turn to write the store at *path*, whose folder is made; `with` or `end` gives it on.

    Raises StoreLockedError when those before us take longer than *wait_ms*.
    """
    # Imported here: reading waits for nobody.
    from coachlog.store.turn import PATIENCE_MS, Turn

    with translated(path):
        if kind_of(path) is Kind.MISSING:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return Turn(path, PATIENCE_MS if wait_ms is None else wait_ms)


def connect(path: Path, options: str, wait_ms: int | None = None) -> sqlite3.Connection:
    """A bare connection to the file at *path*; *options* are those of an SQLite URI."""
    # as_uri quotes what has a meaning in a URI: `?`, `#`, `%`.
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{options}",
        timeout=(busy_ms() if wait_ms is None else wait_ms) / 1000,
        isolation_level=None,
        uri=True,
    )


def _current(path: Path) -> sqlite3.Connection:
    """A connection to an up-to-date store, or to a copy of it in memory."""
    if kind_of(path) is not Kind.STORE:
        return _in_memory(None)
    connection, fresh = _look(path)
    if fresh:
        return connection
    try:
        open_writer(path).close()
    except (StoreReadOnlyError, StorePermissionError):
        try:
            return _in_memory(connection)
        finally:
            connection.close()
    connection.close()
    return _look(path)[0]


def _look(path: Path) -> tuple[sqlite3.Connection, bool]:
    """A connection to the store at *path*, and whether it is up to date."""
    connection = connect(path, "mode=rw")
    try:
        with closed_on_failure(connection):
            return connection, up_to_date(connection, path)
    except sqlite3.OperationalError as error:
        if primary_code(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
    return _look_without_writing(path)


def _look_without_writing(path: Path) -> tuple[sqlite3.Connection, bool]:
    """SQLite wants files beside the store and cannot make them; without a log it needs none."""
    if has_log(path):
        raise UnreadLogError(path=path)
    connection = connect(path, "mode=ro&immutable=1")
    with closed_on_failure(connection):
        return connection, up_to_date(connection, path)


def up_to_date(connection: sqlite3.Connection, path: Path) -> bool:
    """Two cheap statements, for every command pays them. Raises StoreNewerError."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA:
        raise StoreNewerError(path=path, found=version, known=SCHEMA)
    if version < SCHEMA:
        return False
    try:
        row = connection.execute("select value from meta where key = 'derived'").fetchone()
    except sqlite3.OperationalError as error:
        if primary_code(error) == sqlite3.SQLITE_ERROR:
            raise StoreDamagedError(path=path, problem=error) from error
        raise
    return row is not None and row[0] == DERIVED


def _in_memory(source: sqlite3.Connection | None) -> sqlite3.Connection:
    """An up-to-date store in memory: a copy of *source*, or an empty one."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    with closed_on_failure(connection):
        if source:
            source.backup(connection)
        _bring_up_to_date(connection, None)
    return connection


def _bring_up_to_date(connection: sqlite3.Connection, path: Path | None) -> None:
    # Imported here: a read of a store that is up to date, nearly every one, needs none of it.
    from coachlog.store.migrate import bring_up_to_date

    bring_up_to_date(connection, path)


def _make_file(path: Path) -> None:
    """An empty file that only its owner reads."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Let reading go on while somebody writes. SQLite does not wait for the lock here: we do."""
    deadline = time.monotonic() + busy_ms() / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL").fetchone()
        except sqlite3.OperationalError as error:
            if primary_code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.005)
        else:
            return


def busy_ms() -> int:
    """How long to wait for another program, in milliseconds; COACHLOG_BUSY_MS shortens it."""
    given = os.environ.get("COACHLOG_BUSY_MS", "")
    if not (given.isascii() and given.isdigit()):
        return BUSY_MS
    return int(given) if len(given) < len(str(LONGEST_MS)) else LONGEST_MS
