"""What a store needs seldom: to be brought up to date, and a backup each day. Loaded only then.

Each command that saves asks whether the backup is due, so that is one look into a folder.
"""

import os
import sqlite3
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

_SWITCH = "COACHLOG_BACKUP"
_SUFFIX = ".backups"
PLACES = "copies.txt"
"""The file in the folder of the backups that notes the second places."""

WARN_DAYS = 7
"""After so many days without a copy in the second place, `today` says so."""


class Place(NamedTuple):
    """A second place: the day since which it is known, and that of the last copy, or empty.

    *folder* is where copies were made in it, empty before the first.
    """

    path: str
    since_on: str
    copied_on: str
    folder: str


def bring_up_to_date(connection: sqlite3.Connection, path: Path | None) -> None:
    """Apply the migrations that a store lacks; *path* None is a store in memory."""
    # Imported here: a read of a store that is up to date, nearly every one, needs none of it.
    from coachlog.store import seldom

    seldom.migrate.bring_up_to_date(connection, path)


def back_up_today(store: Path, moment: datetime, place: str | None) -> list[str]:
    """Make the backup of the day if it is due; return lines to say, none where all is well.

    *moment* is on the clock of the coach, *place* the second place for copies. Never raises an
    error: what was saved is saved.
    """
    if not _is_due(store, moment.date().isoformat(), place):
        return []
    from coachlog.store import seldom

    return seldom.daily_backup.back_up(store, moment, place)


def back_up_before(store: Path, kind: str, moment: datetime, place: str | None) -> list[str]:
    """Make a backup before something large is done; return lines to say. Never raises an error."""
    if is_switched_off():
        return []
    from coachlog.store import seldom

    return seldom.daily_backup.back_up_before(store, kind, moment, place)


def folder_of(store: Path) -> Path:
    """Return the folder of the backups of a store: beside it, and named after it."""
    return Path(os.path.realpath(store) + _SUFFIX)


def is_switched_off() -> bool:
    """Whether the environment says that no backup is made by itself, as for a test's journal."""
    return os.environ.get(_SWITCH) == "no"


def days_without_copy(store: Path, place: str, today: date) -> int | None:
    """Return for how many days no copy came to *place*; None for less than WARN_DAYS."""
    known = find_place(folder_of(store), place)
    if known is None:
        return None
    try:
        days = (today - date.fromisoformat(known.copied_on or known.since_on)).days
    except ValueError:
        return None
    return days if days >= WARN_DAYS else None


def find_place(folder: Path, place: str) -> Place | None:
    """Return what is known of the second *place*; None where no copy was ever tried there."""
    return next((known for known in places(folder) if known.path == place), None)


def places(folder: Path) -> list[Place]:
    """Return the second places that were ever used, from the file that notes them."""
    try:
        text = (folder / PLACES).read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return []
    lines = [line.split("\t") for line in text.split("\n")]
    return [Place(*fields) for fields in lines if len(fields) == len(Place._fields)]


def _is_due(store: Path, day: str, place: str | None) -> bool:
    """Whether the backup of *day*, or its copy in the second *place*, is still to be made."""
    if is_switched_off():
        return False
    folder = folder_of(store)
    try:
        names = os.listdir(folder)  # noqa: PTH208 - quicker
    except OSError:
        return True
    if not any(f"-{day}-" in name and "-day-" in name for name in names):
        return True
    if not place or not os.path.isdir(place):  # noqa: PTH112 - a plain string is quicker
        return False
    known = find_place(folder, place)
    return known is None or known.copied_on != day
