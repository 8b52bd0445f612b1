"""Making a backup of a store: a sound copy of its own, or none at all.

A copy has another name until it is whole, was opened and checked, and is on the disk. One program
at a time makes one, by a lock that ends with the program.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from coachlog.base.errors import CoachlogError, UnavailableError
from coachlog.store.backup_check import (
    contents_of,
    digest_of,
    open_backup,
    problem_in,
    table_digests,
)
from coachlog.store.backup_names import (
    DAMAGED,
    DAY,
    KEPT,
    REGULAR,
    Backup,
    expired,
    listed,
)
from coachlog.store.backup_places import folder_of
from coachlog.store.bare import connect, copy_pages, export, in_ram
from coachlog.store.copy_aside import checked_copy
from coachlog.store.faults import (
    STORE_GONE,
    StoreDamagedError,
    translate_errors,
)
from coachlog.store.files import BESIDE, file_facts, key_id_of
from coachlog.store.lock import FileLock
from coachlog.store.private_files import make_private_file, make_private_folder, sync

PATIENCE_SECONDS = 60.0
"""How long a command waits for another program that is making a backup."""

UNFINISHED = "unfinished.part"
FEWER_SHARE, FEWER_RECORDS = 0.75, 10
"""A journal is markedly smaller below this share of the last one, and by so many records."""


class BackupResult(NamedTuple):
    """A backup, in the folder of its store. *is_new* is False where the last one is the same.

    *kept* is the last one before it, put aside because it held many more records.
    """

    backup: Backup
    path: Path
    is_new: bool = True
    kept: Backup | None = None


def open_store(store: Path, *, cipher: bool = False) -> sqlite3.Connection:
    """Return a connection to read a store as it was last committed, also after a crash.

    For *cipher* see `connect`. Neither the store nor a log that a program left is altered. Raises
    an UnavailableError.
    """
    with translate_errors(store):
        facts = file_facts(store)
        if facts is None:
            raise UnavailableError(*STORE_GONE, path=store)
        if facts.has_log and not facts.is_open:
            return checked_copy(store, cipher=cipher)
        return connect(store, "mode=ro" if facts.has_log else "mode=rw", cipher=cipher)


def create_backup(
    store: Path,
    kind: str,
    moment: datetime,
    source: sqlite3.Connection | None = None,
    patience: float = PATIENCE_SECONDS,
    last_elsewhere: int = 0,
) -> BackupResult:
    """Make a backup of the store, and remove those that may go.

    *moment* is on the clock of the coach; *source* is a connection that has the store open
    already. Its number is above *last_elsewhere*, the highest in a second place. A store that is
    not sound only gets one before an update or a restore, called damaged. Raises BlockingIOError
    where another program takes longer than *patience* to make one, else an UnavailableError,
    OSError or sqlite3.Error.
    """
    folder = folder_of(store)
    make_private_folder(folder)
    with backup_lock(folder, patience), unfinished_backup(folder) as unfinished:
        if source is None:
            with closing(open_store(store)) as own_source:
                copy_database(own_source, unfinished, store)
        else:
            copy_database(source, unfinished, store)
        if not _is_sound(unfinished, store, kind):
            kind = DAMAGED
        return _save_unless_same(folder, unfinished, kind, moment, last_elsewhere)


def copy_database(
    source: sqlite3.Connection, copy: Path, store: Path, key_id: str | None = None
) -> None:
    """Copy a database into the empty file *copy*, which then needs no file beside it.

    It has the key of *source*, unless another is given by its id, or none by an empty one. Raises
    StoreLockedError where another program keeps it to itself for too long.
    """
    source_key: str = getattr(source, "key_id", "")
    if key_id is not None and key_id != source_key:
        with closing(in_ram(source)) as memory:
            copy_pages(source, memory, store)
            export(memory, copy, key_id)
        sync(copy)
        return
    with closing(connect(copy, "mode=rw", key_id=source_key)) as target:
        # Nobody reads the copy before it is whole, so it needs neither a log nor to be synced yet.
        target.execute("PRAGMA journal_mode=OFF").fetchone()
        target.execute("PRAGMA synchronous=OFF")
        copy_pages(source, target, store)
        target.execute("PRAGMA journal_mode=DELETE").fetchone()
    sync(copy)


def check_sound(copy: Path, store: Path) -> None:
    """Raise StoreDamagedError where the copy of a store is not sound: then neither is the store."""
    with translate_errors(store), closing(open_backup(copy)) as connection:
        problem = problem_in(connection)
    if problem:
        raise StoreDamagedError(path=store, problem=problem)


def _is_sound(copy: Path, store: Path, kind: str) -> bool:
    """Return whether the copy is sound; raise StoreDamagedError if it is not.

    Before an update or a restore it returns False instead.
    """
    try:
        check_sound(copy, store)
    except StoreDamagedError:
        if kind not in ("update", "restore"):
            raise
        return False
    return True


@contextmanager
def backup_lock(folder: Path, patience: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Within the block, be the only program that makes backups in *folder*."""
    deadline = time.monotonic() + patience
    while True:
        try:
            lock = FileLock(folder / "backups.lock")
            break
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise
            time.sleep(0.01)
    try:
        yield
    finally:
        lock.release(remove=True)


