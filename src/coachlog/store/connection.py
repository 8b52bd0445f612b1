"""Opening a store for reading or writing, bringing it up to date first, and running SQL on it.

Every command comes through here: nothing heavier than sqlite3 is imported before it is needed.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, Self, TypeVar

from coachlog.base.errors import UnavailableError
from coachlog.base.texts import _
from coachlog.store import integrity
from coachlog.store.bare import (
    Connection,
    connect,
    copy_pages,
    enable_write_ahead_log,
    in_ram,
    is_up_to_date,
)
from coachlog.store.faults import (
    STORE_LINKED,
    DiskFullError,
    StoreDamagedError,
    StorePermissionError,
    StoreReadOnlyError,
    close_on_failure,
    lacks_room_beside,
    translate_errors,
)
from coachlog.store.files import FileFacts, deny_access_to_others, file_facts
from coachlog.store.integrity import (
    Watch,
    find_day_columns,
    has_readable_days,
    mark_unreadable_days,
    nullable_columns,
)
from coachlog.store.turn import turn_at

Line = TypeVar("Line")


class Reader:
    """Reads with SQL. Each row becomes a *line_type*, a NamedTuple with a field for each column."""

    _writes = False
    """Whether an unreadable text is an error: what is written must not be based on it."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.watch = Watch()
        self._connection = connection

    @property
    def connection(self) -> sqlite3.Connection:
        """The SQLite connection, for what the methods here do not do."""
        return self._connection

    def rows(self, line_type: Callable[..., Line], sql: str, /, **values: object) -> Iterator[Line]:
        """Return the rows of a statement, streamed; *values* fill its `:name` parameters."""
        return self._read_lines(line_type, self._execute(sql, values))

    def plain(self, sql: str, /, **values: object) -> Iterator[tuple[Any, ...]]:
        """Return the rows of a statement as tuples, streamed; a day that cannot be read says so."""
        return self._read_tuples(self._execute(sql, values))

    def one(self, line_type: Callable[..., Line], sql: str, /, **values: object) -> Line | None:
        """Return the first row, or None when there is none. Raises StoreDamagedError."""
        row = self._first_row(sql, values)
        if row is None:
            return None
        names = getattr(line_type, "_fields", ())
        day_columns = find_day_columns(names)
        if not has_readable_days(row, day_columns):
            row = self.watch.repair_row(row, day_columns, nullable_columns(line_type, names))
            if row is None:
                raise StoreDamagedError(
                    path=self.path, problem=_("it contains a day that does not exist")
                )
        return line_type(*row)

    def value(self, sql: str, /, **values: object) -> Any:
        """Return the first column of the first row, or None when there is no row."""
        row = self._first_row(sql, values)
        return None if row is None else row[0]

    def count(self, source: str, /, most: int, **values: object) -> int:
        """Return the number of rows of *source*, counted no further than *most*.

        *source* is what follows `from` in SQL: a table with its conditions and order.
        """
        sql = f"select count(*) from (select 1 from {source} limit :most)"  # noqa: S608 - SQL of our own
        return int(self.value(sql, most=most, **values))

    def close(self) -> None:
        with translate_errors(self.path):
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self.close()

    def _execute(self, sql: str, values: dict[str, object]) -> sqlite3.Cursor:
        with translate_errors(self.path):
            return self._connection.execute(sql, values)

    def _first_row(self, sql: str, values: dict[str, object]) -> Sequence[Any] | None:
        with translate_errors(self.path):
            cursor = self._connection.execute(sql, values)
            row: Sequence[Any] | None = next(self._read_rows(cursor), None)
            cursor.close()  # a statement that is still running would hold up a commit
            return row

    def _read_tuples(self, cursor: sqlite3.Cursor) -> Iterator[tuple[Any, ...]]:
        """Yield the rows; `(unreadable)` for a day that cannot be read."""
        with translate_errors(self.path):
            day_columns = find_day_columns([column[0] for column in cursor.description or ()])
            for row in self._read_rows(cursor):
                if has_readable_days(row, day_columns):
                    yield row
                else:
                    self.watch.damaged = True
                    yield tuple(mark_unreadable_days(row, day_columns))

    def _read_lines(self, line_type: Callable[..., Line], cursor: sqlite3.Cursor) -> Iterator[Line]:
        """Yield the rows as *line_type*; without those that have an unreadable day and need one."""
        with translate_errors(self.path):
            names = getattr(line_type, "_fields", ())
            day_columns = find_day_columns(names)
            for row in self._read_rows(cursor):
                if has_readable_days(row, day_columns):
                    yield line_type(*row)
                    continue
                nullable = nullable_columns(line_type, names)
                if repaired := self.watch.repair_row(row, day_columns, nullable):
                    yield line_type(*repaired)

    def _read_rows(self, cursor: sqlite3.Cursor) -> Iterator[tuple[Any, ...]]:
        """Yield the rows; `(unreadable)` for a text that is not UTF-8, on which a Writer fails."""
        while True:
            try:
                # Without map, `yield from` would close the cursor, even that of a closed store.
                yield from map(tuple, cursor)
            except sqlite3.OperationalError as error:
                if self._writes or not integrity.is_undecodable(error):
                    raise
                # SQLite gives the same row again, and its texts are decoded by this.
                self._connection.text_factory = self.watch.decode_text
            else:
                return


