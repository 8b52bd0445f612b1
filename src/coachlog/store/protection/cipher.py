"""Connections to protected files, by SQLCipher: they behave as those of the sqlite3 module do.

SQLCipher comes as a module of its own, with errors of its own. Each is turned here into the error
of sqlite3 that it is, so that nobody else has to know which of the two has a file open.
"""

import sqlite3
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any

from coachlog.store.files import PROTECTED_MAGIC, note_closed
from coachlog.store.protection import key_search, keys

try:
    from sqlcipher3 import dbapi2
except ImportError as error:
    raise keys.missing_library(error, "sqlcipher3") from error

_NO_TEXT = "SQL logic error"
"""What SQLCipher says of a page that is not as it was encrypted; SQLite has no other use for it."""

_CODES = {
    "database disk image is malformed": sqlite3.SQLITE_CORRUPT,
    "file is not a database": sqlite3.SQLITE_NOTADB,
    "database is locked": sqlite3.SQLITE_BUSY,
    "database or disk is full": sqlite3.SQLITE_FULL,
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "unable to open database file": sqlite3.SQLITE_CANTOPEN,
    "attempt to write a readonly database": sqlite3.SQLITE_READONLY,
}
"""The codes of errors that come without one, as those of a copy do."""


def connect(uri: str, seconds: float, key_id: str, path: Path) -> "CipherConnection":
    """Open a file in autocommit mode with the key of that id; a plain one where it is empty.

    Raises UnavailableError where the key cannot be had.
    """
    key = key_search.find_key(key_id, path) if key_id else b""
    opened = CipherConnection(
        uri, timeout=seconds, isolation_level=None, uri=True, check_same_thread=True
    )
    opened.begin(key_id, key, path)
    return opened


def in_ram(source: "CipherConnection") -> "CipherConnection":
    """Return an empty database in memory with the key of *source*."""
    opened = CipherConnection(":memory:", isolation_level=None, uri=True)
    opened.begin(source.key_id, source.key, source.path)
    return opened


def export(source: sqlite3.Connection, copy: Path, key_id: str) -> None:
    """Copy all of *source*, opened here, into the empty file *copy*, with another key or none.

    *source* is in memory, for it takes *copy* in as a second database.
    """
    key = key_search.find_key(key_id, copy) if key_id else b""
    source.execute("ATTACH ? AS copy KEY ?", (str(copy), _secret(key, key_id) if key else ""))
    source.execute("PRAGMA copy.journal_mode=OFF").fetchone()
    source.execute("PRAGMA copy.synchronous=OFF")
    source.execute("BEGIN")
    source.execute("SELECT sqlcipher_export('copy')").fetchone()
    for name in ("user_version", "application_id"):
        number = source.execute(f"PRAGMA main.{name}").fetchone()[0]
        source.execute(f"PRAGMA copy.{name}={number:d}")
    source.execute("COMMIT")
    source.execute("DETACH copy")


def _secret(key: bytes, key_id: str) -> str:
    """Return the key as SQLCipher wants it, followed by how the file is to begin."""
    salt = PROTECTED_MAGIC + bytes.fromhex(key_id)
    return f"x'{key.hex()}{salt.hex()}'"


def _as_of_sqlite(error: Exception) -> sqlite3.Error:
    """Return the error of sqlite3 that an error of SQLCipher is."""
    code = _code(error)
    is_bad_page = code == sqlite3.SQLITE_NOTADB or str(error) == _NO_TEXT
    if is_bad_page:
        same: sqlite3.Error = sqlite3.DatabaseError("database disk image is malformed")
        code = sqlite3.SQLITE_CORRUPT
    else:
        same = getattr(sqlite3, type(error).__name__, sqlite3.DatabaseError)(*error.args)
    if code is not None:
        same.sqlite_errorcode = code
    return same


def _code(error: Exception) -> int | None:
    return getattr(error, "sqlite_errorcode", None) or _CODES.get(str(error))


def _as_sqlite_does(method: Callable[..., Any]) -> Callable[..., Any]:
    """Make a method raise errors of sqlite3, or UnavailableError where the key is a wrong one."""

    @wraps(method)
    def call(self: Any, *args: Any, **named: Any) -> Any:
        try:
            return method(self, *args, **named)
        except dbapi2.Error as error:
            raise self.fault(error) from None

    return call


class CipherCursor(dbapi2.Cursor):  # type: ignore[misc]
    """A cursor of a `CipherConnection`."""

    execute = _as_sqlite_does(dbapi2.Cursor.execute)
    executemany = _as_sqlite_does(dbapi2.Cursor.executemany)
    fetchone = _as_sqlite_does(dbapi2.Cursor.fetchone)
    fetchmany = _as_sqlite_does(dbapi2.Cursor.fetchmany)
    fetchall = _as_sqlite_does(dbapi2.Cursor.fetchall)

    def fault(self, error: Exception) -> Exception:
        """Return what *error* means."""
        fault: Exception = self.connection.fault(error)
        return fault

    def __iter__(self) -> Iterator[Any]:
        try:
            # By its function, for `yield from` would close the cursor itself.
            yield from iter(super().__next__, None)
        except dbapi2.Error as error:
            raise self.fault(error) from None


class CipherConnection(dbapi2.Connection):  # type: ignore[misc]
    """A connection to a protected file, or to a plain one that is copied to or from such a file."""

    file_id: tuple[int, int] | None = None
    key_id = ""
    key = b""
    path = Path()

    backup = _as_sqlite_does(dbapi2.Connection.backup)
    commit = _as_sqlite_does(dbapi2.Connection.commit)
    rollback = _as_sqlite_does(dbapi2.Connection.rollback)
    create_function = _as_sqlite_does(dbapi2.Connection.create_function)

    def begin(self, key_id: str, key: bytes, path: Path) -> None:
        """Give it the key, which nothing is read without."""
        self.key_id, self.key, self.path = key_id, key, path
        self.execute("PRAGMA cipher_log_level=NONE")
        if key:
            self.execute(f'PRAGMA key="{_secret(key, key_id)}"')

    def cursor(self, factory: type[Any] = CipherCursor) -> Any:
        """Return a cursor, whose errors are those of sqlite3."""
        return super().cursor(factory)

    def execute(self, *args: Any) -> Any:
        """Run one statement."""
        return self.cursor().execute(*args)

    def executemany(self, *args: Any) -> Any:
        """Run one statement with many rows of values."""
        return self.cursor().executemany(*args)

    def fault(self, error: Exception) -> Exception:
        """Return what *error* means: it may be that the key is not that of this file."""
        is_unreadable = _code(error) == sqlite3.SQLITE_NOTADB
        if is_unreadable and self.key and not keys.is_key(self.key, self.key_id):
            return keys.wrong_key(self.path)
        return _as_of_sqlite(error)

    @_as_sqlite_does
    def close(self) -> None:
        """Close it; the file counts as open no more."""
        super().close()
        if self.file_id:
            note_closed(self.file_id)
            self.file_id = None
