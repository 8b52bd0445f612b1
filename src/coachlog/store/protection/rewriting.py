"""Rewrites the files around a store with its key: backups, copies elsewhere, older stores.

Each is copied under another name and compared, then replaces the old file. A plain file is
overwritten before it is removed. A file that has the key already is left alone, so that all this
can be repeated after an interruption.
"""

import os
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path

from coachlog.base.errors import CoachlogError
from coachlog.base.texts import _
from coachlog.store.backup_check import digest_of, open_backup, problem_in, table_digests
from coachlog.store.backup_names import Backup, listed
from coachlog.store.backups import copy_database, name_finished, unfinished_backup
from coachlog.store.copy_aside import checked_copy
from coachlog.store.faults import (
    DiskFaultError,
    DiskFullError,
    StoreDamagedError,
    StoreLockedError,
    StorePermissionError,
    StoreReadOnlyError,
    translate_errors,
)
from coachlog.store.files import BESIDE, has_log, is_plain_database, key_id_of
from coachlog.store.private_files import copy_file, sync

TEMPORARY_FAULTS = (
    *(DiskFullError, DiskFaultError, StoreLockedError),
    *(StorePermissionError, StoreReadOnlyError),
)
"""What keeps a file from being converted now, and says nothing of the file itself."""

_PIECE = 1 << 20


def rewrite_backups(
    folder: Path, key_id: str, store: Path, originals: Path | None = None
) -> list[Path]:
    """Give the backups in *folder* the key with that id, or none; the caller has it alone.

    Copies elsewhere stay the same as those of the same number in the folder of *originals*.
    Return those that cannot be read; where the others get a key, these were removed if plain.
    """
    unreadable = []
    for backup in listed(folder):
        path = folder / backup.name
        if key_id_of(path) == key_id:
            continue
        try:
            _rewrite_backup(folder, backup, key_id, store, originals or folder)
        except TEMPORARY_FAULTS:
            raise
        except CoachlogError:
            unreadable.append(path)
            if key_id and not key_id_of(path):
                _remove_with_logs(path)
    return unreadable


def unreadable_backups(folder: Path) -> list[Path]:
    """Return the plain backups in *folder* that cannot be given a key, for they are damaged."""
    found = []
    for backup in listed(folder):
        path = folder / backup.name
        if not key_id_of(path):
            try:
                with translate_errors(path), closing(open_backup(path)) as opened:
                    is_sound = not problem_in(opened) and not has_log(path)
            except CoachlogError:
                is_sound = False
            if not is_sound:
                found.append(path)
    return found


def rewrite_beside(store: Path, key_id: str, folder: Path) -> list[Path]:
    """Give the older stores beside a store its key, such as `journal.sqlite.before-0003.bak`.

    Remove what was never finished. Return those that cannot be read, which were removed if plain.
    """
    target = Path(os.path.realpath(store))
    unreadable = []
    for path in sorted(target.parent.glob(f"{_escaped(target.name)}.*")):
        if path.is_symlink() or not path.is_file():
            continue
        if path.name.removesuffix("-wal").removesuffix("-journal").endswith(".new"):
            shred(path)
            continue
        is_other = is_plain_database(path) if key_id else bool(key_id_of(path))
        if not is_other:
            continue
        try:
            _rewrite_in_place(path, key_id, folder)
        except TEMPORARY_FAULTS:
            raise
        except CoachlogError:
            unreadable.append(path)
            if key_id:
                _remove_with_logs(path)
    return unreadable


def copy_with_key(source: sqlite3.Connection, copy: Path, key_id: str, path: Path) -> None:
    """Copy a database, from *path*, into the empty file *copy* with another key, and compare them.

    Raises an UnavailableError.
    """
    copy_database(source, copy, path, key_id)
    with closing(open_backup(copy)) as new:
        problem = problem_in(new)
        if not problem and table_digests(new) != table_digests(source):
            problem = _("something in it is not as expected")
    if problem:
        raise StoreDamagedError(path=path, problem=problem)


def _copy_file_with_key(path: Path, copy: Path, key_id: str) -> None:
    """Copy a store that nobody uses, with the log beside it, as `copy_with_key` does."""
    open_file = checked_copy if has_log(path) else open_backup
    with translate_errors(path), closing(open_file(path, cipher=True)) as source:
        copy_with_key(source, copy, key_id, path)


def shred(path: Path) -> None:
    """Write over a file and remove it. Only its owner's ordinary files; raises OSError."""
    if stat.S_ISREG(path.lstat().st_mode):
        file = os.open(path, os.O_RDWR)
        path.unlink()
        write_over(file)
    else:
        path.unlink()


def write_over(file: int) -> None:
    """Write over all of a file that has lost its name, and close it.

    So the disk does not keep it in its free space; where a disk spreads what it writes, as flash
    does, no program can be sure of that.
    """
    try:
        left = os.fstat(file).st_size
        os.lseek(file, 0, os.SEEK_SET)
        while left > 0:
            left -= os.write(file, bytes(min(left, _PIECE)))
        os.fsync(file)
        os.ftruncate(file, 0)
    except OSError:
        return  # it has no name any more: that is what counts
    finally:
        os.close(file)


def _rewrite_backup(
    folder: Path, backup: Backup, key_id: str, store: Path, originals: Path
) -> None:
    """Replace a backup by one with another key: a copy of that in *originals*, if it has one."""
    path = folder / backup.name
    # Where it was interrupted, the new one may be there already, and the old one not yet removed.
    if _find_rewritten(folder, backup, key_id) is None:
        with unfinished_backup(folder) as unfinished:
            original = _find_rewritten(originals, backup, key_id)
            if original is None:
                _copy_file_with_key(path, unfinished, key_id)
                original = backup._replace(digest=digest_of(unfinished))
            else:
                _copy_checked(originals / original.name, unfinished, original)
            name_finished(unfinished, folder, original)
    _remove_with_logs(path)
    sync(folder)


def _find_rewritten(folder: Path, backup: Backup, key_id: str) -> Backup | None:
    """Return the backup with the same number that has the right key; None without one."""
    for other in listed(folder):
        if other.number == backup.number and key_id_of(folder / other.name) == key_id:
            return other
    return None


def _copy_checked(original: Path, copy: Path, backup: Backup) -> None:
    """Copy a backup; raises StoreDamagedError where its hash is not that in its name."""
    copy_file(original, copy)
    if digest_of(copy) != backup.digest:
        raise StoreDamagedError(path=original, problem=_("it is not as it was when it was made"))


def _rewrite_in_place(path: Path, key_id: str, folder: Path) -> None:
    """Put a copy with that key in the place of the store at *path*, and write over the old one."""
    with unfinished_backup(folder) as unfinished:
        _copy_file_with_key(path, unfinished, key_id)
        old = os.open(path, os.O_RDWR)
        os.replace(unfinished, path)  # noqa: PTH105 - over the old one
        write_over(old)
        sync(path.parent)


def _remove_with_logs(path: Path) -> None:
    for suffix in (*BESIDE, ""):
        with suppress(FileNotFoundError):
            shred(Path(f"{path}{suffix}"))


def _escaped(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)
