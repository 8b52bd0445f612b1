"""Erases in copies of backups in a second place, such as a stick that may be absent at first."""

from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from coachlog.base.name_finder import Names
from coachlog.store.backup_check import digest_of, open_backup
from coachlog.store.backup_copies import copy_over, folder_in
from coachlog.store.backup_names import Backup, listed
from coachlog.store.backup_places import find_place, folder_of, places, waiting_places
from coachlog.store.backups import (
    PATIENCE_SECONDS,
    backup_lock,
    name_finished,
    open_store,
    remove_unfinished,
    unfinished_backup,
)
from coachlog.store.connection import Reader
from coachlog.store.erasing.copies import is_unreadable, rewrite
from coachlog.store.erasing.order import ErasureOrder, read_orders
from coachlog.store.erasing.persons import ids_with_fingerprints
from coachlog.store.faults import translate_errors
from coachlog.store.files import waiting_file
from coachlog.store.private_files import write_private_file

_NO_NAMES = Names()


def known_places(store: Path, chosen: str | None) -> list[str]:
    """Return all places in which copies were ever made, and the one that is *chosen* now."""
    found = [place.path for place in places(folder_of(store)) if place.folder]
    return list(dict.fromkeys((*found, *((chosen,) if chosen else ()))))


def add_waiting(store: Path, more: Sequence[str]) -> None:
    """Note that copies in *more* places hold what was erased."""
    _write_waiting(store, [*dict.fromkeys((*waiting_places(store), *more))])


def erase_waiting_copies(store: Path, moment: str, names: Names = _NO_NAMES) -> list[str]:
    """Erase in the copies in all waiting places that are connected; return those still waiting."""
    left = waiting_places(store)
    if not left:
        return []
    with translate_errors(store), closing(open_store(store)) as connection:
        reader = Reader(store, connection)
        device = str(reader.value("select value from meta where key = 'device'"))
        all_orders = read_orders(reader)
    for place in left:
        target = _folder_in(store, place, device)
        if target is not None:
            _replace_copies(target, folder_of(store), all_orders, names, moment)
            left = [other for other in left if other != place]
            _write_waiting(store, left)
    return left


def stop_waiting(store: Path, place: str) -> bool:
    """Wait for *place* no more, for it is gone for good; return whether it was waited for."""
    left = waiting_places(store)
    _write_waiting(store, [other for other in left if other != place])
    return place in left


def _folder_in(store: Path, place: str, device: str) -> Path | None:
    """Return the folder of the copies in a place; None where it is not there now."""
    known = find_place(folder_of(store), place)
    named = known.folder if known else ""
    target = Path(place, named) if named else folder_in(Path(place), store, device)
    return target if target.is_dir() else None


def _replace_copies(
    target: Path, folder: Path, all_orders: Sequence[ErasureOrder], names: Names, moment: str
) -> None:
    """Replace copies by the erased backups; erase in copies whose backup no longer exists."""
    own_backups = {backup.number: backup for backup in listed(folder)}
    with backup_lock(target, PATIENCE_SECONDS):
        remove_unfinished(target)
        for backup in listed(target):
            own_backup = own_backups.get(backup.number)
            if own_backup == backup:
                continue
            if own_backup is not None:
                copy_over(folder / own_backup.name, target, own_backup)
                (target / backup.name).unlink()
            elif is_unreadable(target, backup):
                (target / backup.name).unlink()
            else:
                _erase_copy(target, backup, all_orders, names, moment)


def _erase_copy(
    target: Path, backup: Backup, all_orders: Sequence[ErasureOrder], names: Names, moment: str
) -> None:
    """Erase in one copy, by each order that finds a person in it; its name has a new hash then."""
    current = backup
    for order in all_orders:
        if not _has_trace(target / current.name, order):
            continue
        with unfinished_backup(target) as unfinished:
            rewrite(target / current.name, unfinished, order, names, moment)
            erased = current._replace(digest=digest_of(unfinished))
            name_finished(unfinished, target, erased)
            if erased != current:
                (target / current.name).unlink()
            current = erased


def _has_trace(path: Path, order: ErasureOrder) -> bool:
    with translate_errors(path), closing(open_backup(path)) as connection:
        return bool(ids_with_fingerprints(Reader(path, connection), order.persons))


def _write_waiting(store: Path, left: Sequence[str]) -> None:
    """Write the list of places that wait for an erasure; remove the file where none does."""
    path = waiting_file(store)
    if left:
        text = "".join(f"{place}\n" for place in left)
        write_private_file(path, text.encode("utf-8", "surrogateescape"))
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)
