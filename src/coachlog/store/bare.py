"""Bare connections of SQLite: how they are made, how long they wait, what they show at a glance."""

import os
import sqlite3
import time
from pathlib import Path

from coachlog.base.errors import UnavailableError
from coachlog.store.expected import DERIVED, SCHEMA
from coachlog.store.faults import STORE_NEWER, StoreDamagedError, primary_code
from coachlog.store.files import closed, opened

BUSY_MS = 5000
LONGEST_MS = 1_000_000_000
"""More than a week; SQLite counts no further than twice that."""


class Connection(sqlite3.Connection):
    """One that tells when it is closed: see `files`."""

    place: tuple[int, int] | None = None

    def close(self) -> None:
        super().close()
        if self.place:
            closed(self.place)
            self.place = None


def connect(path: Path, options: str, wait_ms: int | None = None) -> Connection:
    """A bare connection to the file at *path*; *options* are those of an SQLite URI."""
    # as_uri quotes what has a meaning in a URI: `?`, `#`, `%`.
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{options}",
        timeout=(busy_ms() if wait_ms is None else wait_ms) / 1000,
        isolation_level=None,
        uri=True,
        factory=Connection,
    )
    connection.place = opened(path)
    return connection


def up_to_date(connection: sqlite3.Connection, path: Path) -> bool:
    """Two cheap statements, for every command pays them. Raises UnavailableError."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA:
        raise UnavailableError(*STORE_NEWER, path=path, found=version, known=SCHEMA)
    if version < SCHEMA:
        return False
    try:
        row = connection.execute("select value from meta where key = 'derived'").fetchone()
    except sqlite3.OperationalError as error:
        if primary_code(error) == sqlite3.SQLITE_ERROR:
            raise StoreDamagedError(path=path, problem=error) from error
        raise
    return row is not None and row[0] == DERIVED


def write_ahead(connection: sqlite3.Connection) -> None:
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
