"""The file of a store and the files beside it, examined without SQLite, which might alter them.

Every command comes through here.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from coachlog.base.errors import UnavailableError
from coachlog.base.texts import N_
from coachlog.store.faults import (
    NotADatabaseError,
    StoreEmptyError,
    StoreIsFolderError,
)
from coachlog.store.owners import has_owner

APPLICATION_ID = 0x636F6163  # "coac", in the header of the file
BESIDE = ("-wal", "-journal", "-shm")
"""Suffixes of what SQLite puts beside a store: a log of either kind, and the index of a log."""

_LOGS = BESIDE[:2]
PROTECTED_MAGIC = b"coachlog\x01"
"""How a protected file begins; the id of its key follows, and nothing else of it can be read."""

_MAGIC = b"SQLite format 3\x00"
_SALT_SIZE = 16
_HEADER_SIZE = 100
_OTHERS_ACCESS = stat.S_IRWXG | stat.S_IRWXO

_open_counts: dict[tuple[int, int], int] = {}
"""How many connections of this process have each file open, by device and inode. Such a file is
never opened a second time: closing it would release the locks of all these connections."""

_open_keys: dict[tuple[int, int], str] = {}
"""The id of the key of each file that is open so; empty for a plain one."""


class FileFacts(NamedTuple):
    """What is known of the file of a store, of any version, without reading its tables."""

    file_id: tuple[int, int]
    """Device and inode: the same for all names of one file."""
    has_log: bool
    """Whether a file beside the store holds changes."""
    is_open: bool
    """Whether a program has the store open. Other ones are only looked for if there is a log."""
    is_linked: bool
    """Whether the file has a second name, a hard link."""


def file_facts(path: Path) -> FileFacts | None:
    """Describe the file at *path*; None when there is none.

    Raises an UnavailableError where the file is no store, is empty, or is gone and left its log
    behind.
    """
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        if has_log(path):
            raise _missing_beside_log(path) from None
        return None
    file_id = (status.st_dev, status.st_ino)
    log_exists = has_log(path)
    is_linked = status.st_nlink > 1
    is_open_here = file_id in _open_counts
    if is_open_here and status.st_size:
        # Not looked into: closing it after that would release the locks of our connections.
        return FileFacts(file_id, log_exists, is_open=True, is_linked=is_linked)
    if stat.S_ISDIR(status.st_mode):
        raise StoreIsFolderError(path=path)
    if not stat.S_ISREG(status.st_mode):
        raise NotADatabaseError(path=path)
    if not status.st_size:
        raise StoreEmptyError(path=path)
    is_open = _is_open_elsewhere(path, log_exists)
    return FileFacts(file_id, log_exists, is_open, is_linked)


def _missing_beside_log(path: Path) -> UnavailableError:
    """Return the error for a store that is gone, but left its log behind."""
    return UnavailableError(
        N_("The journal {path} is not there, but its last changes are in a file beside it."),
        N_(
            "Put the journal back beside it, or put a backup in its place: coachlog restore. To "
            "read what can be read of that file: coachlog doctor --rescue FILE. To start afresh, "
            "first move the files that begin with its name (-wal, -shm) elsewhere."
        ),
        path=path,
    )


def _is_open_elsewhere(path: Path, log_exists: bool) -> bool:
    """Whether another process has the store open; False without a log, for then it does not matter.

    Raises an UnavailableError where the header is not that of a store.
    """
    with path.open("rb") as file:
        _check_header(file.read(_HEADER_SIZE), path)
        return log_exists and has_owner(file.fileno())


def _check_header(header: bytes, path: Path) -> None:
    """Raise an UnavailableError where *header*, of the file at *path*, is not that of a store."""
    if header.startswith(PROTECTED_MAGIC):
        return
    if not header.startswith(_MAGIC):
        raise NotADatabaseError(path=path)
    application_id = int.from_bytes(header[68:72], "big")  # where SQLite has it
    if application_id != APPLICATION_ID:
        raise UnavailableError(
            N_("The file {path} is a database of another program, not a coachlog journal."),
            N_("It was left unchanged. Give another file: --store FILE"),
            path=path,
        )


def has_log(path: Path) -> bool:
    """Whether a file beside the store holds changes of it. Raises UnavailableError."""
    target = os.path.realpath(path)
    sizes = [_size(f"{target}{suffix}") for suffix in BESIDE]
    return any(sizes[: len(_LOGS)])


def key_id_of(path: Path) -> str:
    """Return the id of the key of a protected file; empty for any other one, or none."""
    try:
        status = os.stat(path)  # noqa: PTH116 - quicker
        file_id = status.st_dev, status.st_ino
        if file_id in _open_counts:  # not looked into, as above
            return _open_keys.get(file_id, "")
        if not stat.S_ISREG(status.st_mode):
            return ""
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            header = file.read(_SALT_SIZE)
    except OSError:  # opening it as a store will tell what is wrong
        return ""
    is_whole = len(header) == _SALT_SIZE and header.startswith(PROTECTED_MAGIC)
    return header[len(PROTECTED_MAGIC) :].hex() if is_whole else ""


def is_plain_database(path: Path) -> bool:
    """Whether the file is a database that anybody can read. Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def note_of_conversion(path: Path) -> Path:
    """Return the file that is there while the store gets a key, or loses it."""
    return Path(f"{os.path.realpath(path)}.protecting")


