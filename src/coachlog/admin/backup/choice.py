"""Lists the backups, beside the journal and in the second place, and finds one of them."""

import os
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from coachlog.base.errors import CoachlogError, NotFoundError
from coachlog.base.texts import N_
from coachlog.dates.typed import past_day
from coachlog.store.backup_check import problem_of
from coachlog.store.backup_copies import folders_in
from coachlog.store.backup_names import DAMAGED, Backup, listed, parse
from coachlog.store.backup_places import find_place, folder_of
from coachlog.terminal.context import Context

Which = Annotated[
    str | None,
    typer.Argument(metavar="[WHICH]", help=N_("Its number in the list, a day, or a file.")),
]
MOST_DIGITS = 9
"""The most digits of a number; a longer one may be the name of a file."""

SEE_BACKUPS = N_("See them all: coachlog backup list")


class FoundBackup(NamedTuple):
    """A backup, and where its file is; *backup* is None for a file with a name of its own."""

    path: Path
    backup: Backup | None

    @property
    def digest(self) -> str:
        """Return the beginning of the hash that its content had; empty where that is unknown."""
        return self.backup.digest if self.backup else ""


def all_backups(context: Context) -> list[FoundBackup]:
    """Return the backups, newest first: those beside the journal, then copies of others."""
    folder = folder_of(context.store)
    found = {backup: FoundBackup(folder / backup.name, backup) for backup in listed(folder)}
    for copies in _copies_folders(context, folder):
        for backup in listed(copies):
            found.setdefault(backup, FoundBackup(copies / backup.name, backup))
    return [found[backup] for backup in sorted(found, reverse=True)]


def find_backup(context: Context, which: str) -> FoundBackup:
    """Return the backup with a number, the newest of a day, or a file. Raises NotFoundError."""
    backups = all_backups(context)
    number = which.strip().removeprefix("#")
    is_number = number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS
    if is_number:
        chosen = [found for found in backups if found.backup and found.backup.number == int(number)]
    else:
        chosen = _at_path(which) or _of_day(context, backups, which)
    if not chosen:
        raise NotFoundError(N_("There is no backup {which}."), SEE_BACKUPS, which=which[:200])
    return chosen[0]


def newest_sound(context: Context) -> FoundBackup:
    """Return the newest backup that is sound, but not one that a restore set aside.

    Raises NotFoundError where there is none.
    """
    for found in all_backups(context):
        is_candidate = found.backup and found.backup.kind not in (DAMAGED, "restore")
        if is_candidate and not problem_of(found.path, found.digest):
            return found
    raise NotFoundError(
        N_("There is no backup of {path}."),
        N_("Is there a copy elsewhere? Give its file: coachlog restore FILE"),
        path=context.store,
    )


def _copies_folders(context: Context, folder: Path) -> list[Path]:
    """Return the folders with copies in the second place; none without one, or where it is absent.

    Where it is not known which of them belongs to this journal, as on a new computer, those of all
    journals with its name are returned.
    """
    place = context.second_place
    if not place:
        return []
    found = folders_in(place, context.store)
    known = find_place(folder, place)
    if known and known.folder:
        return [copies for copies in found if copies.name == known.folder]
    return found


def _at_path(which: str) -> list[FoundBackup]:
    """Return the file of that name as a backup; empty where there is none."""
    path = Path(which).expanduser()
    if not os.path.lexists(path):
        return []
    return [FoundBackup(path.absolute(), parse(path.name))]


def _of_day(context: Context, backups: list[FoundBackup], which: str) -> list[FoundBackup]:
    """Return the backups of the day that was typed; none for a text that names no day."""
    try:
        day = past_day(which, context.today).isoformat()
    except CoachlogError:
        return []
    return [found for found in backups if found.backup and found.backup.day == day]
