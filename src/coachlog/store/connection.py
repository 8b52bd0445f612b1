"""Opening a store: what kind of file it is, whether it is up to date, and light reads from it.

Every command comes through here, so nothing heavier than sqlite3 is imported; what makes and
alters a store is imported only when there is something to make or alter.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from coachlog.base.errors import UnavailableError
from coachlog.base.texts import _
from coachlog.store import integrity
from coachlog.store.bare import Connection, connect, up_to_date, write_ahead
from coachlog.store.copy_aside import check, checked_copy
from coachlog.store.faults import (
    STORE_LINKED,
    DiskFullError,
    StoreDamagedError,
    StorePermissionError,
    StoreReadOnlyError,
    closed_on_failure,
    lacks_room_beside,
    translated,
)
from coachlog.store.files import BESIDE, FileFacts, look, tighten
from coachlog.store.integrity import Watch, days_among, is_sound, may_lack, without_bad
from coachlog.store.turn import turn_at

Line = TypeVar("Line")


class Reader:
    """Light reads. Each row becomes one *line_type*, a NamedTuple with a field for each column."""

    _writes = False

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.watch = Watch()
        self._connection = connection

    @property
    def connection(self) -> sqlite3.Connection:
        """What is read from, for statements of another kind than these."""
        return self._connection

    def rows(self, line_type: Callable[..., Line], sql: str, /, **values: object) -> Iterator[Line]:
        """The rows of a statement, streamed; *values* fill its `:name` parameters."""
        return self._lines(line_type, self._run(sql, values))

    def plain(self, sql: str, /, **values: object) -> Iterator[tuple[Any, ...]]:
        """The rows of a statement as they are, streamed: for whole tables."""
        return self._plain(self._run(sql, values))

    def one(self, line_type: Callable[..., Line], sql: str, /, **values: object) -> Line | None:
        """The first row, or None when there is none."""
        row = self._first(sql, values)
        if row is None:
            return None
        names = getattr(line_type, "_fields", ())
        days = days_among(names)
        if not is_sound(row, days):
            row = self.watch.mended(row, days, may_lack(line_type, names))
            if row is None:
                raise StoreDamagedError(
                    path=self.path, problem=_("it contains a day that does not exist")
                )
        return line_type(*row)

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

    def _first(self, sql: str, values: dict[str, object]) -> Sequence[Any] | None:
        with translated(self.path):
            cursor = self._connection.execute(sql, values)
            row: Sequence[Any] | None = next(self._all(cursor), None)
            cursor.close()  # a statement that is still running would hold up a commit
            return row

    def _plain(self, cursor: sqlite3.Cursor) -> Iterator[tuple[Any, ...]]:
        with translated(self.path):
            days = days_among([column[0] for column in cursor.description or ()])
            for row in self._all(cursor):
                if is_sound(row, days):
                    yield row
                else:
                    self.watch.damaged = True
                    yield tuple(without_bad(row, days))

    def _lines(self, line_type: Callable[..., Line], cursor: sqlite3.Cursor) -> Iterator[Line]:
        with translated(self.path):
            names = getattr(line_type, "_fields", ())
            days = days_among(names)
            for row in self._all(cursor):
                if is_sound(row, days):
                    yield line_type(*row)
                elif mended := self.watch.mended(row, days, may_lack(line_type, names)):
                    yield line_type(*mended)

    def _all(self, cursor: sqlite3.Cursor) -> Iterator[tuple[Any, ...]]:
        """The rows, each as far as it can be read; who writes is to read all of it or nothing."""
        while True:
            try:
                yield from map(tuple, cursor)  # which never closes a cursor of a closed store
            except sqlite3.OperationalError as error:
                if self._writes or not integrity.is_undecodable(error):
                    raise
                self._connection.text_factory = self.watch.text  # the same row comes again
            else:
                return


SIGNED = (
    "insert into meta(key, value)"
    " select 'log', value || ' ' || hex(randomblob(4)) from meta where key = 'device'"
    " on conflict (key) do update set value = excluded.value"
)
"""Puts the device into the log, which can be told from that of another journal then."""


class Writer(Reader):
    """Reads, and statements that write: each one a transaction of its own unless one was begun."""

    _writes = True

    def execute(self, sql: str, /, **values: object) -> sqlite3.Cursor:
        """Run one statement; *values* fill its `:name` parameters."""
        return self._run(sql, values)

    def roll_back(self) -> None:
        """Take back what was not committed, if anything."""
        with translated(self.path):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")


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


def open_writer(path: Path, wait_ms: int | None = None) -> Connection:
    """A connection that may write to the store at *path*, up to date; made when it is missing.

    Raises an UnavailableError for whatever keeps it from being written, StoreLockedError when
    others keep it to themselves for longer than *wait_ms*.
    """
    with translated(path), turn_at(path, wait_ms):
        found = look(path)
        if found is None:
            _make_file(path)
        elif found.linked:
            raise UnavailableError(*STORE_LINKED, path=path)
        elif found.log and not found.live:
            check(path)
        tighten(path)
        connection = connect(path, "mode=rw", wait_ms)
        with closed_on_failure(connection):
            if not up_to_date(connection, path):
                _bring_up_to_date(connection, path)
            write_ahead(connection)
            for setting in ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
                connection.execute(f"PRAGMA {setting}")
    return connection


def _current(path: Path) -> sqlite3.Connection:
    """A connection to an up-to-date store, or to a copy of it in memory."""
    found = look(path)
    if found is None:
        return _in_memory(None)
    tighten(path)
    if found.log and not found.live:
        return _from_aside(path)
    connection, fresh = _look(path, found)
    if fresh:
        return connection
    try:
        open_writer(path).close()
    except (StoreReadOnlyError, StorePermissionError, DiskFullError):
        with closing(connection):
            return _in_memory(connection)
    connection.close()
    return _look(path, found)[0]


def _from_aside(path: Path) -> sqlite3.Connection:
    """A store with a log that no program has open, as a copy: reading takes nothing over."""
    copy = checked_copy(path)
    with closed_on_failure(copy):
        if up_to_date(copy, path):
            return copy
    with closing(copy):
        return _in_memory(copy)


def _look(path: Path, found: FileFacts) -> tuple[sqlite3.Connection, bool]:
    """A connection to the store at *path*, and whether it is up to date.

    Where a log is, nothing is written. Where there is none, SQLite writes none of it either, but
    has to be able to clear away what it puts beside the store.
    """
    connection = connect(path, "mode=ro" if found.log else "mode=rw")
    try:
        with closed_on_failure(connection):
            return connection, up_to_date(connection, path)
    except sqlite3.OperationalError as error:
        if not lacks_room_beside(error):
            raise
    if found.log:
        return _from_aside(path), True
    # SQLite wants files beside the store and cannot make them; without a log it needs none.
    connection = connect(path, "mode=ro&immutable=1")
    with closed_on_failure(connection):
        return connection, up_to_date(connection, path)


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
    """A new store, made whole beside its place: nobody ever finds half of one, or an empty file."""
    place = Path(os.path.realpath(path))
    beside = place.with_name(f"{place.name}.new")
    for name in (beside, *(Path(f"{beside}{suffix}") for suffix in BESIDE)):
        name.unlink(missing_ok=True)  # of one whose making was broken off
    os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        with closing(connect(beside, "mode=rw")) as connection:
            _bring_up_to_date(connection, beside)
        os.replace(beside, place)  # noqa: PTH105 - it is our turn: nobody makes another
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