def note_opened(path: Path, key_id: str = "") -> tuple[int, int] | None:
    """Count a connection of this process to the file, and return its id for `note_closed`.

    Return None, and count nothing, where the file cannot be found.
    """
    try:
        status = os.stat(path)  # noqa: PTH116 - quicker
    except OSError:
        return None
    file_id = status.st_dev, status.st_ino
    _open_counts[file_id] = _open_counts.get(file_id, 0) + 1
    _open_keys[file_id] = key_id
    return file_id


def note_closed(file_id: tuple[int, int]) -> None:
    """Count one connection of this process to the file less."""
    _open_counts[file_id] -= 1
    if not _open_counts[file_id]:
        del _open_counts[file_id], _open_keys[file_id]


def deny_access_to_others(path: Path) -> None:
    """Deny other users access to the store and the files beside it, where these are our own."""
    if os.name != "posix":  # elsewhere a mode does not say who has access
        return
    target = os.path.realpath(path)
    for name in (target, *(f"{target}{suffix}" for suffix in BESIDE)):
        with suppress(OSError):
            status = os.stat(name)  # noqa: PTH116 - a plain string
            is_ours = status.st_uid == os.geteuid()
            if is_ours and status.st_mode & _OTHERS_ACCESS:
                mode = stat.S_IMODE(status.st_mode) & ~_OTHERS_ACCESS
                os.chmod(name, mode)  # noqa: PTH101 - as above


def erasing_folder(path: Path) -> Path:
    """Return the folder beside a store that is there while something is erased."""
    return Path(f"{os.path.realpath(path)}.erasing")


def is_under_way(path: Path) -> bool:
    """Whether something of the store is being erased, or was when a program ended."""
    return os.path.lexists(erasing_folder(path))


def waiting_file(path: Path) -> Path:
    """Return the file that notes in which places copies still hold what was erased."""
    return Path(f"{os.path.realpath(path)}.backups", "erasures.txt")


def copies_wait(path: Path) -> bool:
    """Whether something of the store is still to be erased in copies in a second place."""
    return os.path.exists(waiting_file(path))  # noqa: PTH110 - as quick as can be


def open_to_others(path: Path) -> bool:
    """Whether other users have access to the store, though `deny_access_to_others` ran."""
    try:
        return os.name == "posix" and bool(path.stat().st_mode & _OTHERS_ACCESS)
    except OSError:
        return False


def _size(path: str) -> int:
    """Return the size of a file in bytes; 0 when there is none.

    Raises UnavailableError for anything but a file: SQLite would wait for a pipe for ever.
    """
    try:
        status = os.stat(path)  # noqa: PTH116 - a name with a suffix, made of a plain string
    except (FileNotFoundError, NotADirectoryError):
        return 0
    if not stat.S_ISREG(status.st_mode):
        raise UnavailableError(
            N_("{path} is not an ordinary file, but the journal needs that name."),
            N_("Move it elsewhere, then try again."),
            path=path,
        )
    return status.st_size
