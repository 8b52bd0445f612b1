"""The file of a store and what lies beside it, looked at without SQLite, which might alter them.

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
"""What SQLite puts beside a store: the log of either kind, and an index of it."""

_LOGS = BESIDE[:2]
_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_OTHERS = stat.S_IRWXG | stat.S_IRWXO

_ours: dict[tuple[int, int], int] = {}
"""How many connections of this process each file has. Such a file is never opened besides: to
close it again would take away the locks of all of them."""


class FileFacts(NamedTuple):
    """A store of whatever version. *log*: changes lie beside it. *live*: some program has it open.

    *place* tells one file from another, whatever its name.
    """

    place: tuple[int, int]
    log: bool
    live: bool
    linked: bool


def look(path: Path) -> FileFacts | None:
    """Describe the file at *path*; None when there is none.

    Raises an UnavailableError for what is no store, has been emptied, or left a log behind.
    """
    try:
        seen = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        if has_log(path):
            raise UnavailableError(
                N_(
                    "The journal {path} is not there, but its last changes are in a file beside it."
                ),
                N_(
                    "Put the journal back beside it. To use a backup or start afresh, "
                    "first move the files "
                    "that begin with its name (-wal, -shm) to another folder."
                ),
                path=path,
            ) from None
        return None
    place, log = (seen.st_dev, seen.st_ino), has_log(path)
    if place in _ours and seen.st_size:
        return FileFacts(place, log, live=True, linked=seen.st_nlink > 1)
    if stat.S_ISDIR(seen.st_mode):
        raise StoreIsFolderError(path=path)
    if not stat.S_ISREG(seen.st_mode):
        raise NotADatabaseError(path=path)
    if not seen.st_size:
        raise StoreEmptyError(path=path)
    return FileFacts(place, log, live=_looked_into(path, log), linked=seen.st_nlink > 1)


def _looked_into(path: Path, log: bool) -> bool:
    """Read the header, and tell whether another process has the store open, where it matters."""
    with path.open("rb") as file:
        header = file.read(_HEADER)
        if not header.startswith(_MAGIC):
            raise NotADatabaseError(path=path)
        if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
            raise UnavailableError(
                N_("The file {path} is a database of another program, not a coachlog journal."),
                N_("It was left unchanged. Give another file: --store FILE"),
                path=path,
            )
        if not log:
            return False
        return has_owner(file.fileno())


def has_log(path: Path) -> bool:
    """Whether changes of the store lie in a file beside it."""
    place = os.path.realpath(path)
    return any(_size(f"{place}{suffix}") for suffix in _LOGS)


def opened(path: Path) -> tuple[int, int] | None:
    """Note that a connection of this process has the file open; the result is for `closed`."""
    try:
        seen = os.stat(path)  # noqa: PTH116 - quicker
    except OSError:
        return None
    place = seen.st_dev, seen.st_ino
    _ours[place] = _ours.get(place, 0) + 1
    return place


def closed(place: tuple[int, int]) -> None:
    """Note that one connection less has it open."""
    _ours[place] -= 1
    if not _ours[place]:
        del _ours[place]


def tighten(path: Path) -> None:
    """Let nobody but the owner read the store and what lies beside it, where that is ourselves."""
    if os.name != "posix":
        return
    place = os.path.realpath(path)
    for name in (place, *(f"{place}{suffix}" for suffix in BESIDE)):
        with suppress(OSError):
            seen = os.stat(name)  # noqa: PTH116 - a plain string
            if seen.st_mode & _OTHERS and seen.st_uid == os.geteuid():
                os.chmod(name, stat.S_IMODE(seen.st_mode) & ~_OTHERS)  # noqa: PTH101 - as above


def open_to_others(path: Path) -> bool:
    """Whether somebody else on this machine may read the store, though `tighten` did its best."""
    try:
        return os.name == "posix" and bool(path.stat().st_mode & _OTHERS)
    except OSError:
        return False


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116 - a name with a suffix, made of a plain string
    except (FileNotFoundError, NotADirectoryError):
        return 0
