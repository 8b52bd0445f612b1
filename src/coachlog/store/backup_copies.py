"""Copies the backups to a second place, such as a USB stick, whenever it is connected."""

import os
import re
from contextlib import suppress
from datetime import date
from pathlib import Path

from coachlog.store.backup_check import contents_of, problem_of
from coachlog.store.backup_names import DAMAGED, KEPT, Backup, expired, listed
from coachlog.store.backup_places import PLACES, SecondPlace, find_place, folder_of, places
from coachlog.store.backups import (
    PATIENCE_SECONDS,
    backup_lock,
    name_finished,
    remove_expired,
    unfinished_backup,
)
from coachlog.store.faults import StoreDamagedError
from coachlog.store.files import key_id_of
from coachlog.store.private_files import copy_file, make_private_folder, write_private_file
from coachlog.store.protection.rewriting import rewrite_backups


def copy_backups(
    store: Path,
    place: str,
    today: date,
    patience: float = PATIENCE_SECONDS,
    *,
    begin: bool = False,
) -> Path | None:
    """Copy the backups that are not in *place* yet, and return their folder there.

    Return None where the place is absent, which it also is where copies were made and their folder
    is gone: another stick, or none, is connected. *begin* makes the folder again in that case.
    """
    folder = folder_of(store)
    backups = [backup for backup in listed(folder) if backup.kind != DAMAGED]
    if not backups:
        return None
    with backup_lock(folder, patience):
        known = find_place(folder, place) or SecondPlace(place, today.isoformat(), "", "")
        device = contents_of(folder / backups[0].name).device
        target = folder_in(Path(place), store, device)
        is_folder_gone = known.folder == target.name and not target.is_dir()
        is_absent = not Path(place).is_dir() or (is_folder_gone and not begin)
        if is_absent:
            save_place(folder, known)
            return None
        make_private_folder(target)
        _copy_missing(folder, target, backups)
        save_place(folder, known._replace(copied_on=today.isoformat(), folder=target.name))
    return target


def folder_in(place: Path, store: Path, device: str) -> Path:
    """Return the folder of the copies in a place: journals of one name have different devices."""
    return place / f"{_store_name(store)}-{device[-8:]}.backups"


def folders_in(place: str, store: Path) -> list[Path]:
    """Return the folders in a place with copies of journals with this name, of any device."""
    pattern = re.compile(re.escape(_store_name(store)) + r"-[0-9a-f]{8}\.backups")
    try:
        names = sorted(os.listdir(place))  # noqa: PTH208 - names are wanted
    except OSError:  # it is not there now
        return []
    return [Path(place, name) for name in names if pattern.fullmatch(name)]


def last_number(place: str | None, store: Path) -> int:
    """Return the highest number of a backup in a place; 0 where there is none."""
    found = folders_in(place, store) if place else []
    return max((backup.number for folder in found for backup in listed(folder)), default=0)


def save_place(folder: Path, place: SecondPlace) -> None:
    """Save what is known of a second place, in the file of all such places."""
    known = [other for other in places(folder) if other.path != place.path]
    text = "".join("\t".join(each) + "\n" for each in (*known, place))
    write_private_file(folder / PLACES, text.encode("utf-8", "surrogateescape"))


def _copy_missing(folder: Path, target: Path, backups: list[Backup]) -> None:
    """Copy what is not there yet, oldest first, without what would be removed there at once."""
    rewrite_backups(target, key_id_of(folder / backups[0].name), folder, folder)
    _rename_set_aside(target, backups)
    there = set(listed(target))
    not_kept = set(expired({*there, *backups}))
    for backup in reversed(backups):
        if backup not in there and (backup not in not_kept or backup == backups[0]):
            copy_over(folder / backup.name, target, backup)
    remove_expired(target)


def _rename_set_aside(target: Path, backups: list[Backup]) -> None:
    """Rename the copies of those that were put aside since, so that they stay there as well."""
    for backup in backups:
        if backup.kind == KEPT:
            for copy in listed(target):
                if copy.number == backup.number and copy.digest == backup.digest:
                    with suppress(OSError):
                        os.replace(target / copy.name, target / backup.name)  # noqa: PTH105 - a new name


def copy_over(source: Path, target: Path, backup: Backup) -> None:
    """Copy one backup, and check the copy. Raises OSError, or StoreDamagedError."""
    with unfinished_backup(target) as unfinished:
        copy_file(source, unfinished)
        if problem := problem_of(unfinished, backup.digest):
            raise StoreDamagedError(path=target / backup.name, problem=problem)
        name_finished(unfinished, target, backup)


def _store_name(store: Path) -> str:
    return os.path.basename(os.path.realpath(store))  # noqa: PTH119 - a plain string
