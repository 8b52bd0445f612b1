"""Checking, in a copy, a store whose last changes lie in a log that no program has open.

A program that crashed leaves such a log, which belongs to its store. But when a backup is put in
the place of that store, the log does not belong to it: SQLite would apply it and ruin the backup.
"""

import os
import shutil
import sqlite3
import sys
import tempfile
import time
from array import array
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from coachlog.base.texts import _
from coachlog.store.bare import connect, in_ram
from coachlog.store.faults import (
    StoreDamagedError,
    StoreLockedError,
    StrangeLogError,
    close_on_failure,
)
from coachlog.store.files import BESIDE

MEMORY_FOLDER = Path("/dev/shm")
COPY_PREFIX = "coachlog-copy-"
"""Begins the name of the folder of a copy; then comes the number of the process."""
_WAL_HEADER_SIZE = 32
_WAL_MAGIC = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
_FRAME_HEADER_SIZE = 24
_PAGE_SIZES = {1 << power for power in range(9, 17)}
_COPY_TRIES, _PAUSE = 5, 0.02
_LOG_OF_ANOTHER_DEVICE = (
    "select 1 from meta l, meta d where l.key = 'log' and d.key = 'device'"
    " and substr(l.value, 1, length(d.value)) <> d.value"
)


def checked_copy(path: Path, *, cipher: bool = False) -> sqlite3.Connection:
    """Copy the store at *path* with its log into memory; the files themselves stay as they are.

    For *cipher* see `connect`. Raises StrangeLogError when the log does not belong to it,
    StoreDamagedError when the store itself is broken. Where another program writes meanwhile, it
    is copied again.
    """
    files = _files_of(path, BESIDE[:2])
    for tries_left in range(_COPY_TRIES, 0, -1):
        states_before = _file_states(files)
        try:
            return _checked_once(path, cipher=cipher)
        except (StrangeLogError, StoreDamagedError):
            time.sleep(_PAUSE)  # a clock of files ticks slowly
            if tries_left == 1 or _file_states(files) == states_before:
                raise
    raise StoreLockedError(path=path)


def _checked_once(path: Path, *, cipher: bool) -> sqlite3.Connection:
    """Copy a store with its log and check the copy; see `checked_copy`."""
    with temporary_copy(path) as copy:
        identity = _read_identity(copy)
        try:
            return _load_checked(copy, path, identity, cipher=cipher)
        except sqlite3.DatabaseError as error:
            raise _diagnose(path, str(error)) from error


def check_log(path: Path) -> None:
    """Raise an error where the log does not belong to the store; see `checked_copy`."""
    checked_copy(path).close()


def _load_checked(
    copy: Path, path: Path, identity: list[tuple[str, str]], *, cipher: bool
) -> sqlite3.Connection:
    """Load the *copy* with its log into memory, and check that the two make one sound store."""
    with closing(connect(copy, "mode=rw", cipher=cipher)) as store:
        data, log = _log_beside(copy)
        if log is not None and log.is_broken:
            problem = _("the file beside it (-wal), with what was saved last, cannot be read whole")
            raise StoreDamagedError(path=path, problem=problem)
        # SQLite ignores a log that does not begin as one, and what was in it would be lost.
        is_begun = any(data[:_WAL_HEADER_SIZE]) and len(data) >= _WAL_HEADER_SIZE
        if (is_begun and log is None) or not _has_identity(store, identity):
            raise _diagnose(path, "")
        problem = store.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if problem != "ok" or store.execute("PRAGMA foreign_key_check").fetchone():
            raise _diagnose(path, problem)
        memory = in_ram(store)
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
        log_names = [f"{path}{suffix}" for suffix in BESIDE[:2]]
        existing_log = next((name for name in log_names if os.path.exists(name)), "")  # noqa: PTH110
        return StrangeLogError(path=path, log=existing_log)
    return StoreDamagedError(path=path, problem=problem)


def _log_beside(copy: Path) -> "tuple[bytes, WalContents | None]":
    """Return the bytes of the write-ahead log, and what it holds; none of both without one."""
    try:
        data = copy.with_name(f"{copy.name}-wal").read_bytes()
    except FileNotFoundError:
        data = b""
    return data, read_wal(data)


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
def temporary_copy(path: Path, logs: tuple[str, ...] = BESIDE[:2]) -> Iterator[Path]:
    """In a `with` block: copy the store and its logs to a temporary folder, removed at its end.

    Raises StoreLockedError where another program kept writing to them.
    """
    store = Path(os.path.realpath(path))
    files = _files_of(path, logs)
    size = sum(file.stat().st_size for file in files if file.exists())
    prefix = f"{COPY_PREFIX}{os.getpid()}-"
    with tempfile.TemporaryDirectory(prefix=prefix, dir=_temporary_folder(size)) as folder:
        for _try in range(_COPY_TRIES):
            states_before = _file_states(files)
            for file in files:
                with suppress(FileNotFoundError):
                    shutil.copyfile(file, Path(folder, file.name))
            if _file_states(files) == states_before:  # nobody wrote while it was copied
                yield Path(folder, store.name)
                return
        raise StoreLockedError(path=path)


