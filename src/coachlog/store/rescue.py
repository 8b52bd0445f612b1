"""Reading what can be read out of a damaged store, into a new one that is sound.

Nothing of the damaged store is altered. The new one has another name until it is whole, was
checked, and is on the disk.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from coachlog.base.errors import RefusedError, UnavailableError
from coachlog.base.texts import N_
from coachlog.store.backups import check_sound
from coachlog.store.bare import connect
from coachlog.store.faults import (
    STORE_GONE,
    NotADatabaseError,
    StoreIsFolderError,
    translate_errors,
)
from coachlog.store.files import BESIDE
from coachlog.store.migrate import bring_up_to_date
from coachlog.store.private_files import make_private_file, sync
from coachlog.store.salvage.losses import RecordLoss
from coachlog.store.salvage.new_store import NewStore
from coachlog.store.salvage.reading import Salvage, read_store


class Rescue(NamedTuple):
    """What a rescue brought back: how many records, and the *losses*.

    *by* tells whether SQLite read them, or page by page; *log* what became of the log beside it;
    *gaps* how many places cannot be read.
    """

    kept: int
    losses: list[RecordLoss]
    by: str
    log: str
    gaps: int


def rescue(store: Path, file: Path, moment: datetime) -> Rescue:
    """Write all that can be read of the store into a new journal, *file*.

    *moment* stands for days that nobody knows any more. Raises RefusedError where *file* cannot be
    made, UnavailableError where the store holds nothing that can be read.
    """
    _check_new(file)
    with translate_errors(store):
        _check_file(store)
        reading = read_store(store)
    if not reading.total:
        raise UnavailableError(
            N_("Nothing could be read out of {path}."),
            N_("To put a backup in its place: coachlog restore. All backups: coachlog backup list"),
            path=store,
        )
    with translate_errors(file), _unfinished(file) as unfinished:
        kept, losses = _write(unfinished, reading, moment)
        check_sound(unfinished, file)
        sync(unfinished)
        _check_new(file)
        os.replace(unfinished, file)  # noqa: PTH105 - nothing has this name
        sync(file.parent)
    return Rescue(kept, losses, reading.by, reading.log, reading.gaps)


def _write(unfinished: Path, reading: Salvage, moment: datetime) -> tuple[int, list[RecordLoss]]:
    """Fill an empty file with what was read; return the number of records, and what is lost."""
    with closing(connect(unfinished, "mode=rw")) as connection:
        connection.execute("PRAGMA journal_mode=MEMORY").fetchone()
        new_store = NewStore(connection, reading, moment)
        losses = new_store.fill()
        bring_up_to_date(connection, None)
        connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    return new_store.kept, losses


def _check_new(file: Path) -> None:
    """Raise RefusedError where a file of this name is there, or cannot be made."""
    if os.path.lexists(file):
        raise RefusedError(
            N_("There is something at {path} already."),
            N_("Give the name of a new file: coachlog doctor --rescue FILE"),
            path=file,
        )
    if not os.path.isdir(file.parent):  # noqa: PTH112 - a loop of links is no folder either
        raise RefusedError(
            N_("The folder {path} is not there."),
            N_("Make it first, or choose another one."),
            path=file.parent,
        )


def _check_file(store: Path) -> None:
    """Raise an UnavailableError where not even the remains of a store are there."""
    if store.is_dir():
        raise StoreIsFolderError(path=store)
    if store.exists() and not store.is_file():
        raise NotADatabaseError(path=store)
    target = os.path.realpath(store)
    if not any(os.path.exists(f"{target}{suffix}") for suffix in ("", *BESIDE)):  # noqa: PTH110 - as above
        raise UnavailableError(*STORE_GONE, path=store)


@contextmanager
def _unfinished(file: Path) -> Iterator[Path]:
    """Within the block, an empty file for us alone beside *file*; removed if it still is there."""
    unfinished = file.with_name(f"{file.name}.part")
    _remove(unfinished)
    make_private_file(unfinished)
    try:
        yield unfinished
    finally:
        _remove(unfinished)


def _remove(unfinished: Path) -> None:
    for suffix in ("", *BESIDE):
        with suppress(FileNotFoundError):
            Path(f"{unfinished}{suffix}").unlink()
