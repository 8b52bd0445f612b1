"""A store whose last changes lie in a log that no program has open: looked at in a copy aside.

A program that crashed leaves such a log, and it belongs to the store. A backup that was put in
place of a store finds one too, and it does not: SQLite would copy it in and ruin the backup.
"""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from coachlog.store.faults import (
    StoreDamagedError,
    StoreLockedError,
    StrangeLogError,
    closed_on_failure,
)

_LOGS = ("-wal", "-journal")
_IN_MEMORY = Path("/dev/shm")
_MAGIC = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
_TRIES = 5
_SIGNED_BY_ANOTHER = (
    "select 1 from meta l, meta d where l.key = 'log' and d.key = 'device'"
    " and substr(l.value, 1, length(d.value)) <> d.value"
)


def checked_copy(path: Path) -> sqlite3.Connection:
    """The store at *path* with its log, in memory; nothing beside *path* is touched.

    Raises StrangeLogError when the log does not belong to it, StoreDamagedError when the store
    itself is broken.
    """
    with _copy(path) as copy:
        before = _newest(copy)
        try:
            return _whole(copy, path, before)
        except sqlite3.DatabaseError as error:
            raise _what_is_wrong(path, str(error)) from error


def check(path: Path) -> None:
    """Raise what `checked_copy` raises."""
    checked_copy(path).close()


def _whole(copy: Path, path: Path, before: list[tuple[str, ...]]) -> sqlite3.Connection:
    with closing(sqlite3.connect(copy, isolation_level=None)) as store:
        if not (_is_log(copy) and _holds(store, before)):
            raise _what_is_wrong(path, "")
        problem = store.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if problem != "ok" or store.execute("PRAGMA foreign_key_check").fetchone():
            raise _what_is_wrong(path, problem)
        kept = sqlite3.connect(":memory:", isolation_level=None)
        with closed_on_failure(kept):
            store.backup(kept)
    return kept


def _what_is_wrong(path: Path, problem: str) -> StrangeLogError | StoreDamagedError:
    """The store, or the log: whatever is broken without the other."""
    with _copy(path, logs=()) as alone:
        try:
            with closing(_alone(alone)) as store:
                sound = store.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        except sqlite3.DatabaseError:
            sound = False
    if sound:
        logs = [f"{path}{suffix}" for suffix in _LOGS if os.path.exists(f"{path}{suffix}")]  # noqa: PTH110
        return StrangeLogError(path=path, log=logs[0] if logs else "")
    return StoreDamagedError(path=path, problem=problem)


def _is_log(copy: Path) -> bool:
    """Whether the log begins as one does; SQLite passes over any other without a word."""
    try:
        with copy.with_name(f"{copy.name}-wal").open("rb") as log:
            header = log.read(32)
    except FileNotFoundError:
        return True
    return len(header) < 32 or header.startswith(_MAGIC) or not any(header)


def _newest(copy: Path) -> list[tuple[str, ...]]:
    """What the store says of itself without its log: its device, and what was done last.

    Nothing where that cannot be read, for some of it may be in the log.
    """
    with suppress(sqlite3.DatabaseError), closing(_alone(copy)) as store:
        return [
            *store.execute("select 'device', value from meta where key = 'device'"),
            *store.execute("select 'step', id from operation order by stamp desc limit 1"),
        ]
    return []


def _holds(store: sqlite3.Connection, before: list[tuple[str, ...]]) -> bool:
    """Whether the store with its log still has what it had *before*."""
    sql = {
        "device": "select 1 from meta where key = 'device' and value = ?",
        "step": "select 1 from operation where id = ?",
    }
    known = all(store.execute(sql[what], (value,)).fetchone() for what, value in before)
    return known and not store.execute(_SIGNED_BY_ANOTHER).fetchone()


def _alone(copy: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{copy.as_uri()}?mode=ro&immutable=1", uri=True)


@contextmanager
def _copy(path: Path, logs: tuple[str, ...] = _LOGS) -> Iterator[Path]:
    """A copy of the store and its logs in a folder of our own, in memory where there is room."""
    files = [Path(os.path.realpath(path))]
    files += [Path(f"{files[0]}{suffix}") for suffix in logs]
    size = sum(file.stat().st_size for file in files if file.exists())
    with tempfile.TemporaryDirectory(prefix="coachlog-", dir=_roomy(size)) as folder:
        for _try in range(_TRIES):
            before = _state(files)
            for file in files:
                with suppress(FileNotFoundError):
                    shutil.copyfile(file, Path(folder, file.name))
            if _state(files) == before:
                yield Path(folder, files[0].name)
                return
        raise StoreLockedError(path=path)


def _state(files: list[Path]) -> list[tuple[int, int]]:
    """What tells whether somebody wrote meanwhile."""
    seen = [file.stat() for file in files if file.exists()]
    return [(each.st_mtime_ns, each.st_size) for each in seen]


def _roomy(size: int) -> Path | None:
    """Where a copy is never written to a disk, and none is needed that may be full."""
    with suppress(OSError):
        room = os.statvfs(_IN_MEMORY)
        if os.access(_IN_MEMORY, os.W_OK) and room.f_bavail * room.f_frsize > 4 * size:
            return _IN_MEMORY
    return None
