"""The file of a store and what lies beside it, looked at without SQLite.

SQLite would touch what another program left. Every command comes through here.
"""

import os
import stat
from enum import Enum
from pathlib import Path

from coachlog.store.faults import NotADatabaseError, NotAStoreError, StoreIsFolderError

APPLICATION_ID = 0x636F6163  # "coac", in the header of the file

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100


class Kind(Enum):
    """What a file can be."""

    MISSING = "there is no file"
    BLANK = "an empty file, or one that was never finished"
    STORE = "a store of coachlog, of whatever version"


def kind_of(path: Path) -> Kind:
    """What the file is, by its header alone: SQLite would touch what another program left."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return Kind.MISSING
    if stat.S_ISDIR(mode):
        raise StoreIsFolderError(path=path)
    if not stat.S_ISREG(mode):
        raise NotADatabaseError(path=path)
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if not header:
        return Kind.BLANK
    if not header.startswith(_MAGIC):
        raise NotADatabaseError(path=path)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotAStoreError(path=path)
    return Kind.STORE


def has_log(path: Path) -> bool:
    """Whether changes of the store lie in a file beside it, for another program has it open."""
    place = os.path.realpath(path)
    return any(_size(f"{place}{suffix}") for suffix in ("-wal", "-journal"))


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116 - a name with a suffix, made of a plain string
    except FileNotFoundError:
        return 0
