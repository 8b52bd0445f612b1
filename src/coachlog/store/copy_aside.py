"""Checking, in a copy, a store whose last changes lie in a log that no program has open.

A program that crashed leaves such a log, which belongs to its store. But when a backup is put in
the place of that store, the log does not belong to it: SQLite would apply it and ruin the backup.
"""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from coachlog.store.bare import connect
from coachlog.store.faults import (
    StoreDamagedError,
    StoreLockedError,
    StrangeLogError,
    close_on_failure,
)

_LOGS = ("-wal", "-journal")
_MEMORY_FOLDER = Path("/dev/shm")
_WAL_HEADER_SIZE = 32
_WAL_MAGIC = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
_COPY_TRIES = 5
_LOG_OF_ANOTHER_DEVICE = (
    "select 1 from meta l, meta d where l.key = 'log' and d.key = 'device'"
    " and substr(l.value, 1, length(d.value)) <> d.value"
)


def checked_copy(path: Path) -> sqlite3.Connection:
    """Copy the store at *path* with its log into memory; the files themselves stay as they are.

    Raises StrangeLogError when the log does not belong to it, StoreDamagedError when the store
    itself is broken.
    """
    with temporary_copy(path) as copy:
        identity = _read_identity(copy)
        try:
            return _load_checked(copy, path, identity)
        except sqlite3.DatabaseError as error:
            raise _diagnose(path, str(error)) from error


def check_log(path: Path) -> None:
    """Raise an error where the log does not belong to the store; see `checked_copy`."""
    checked_copy(path).close()


def _load_checked(copy: Path, path: Path, identity: list[tuple[str, str]]) -> sqlite3.Connection:
    """Load the *copy* with its log into memory, and check that the two make one sound store."""
    with closing(connect(copy, "mode=rw")) as store:
        if not (_has_valid_log(copy) and _has_identity(store, identity)):
            raise _diagnose(path, "")
        problem = store.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if problem != "ok" or store.execute("PRAGMA foreign_key_check").fetchone():
            raise _diagnose(path, problem)
        memory = sqlite3.connect(":memory:", isolation_level=None)
        with close_on_failure(memory):
            store.backup(memory)
    return memory


def _diagnose(path: Path, problem: str) -> StrangeLogError | StoreDamagedError:
    """Return the error to raise: about the log if the store is sound without it, else the store."""
    with temporary_copy(path, logs=()) as copy:
        try:
            with closing(_open_without_log(copy)) as store:
                is_sound = store.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        except sqlite3.DatabaseError:
            is_sound = False
    if is_sound:
        log_names = [f"{path}{suffix}" for suffix in _LOGS]
        existing_log = next((name for name in log_names if os.path.exists(name)), "")  # noqa: PTH110
        return StrangeLogError(path=path, log=existing_log)
    return StoreDamagedError(path=path, problem=problem)


def _has_valid_log(copy: Path) -> bool:
    """Whether the write-ahead log begins as one should, is empty, or is not there.

    SQLite ignores any other log without an error, and what was in it would be lost.
    """
    try:
        with copy.with_name(f"{copy.name}-wal").open("rb") as log:
            header = log.read(_WAL_HEADER_SIZE)
    except FileNotFoundError:
        return True
    is_empty = len(header) < _WAL_HEADER_SIZE or not any(header)
    return is_empty or header.startswith(_WAL_MAGIC)


def _read_identity(copy: Path) -> list[tuple[str, str]]:
    """Return the device of the store and the id of its latest step, both without its log.

    Each has its name before it. Empty where they cannot be read: they may be in the log alone.
    """
    with suppress(sqlite3.DatabaseError), closing(_open_without_log(copy)) as store:
        return [
            *store.execute("select 'device', value from meta where key = 'device'"),
            *store.execute("select 'step', id from operation order by stamp desc limit 1"),
        ]
    return []


def _has_identity(store: sqlite3.Connection, identity: list[tuple[str, str]]) -> bool:
    """Whether the store with its log still has the *identity* that it has without."""
    queries = {
        "device": "select 1 from meta where key = 'device' and value = ?",
        "step": "select 1 from operation where id = ?",
    }
    for name, value in identity:
        if not store.execute(queries[name], (value,)).fetchone():
            return False
    # Writing signs the log with the device, so the log also tells whose it is.
    return not store.execute(_LOG_OF_ANOTHER_DEVICE).fetchone()


def _open_without_log(copy: Path) -> sqlite3.Connection:
    return connect(copy, "mode=ro&immutable=1")


@contextmanager
def temporary_copy(path: Path, logs: tuple[str, ...] = _LOGS) -> Iterator[Path]:
    """In a `with` block: copy the store and its logs to a temporary folder, removed at its end.

    Raises StoreLockedError where another program kept writing to them.
    """
    store = Path(os.path.realpath(path))
    files = [store, *(Path(f"{store}{suffix}") for suffix in logs)]
    size = sum(file.stat().st_size for file in files if file.exists())
    with tempfile.TemporaryDirectory(prefix="coachlog-", dir=_temporary_folder(size)) as folder:
        for _try in range(_COPY_TRIES):
            states_before = _file_states(files)
            for file in files:
                with suppress(FileNotFoundError):
                    shutil.copyfile(file, Path(folder, file.name))
            if _file_states(files) == states_before:  # nobody wrote while it was copied
                yield Path(folder, store.name)
                return
        raise StoreLockedError(path=path)


def _file_states(files: list[Path]) -> list[tuple[int, int]]:
    """Return when each file was last changed, and its size: one differs once somebody wrote."""
    stats = [file.stat() for file in files if file.exists()]
    return [(stat.st_mtime_ns, stat.st_size) for stat in stats]


def _temporary_folder(size: int) -> Path | None:
    """Return a folder in memory for a copy of *size* bytes; None for the usual temporary folder.

    In memory a private text is not written to a disk once more, and a full disk does not matter.
    """
    with suppress(OSError):  # where there is no such folder
        usage = os.statvfs(_MEMORY_FOLDER)
        free_bytes = usage.f_bavail * usage.f_frsize
        # Four times the size, for SQLite may apply the log to the copy, and others need room too.
        if os.access(_MEMORY_FOLDER, os.W_OK) and free_bytes > 4 * size:
            return _MEMORY_FOLDER
    return None
