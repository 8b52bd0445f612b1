"""Protects a store with a key, changes its key, or removes it, and does so to its copies too.

The new store is made whole under another name and compared with the old one, while nobody else has
that open; then it takes its place by a rename. After that everything around it follows. A file
beside the store notes what is being done, until all is: where it was interrupted, the next command
finishes it, or takes it back if the store is still the old one.
"""

import os
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from coachlog.base.errors import UnavailableError
from coachlog.base.texts import _
from coachlog.store.backup_check import problem_in
from coachlog.store.backup_places import folder_of, places
from coachlog.store.backups import backup_lock, open_store, remove_unfinished, unfinished_backup
from coachlog.store.exclusive import open_exclusively
from coachlog.store.faults import STORE_GONE, StoreDamagedError, translate_errors
from coachlog.store.files import BESIDE, file_facts, key_id_of, note_of_conversion
from coachlog.store.private_files import make_private_folder, sync, write_private_file
from coachlog.store.protection import key_search
from coachlog.store.protection.rewriting import (
    copy_with_key,
    rewrite_backups,
    rewrite_beside,
    shred,
    write_over,
)
from coachlog.store.protection.stale_copies import remove_stale_copies
from coachlog.store.turn import WriteTurn

PATIENCE_MS = 10_000
"""How long to wait for those who write now."""

_NONE = "-"


class Converted(NamedTuple):
    """What was done. *is_done* is False where an interrupted conversion was taken back.

    *unreadable* are the files that could not be converted, *absent* the places for copies that are
    not there now.
    """

    is_done: bool
    unreadable: list[Path]
    absent: list[str]


def convert(store: Path, key_id: str) -> Converted:
    """Give the store and its copies the key with that id, which is known; none if it is empty.

    Raises StoreLockedError where another program has the store open, an UnavailableError for a
    damaged one. Any failure, even a crash, leaves the old store or the new.
    """
    target = Path(os.path.realpath(store))
    with translate_errors(store), WriteTurn(store, PATIENCE_MS):
        if file_facts(store) is None:
            raise UnavailableError(*STORE_GONE, path=store)
        make_private_folder(folder_of(store))
        _write_note(target, key_id_of(target), key_id)
        try:
            _swap(store, target, key_id)
        except BaseException:
            if key_id_of(target) != key_id:
                _remove_note(target)
            raise
        return _convert_around(store, target)


def convert_around(store: Path) -> Converted:
    """Give all that is around a store the key that it has. Raises an UnavailableError."""
    target = Path(os.path.realpath(store))
    with translate_errors(store), WriteTurn(store, PATIENCE_MS):
        key_id = key_id_of(target)
        make_private_folder(folder_of(store))
        _write_note(target, key_id, key_id)
        return _convert_around(store, target)


def finish_interrupted(store: Path) -> Converted | None:
    """Finish what was interrupted, or take it back; None where another program is at it."""
    target = Path(os.path.realpath(store))
    try:
        with translate_errors(store), WriteTurn(store, 0):
            return _convert_around(store, target)
    except UnavailableError:
        return None


def _swap(store: Path, target: Path, key_id: str) -> None:
    """Make the store with the new key, and replace the old one by it."""
    with closing(open_store(store, cipher=True)) as looked_at:  # a damaged one is not altered
        if problem := problem_in(looked_at):
            raise StoreDamagedError(path=store, problem=problem)
    present = open_exclusively(store, target, cipher=True)
    if present is None:
        raise StoreDamagedError(path=store, problem=_("something in it is not as expected"))
    folder = folder_of(store)
    with closing(present), backup_lock(folder), unfinished_backup(folder) as unfinished:
        copy_with_key(present, unfinished, key_id, store)
        sync(unfinished)
        sync(folder)
        for suffix in BESIDE[:2]:
            with suppress(FileNotFoundError):
                shred(Path(f"{target}{suffix}"))
        old = os.open(target, os.O_RDWR)
        os.replace(unfinished, target)  # noqa: PTH105 - over the old one
        sync(target.parent)
    write_over(old)


def _convert_around(store: Path, target: Path) -> Converted:
    """Convert the backups and copies of a store as the note says, and remove the note."""
    noted = _read_note(target)
    if noted is None or key_id_of(target) != noted[1]:
        with backup_lock(folder_of(store)):
            remove_unfinished(folder_of(store))
        _remove_note(target)
        return Converted(False, [], [])
    old_id, key_id = noted
    folder = folder_of(store)
    with backup_lock(folder):
        unreadable = rewrite_backups(folder, key_id, store)
        unreadable += rewrite_beside(store, key_id, folder)
    absent = []
    for place in places(folder):
        copies = Path(place.path, place.folder)
        if place.folder and copies.is_dir():
            with backup_lock(copies):
                unreadable += rewrite_backups(copies, key_id, store, folder)
        elif place.folder:
            absent.append(place.path)
    remove_stale_copies(target)
    is_key_needed = absent or any(key_id_of(path) == old_id for path in unreadable)
    if old_id and old_id != key_id and not is_key_needed:
        key_search.remove(old_id, target)
    _remove_note(target)
    return Converted(True, unreadable, absent)


def _write_note(target: Path, old_id: str, key_id: str) -> None:
    data = f"{old_id or _NONE} {key_id or _NONE}\n".encode()
    write_private_file(note_of_conversion(target), data)
    sync(target.parent)


def _read_note(target: Path) -> tuple[str, str] | None:
    """Return the ids of the old key and the new one; None where the note cannot be read."""
    try:
        words = note_of_conversion(target).read_text(encoding="ascii").split()
    except (OSError, UnicodeDecodeError):
        return None
    ids = ["" if word == _NONE else word for word in words]
    return (ids[0], ids[1]) if len(ids) == 2 else None


def _remove_note(target: Path) -> None:
    note_of_conversion(target).unlink(missing_ok=True)
    sync(target.parent)
