"""Plain SQLite connections: opening one, how long it waits, and whether its store is up to date."""

import os
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from coachlog.base.errors import UnavailableError
from coachlog.store.expected import DERIVED, SCHEMA
from coachlog.store.faults import STORE_NEWER, StoreDamagedError, StoreLockedError, primary_code
from coachlog.store.files import key_id_of, note_closed, note_opened

BUSY_MS = 5000
LONGEST_MS = 1_000_000_000
"""More than eleven days; SQLite overflows at about twice that."""


SIGN_LOG = (
    "insert into meta(key, value)"
    " select 'log', value || ' ' || hex(randomblob(4)) from meta where key = 'device'"
    " on conflict (key) do update set value = excluded.value"
)
"""Writes the device of the journal into its log, to tell it from the log of another journal."""


SET_META = (
    "insert into meta(key, value) values (:key, :value)"
    " on conflict (key) do update set value = excluded.value"
)
"""Writes what a store notes about itself, such as its days of use."""


statement_watchers: list[Callable[[str], None]] = []
"""Functions that are called with each statement and its values, for the log of `--debug`."""


class Connection(sqlite3.Connection):
    """A connection that `files` counts as open until it is closed."""

    file_id: tuple[int, int] | None = None
    """Device and inode of its file; None when the file could not be looked at, or once closed."""

    key_id = ""
    """The id of the key of its file: a plain one has none."""

    def close(self) -> None:
        super().close()
        if self.file_id:
            note_closed(self.file_id)
            self.file_id = None


def connect(
    path: Path,
    options: str,
    wait_ms: int | None = None,
    key_id: str | None = None,
    *,
    cipher: bool = False,
) -> Connection:
    """Open the file at *path* in autocommit mode; *options* are those of an SQLite URI.

    *wait_ms* is how long to wait for the locks of other programs, by default `busy_ms()`. A
    protected file is opened with its key; *key_id* is that of a file that is empty yet. With
    *cipher* a plain file is opened in a way that it can be copied to a protected one.
    Raises UnavailableError where the key cannot be had.
    """
    if wait_ms is None:
        wait_ms = busy_ms()
    if key_id is None:
        key_id = key_id_of(path)
    # as_uri quotes the characters that mean something in a URI: `?`, `#`, `%`.
    uri, seconds = f"{path.absolute().as_uri()}?{options}", wait_ms / 1000
    connection: Connection
    if key_id or cipher:
        connection = _ciphers().connect(uri, seconds, key_id, path)
    else:
        connection = sqlite3.connect(
            uri, timeout=seconds, isolation_level=None, uri=True, factory=Connection
        )
    connection.file_id = note_opened(path, key_id)
    for watch in statement_watchers:
        connection.set_trace_callback(watch)
    return connection


def in_ram(source: sqlite3.Connection | None) -> sqlite3.Connection:
    """Return an empty database in memory, to which the pages of *source* can be copied."""
    if source is None or isinstance(source, sqlite3.Connection):
        return sqlite3.connect(":memory:", isolation_level=None)
    in_memory: sqlite3.Connection = _ciphers().in_ram(source)
    return in_memory


def export(source: sqlite3.Connection, copy: Path, key_id: str) -> None:
    """Copy *source*, in memory and opened with *cipher*, to an empty file with another key."""
    _ciphers().export(source, copy, key_id)


def _ciphers() -> Any:
    from coachlog.store.protection import cipher  # for a protected journal only

    return cipher


def is_up_to_date(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the schema, and what is derived from it, are those of this version of coachlog.

    Two cheap statements, because every command runs them. Raises UnavailableError for a store of a
    newer version, StoreDamagedError where the `meta` table cannot be read.
    """
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    refuse_newer(version, path)
    if version < SCHEMA:
        return False
    try:
        row = connection.execute("select value from meta where key = 'derived'").fetchone()
    except sqlite3.OperationalError as error:
        if primary_code(error) == sqlite3.SQLITE_ERROR:  # there is no such table, or no column
            raise StoreDamagedError(path=path, problem=error) from error
        raise
    return row is not None and row[0] == DERIVED


def refuse_newer(version: int, path: Path | None, known: int = SCHEMA) -> None:
    """Raise UnavailableError where *version*, of the schema of a store, is a newer one."""
    if version > known:
        raise UnavailableError(*STORE_NEWER, path=path, found=version, known=known)


def enable_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Turn on write-ahead logging, so that others can read while one program writes."""
    set_journal_mode(connection, "WAL")


def set_journal_mode(connection: sqlite3.Connection, mode: str) -> None:
    """Set which log SQLite keeps beside a store; DELETE takes the write-ahead log over.

    SQLite does not wait for the lock that this takes, so it is tried until `busy_ms()` is over.
    """
    deadline = time.monotonic() + busy_ms() / 1000
    while True:
        try:
            connection.execute(f"PRAGMA journal_mode={mode}").fetchone()
        except sqlite3.OperationalError as error:
            is_locked = primary_code(error) == sqlite3.SQLITE_BUSY
            if not is_locked or time.monotonic() > deadline:
                raise
            time.sleep(0.005)
        else:
            return


def copy_pages(source: sqlite3.Connection, target: sqlite3.Connection, store: Path) -> None:
    """Copy all pages of *source*, the database of *store*, to *target*.

    Raises StoreLockedError where another program keeps it to itself for too long: by itself,
    sqlite3 would wait for ever.
    """
    deadline = time.monotonic() + busy_ms() / 1000

    # SQLite calls it after each step, and when it has to wait for a lock.
    def give_up(status: int, _remaining: int, _total: int) -> None:
        is_locked = status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        if is_locked and time.monotonic() > deadline:
            raise StoreLockedError(path=store)

    source.backup(target, progress=give_up, sleep=0.02)


def busy_ms() -> int:
    """Return how many milliseconds to wait for another program: COACHLOG_BUSY_MS or BUSY_MS."""
    setting = os.environ.get("COACHLOG_BUSY_MS", "")
    is_number = setting.isascii() and setting.isdigit()
    if not is_number:
        return BUSY_MS
    # Compared by length, for Python refuses to read a number of thousands of digits.
    is_too_long = len(setting) >= len(str(LONGEST_MS))
    return LONGEST_MS if is_too_long else int(setting)