def _files_of(path: Path, logs: tuple[str, ...]) -> list[Path]:
    """Return the file of a store, and those of its logs, which need not be there."""
    store = Path(os.path.realpath(path))
    return [store, *(Path(f"{store}{suffix}") for suffix in logs)]


def _file_states(files: list[Path]) -> list[tuple[int, int]]:
    """Return when each file was last changed, and its size: one differs once somebody wrote."""
    stats = [file.stat() for file in files if file.exists()]
    return [(stat.st_mtime_ns, stat.st_size) for stat in stats]


def _temporary_folder(size: int) -> Path | None:
    """Return a folder in memory for a copy of *size* bytes; None for the usual temporary folder.

    In memory a private text is not written to a disk once more, and a full disk does not matter.
    """
    with suppress(OSError):  # where there is no such folder
        usage = os.statvfs(MEMORY_FOLDER)
        free_bytes = usage.f_bavail * usage.f_frsize
        # Four times the size, for SQLite may apply the log to the copy, and others need room too.
        if os.access(MEMORY_FOLDER, os.W_OK) and free_bytes > 4 * size:
            return MEMORY_FOLDER
    return None


class WalContents(NamedTuple):
    """The pages of a log by their number, and whether a frame before the last commit is broken."""

    page_size: int
    pages: dict[int, bytes]
    is_broken: bool


class _WalFrame(NamedTuple):
    """A page in a log; *is_sound* tells whether it is as it was written."""

    page_number: int
    page: bytes
    ends_transaction: bool
    is_sound: bool


def read_wal(data: bytes) -> WalContents | None:
    """Return what a write-ahead log holds; None where its beginning is not that of one.

    SQLite itself stops without a word at the first frame that is not as it was written. Here the
    frames after it count too, once a later one ends a transaction: it was on the disk then.
    """
    if len(data) < _WAL_HEADER_SIZE or data[:4] not in _WAL_MAGIC:
        return None
    page_size = _big_endian(data, 8)
    is_header_sound = _checksum(data[:24], (0, 0), data[:4]) == _checksum_at(data, 24)
    if page_size not in _PAGE_SIZES or not is_header_sound:
        return None
    committed: dict[int, bytes] = {}
    uncommitted: dict[int, bytes] = {}
    has_broken_frame = is_broken = False
    for frame in _frames(data, page_size):
        if not frame.is_sound:
            has_broken_frame = True
            continue
        uncommitted[frame.page_number] = frame.page
        if frame.ends_transaction:
            committed |= uncommitted
            uncommitted = {}
            is_broken = is_broken or has_broken_frame
    return WalContents(page_size, committed, is_broken)


def _frames(data: bytes, page_size: int) -> Iterator[_WalFrame]:
    """Yield the frames of a log; those of an earlier log in the same file are left out."""
    salts, checksum = data[16:24], _checksum_at(data, 24)
    frame_size = _FRAME_HEADER_SIZE + page_size
    for start in range(_WAL_HEADER_SIZE, len(data) - frame_size + 1, frame_size):
        header = data[start : start + _FRAME_HEADER_SIZE]
        page = data[start + _FRAME_HEADER_SIZE : start + frame_size]
        if header[8:16] != salts:
            return
        stated = _checksum_at(header, 16)
        is_sound = _checksum(header[:8] + page, checksum, data[:4]) == stated
        yield _WalFrame(_big_endian(header, 0), page, _big_endian(header, 4) > 0, is_sound)
        checksum = stated


def _big_endian(data: bytes, start: int) -> int:
    return int.from_bytes(data[start : start + 4], "big")


def _checksum_at(data: bytes, start: int) -> tuple[int, int]:
    """Return the checksum that is written at *start*."""
    return _big_endian(data, start), _big_endian(data, start + 4)


def _checksum(data: bytes, previous: tuple[int, int], magic: bytes) -> tuple[int, int]:
    """Return the checksum of *data*, which goes on from the *previous* one.

    The *magic* at the beginning of a log tells in which byte order the words are added.
    """
    words = array("I", data)
    is_little_endian = magic == _WAL_MAGIC[0]
    if is_little_endian != (sys.byteorder == "little"):
        words.byteswap()
    first, second = previous
    for index in range(0, len(words), 2):
        first = first + words[index] + second & 0xFFFFFFFF
        second = second + words[index + 1] + first & 0xFFFFFFFF
    return first, second