class Writer(Reader):
    """Reads and writes with SQL. Each statement is a transaction, unless one was begun."""

    _writes = True

    def execute(self, sql: str, /, **values: object) -> sqlite3.Cursor:
        """Run one statement; *values* fill its `:name` parameters."""
        return self._execute(sql, values)

    def roll_back(self) -> None:
        """Roll back the transaction, if one was begun."""
        with translate_errors(self.path):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")


def open_reader(path: Path) -> Reader:
    """Return a reader of the store at *path*, or of an empty store in memory if there is no file.

    An older store is brought up to date first; where it cannot be written, in a copy in memory.
    Raises an UnavailableError for whatever keeps it from being read.
    """
    with translate_errors(path):
        connection = _connect_up_to_date(path)
        with close_on_failure(connection):
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute("PRAGMA query_only=ON")
    return Reader(path, connection)


def open_writer(path: Path, wait_ms: int | None = None) -> Connection:
    """Return a connection that writes to the store at *path*.

    The store is made, or brought up to date, first.
    What is saved survives a power cut, what is deleted is overwritten. Raises an UnavailableError
    for whatever keeps it from being written, StoreLockedError after *wait_ms* of a lock.
    """
    with translate_errors(path), turn_at(path, wait_ms):
        facts = file_facts(path)
        if facts is None:
            from coachlog.store import seldom  # seldom needed, as is each module in it

            seldom.creation.create_store(path)
        elif facts.is_linked:
            raise UnavailableError(*STORE_LINKED, path=path)
        elif facts.has_log and not facts.is_open:
            from coachlog.store import copy_aside  # only where a program ended suddenly

            copy_aside.check_log(path)  # SQLite would apply even a strange one
        deny_access_to_others(path)
        connection = connect(path, "mode=rw", wait_ms)
        with close_on_failure(connection):
            if not is_up_to_date(connection, path):
                _bring_up_to_date(connection, path)
            enable_write_ahead_log(connection)
            for setting in ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
                connection.execute(f"PRAGMA {setting}")
    return connection


def _connect_up_to_date(path: Path) -> sqlite3.Connection:
    """Return a connection to the store, brought up to date, or to an up-to-date copy in memory."""
    facts = file_facts(path)
    if facts is None:
        return _open_in_memory(None, path)
    deny_access_to_others(path)
    if facts.has_log and not facts.is_open:
        return _copy_with_log(path)
    connection, is_current = _connect_for_reading(path, facts)
    if is_current:
        return connection
    try:
        open_writer(path).close()
    except (StoreReadOnlyError, StorePermissionError, DiskFullError):  # it stays an older one
        with closing(connection):
            return _open_in_memory(connection, path)
    connection.close()
    return _connect_for_reading(path, facts)[0]


def _copy_with_log(path: Path) -> sqlite3.Connection:
    """Return a copy in memory of a store and the log that a program left: neither is altered."""
    from coachlog.store import copy_aside  # only where a program ended suddenly

    copy = copy_aside.checked_copy(path)
    with close_on_failure(copy):
        if is_up_to_date(copy, path):
            return copy
    with closing(copy):
        return _open_in_memory(copy, path)


def _connect_for_reading(path: Path, facts: FileFacts) -> tuple[sqlite3.Connection, bool]:
    """Return a connection to the store at *path*, and whether the store is up to date.

    Nothing is written to the store. Where it has no log it is opened for writing all the same, so
    that SQLite can remove the files that it puts beside it.
    """
    connection = connect(path, "mode=ro" if facts.has_log else "mode=rw")
    try:
        with close_on_failure(connection):
            return connection, is_up_to_date(connection, path)
    except sqlite3.OperationalError as error:
        if not lacks_room_beside(error):
            raise
    if facts.has_log:
        return _copy_with_log(path), True  # the copy is brought up to date as it is made
    # SQLite wants files beside the store and cannot make them; without a log it needs none.
    connection = connect(path, "mode=ro&immutable=1")
    with close_on_failure(connection):
        return connection, is_up_to_date(connection, path)


def _open_in_memory(source: sqlite3.Connection | None, path: Path) -> sqlite3.Connection:
    """Return an up-to-date store in memory: a copy of *source*, at *path*, or an empty one."""
    connection = in_ram(source)
    with close_on_failure(connection):
        if source:
            copy_pages(source, connection, path)
        _bring_up_to_date(connection, None)
    return connection


def make_backup(store: Path, kind: str, moment: datetime, place: str | None) -> list[str]:
    """Make a backup and return lines to say; see `upkeep`."""
    from coachlog.store import seldom  # as above

    return seldom.daily_backup.back_up(store, kind, moment, place)


def check_whole(store: Path) -> list[str]:
    """Look at all pages of a store; return the lines to say of what is wrong, if anything is."""
    from coachlog.store import seldom  # as above

    return seldom.daily_backup.check_whole(store)


def _bring_up_to_date(connection: sqlite3.Connection, path: Path | None) -> None:
    from coachlog.store import seldom  # as above

    seldom.migrate.bring_up_to_date(connection, path)