@contextmanager
def unfinished_backup(folder: Path) -> Iterator[Path]:
    """Within the block, an empty file for us alone, for a backup that is not whole yet.

    It is removed at the end, unless `name_finished` gave it the name of its backup.
    """
    remove_unfinished(folder)
    unfinished = folder / UNFINISHED
    make_private_file(unfinished)
    try:
        yield unfinished
    finally:
        remove_unfinished(folder)


def remove_unfinished(folder: Path) -> None:
    """Remove the unfinished backup, also one that a killed program left."""
    for suffix in ("", *BESIDE):
        (folder / f"{UNFINISHED}{suffix}").unlink(missing_ok=True)


def name_finished(unfinished: Path, folder: Path, backup: Backup) -> Path:
    """Give a file that is whole the name of its backup; return its path."""
    path = folder / backup.name
    os.replace(unfinished, path)  # noqa: PTH105 - no other backup has this number
    sync(folder)
    return path


def next_number(folder: Path, last_elsewhere: int = 0) -> int:
    """Return the number of the next backup: above all there are, and above *last_elsewhere*."""
    return max([last_elsewhere, *(backup.number for backup in listed(folder))]) + 1


def remove_expired(folder: Path) -> None:
    """Remove the backups in *folder* that may go. One that cannot be removed stays."""
    for backup in expired(listed(folder)):
        for suffix in ("", *BESIDE) if backup.kind == DAMAGED else ("",):
            with suppress(OSError):
                (folder / f"{backup.name}{suffix}").unlink(missing_ok=True)


def _save_unless_same(
    folder: Path, unfinished: Path, kind: str, moment: datetime, last_elsewhere: int
) -> BackupResult:
    """Keep a copy that is whole and sound, unless the last backup is the very same."""
    digest = digest_of(unfinished)
    backups = listed(folder)
    is_same = bool(backups) and _is_same(folder / backups[0].name, backups[0], unfinished, digest)
    if is_same and kind != DAY:  # whether the backup of a day is due, its name tells
        return BackupResult(backups[0], folder / backups[0].name, is_new=False)
    backup = Backup.made_at(moment, next_number(folder, last_elsewhere), kind, digest)
    kept = _set_aside_if_larger(folder, unfinished) if kind in REGULAR else None
    path = name_finished(unfinished, folder, backup)
    if kind != "restore":  # that might remove the one that is restored
        remove_expired(folder)
    return BackupResult(backup, path, kept=kept)


def _is_same(path: Path, last: Backup, unfinished: Path, digest: str) -> bool:
    """Whether the last backup has the same content as a new one.

    Two protected files always differ, so their tables are compared.
    """
    if last.kind == DAMAGED:
        return False
    key_id = key_id_of(unfinished)
    if last.digest == digest or not key_id or key_id_of(path) != key_id:
        return last.digest == digest
    try:
        with closing(open_backup(path)) as old, closing(open_backup(unfinished)) as new:
            return table_digests(old) == table_digests(new)
    except (CoachlogError, sqlite3.Error):  # it is damaged: `backup verify` tells
        return False


def _set_aside_if_larger(folder: Path, unfinished: Path) -> Backup | None:
    """Put the last backup aside if it holds many more records than the new one."""
    last = next((backup for backup in listed(folder) if backup.kind in REGULAR), None)
    if last is None:
        return None
    try:
        before = contents_of(folder / last.name).total
    except CoachlogError:  # it is damaged: `backup verify` tells
        return None
    now = contents_of(unfinished).total
    if now >= before * FEWER_SHARE or before - now < FEWER_RECORDS:
        return None
    kept = last._replace(kind=KEPT)
    os.replace(folder / last.name, folder / kept.name)  # noqa: PTH105 - a new name for it
    return kept
