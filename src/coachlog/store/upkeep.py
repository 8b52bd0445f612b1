"""Whether the backup of a day is due: each command that saves asks, so it is one quick look."""

import os
from datetime import datetime
from pathlib import Path

from coachlog.store.backup_places import find_place, folder_of, was_warned
from coachlog.store.connection import make_backup
from coachlog.store.journals import SWITCH


def back_up_today(store: Path, moment: datetime, place: str | None) -> list[str]:
    """Make the backup of the day if it is due; return lines to say, none where all is well.

    *moment* is on the clock of the coach, *place* the second place for copies. Never raises an
    error: what was saved is saved.
    """
    day = moment.date().isoformat()
    is_due = _is_due(store, day, place) and not was_warned(store, day)
    return make_backup(store, "day", moment, place) if is_due else []


def back_up_before(store: Path, kind: str, moment: datetime, place: str | None) -> list[str]:
    """Make a backup before something large is done; return lines to say. Never raises an error."""
    return [] if is_switched_off() else make_backup(store, kind, moment, place)


def is_switched_off() -> bool:
    """Whether the environment says that no backup is made by itself, as for a test's journal."""
    return os.environ.get(SWITCH) == "no"


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
    if known is None:
        return True
    is_same_stick = not known.folder or os.path.isdir(os.path.join(place, known.folder))  # noqa: PTH112, PTH118 - as above
    return is_same_stick and known.copied_on != day
