"""The backup of the day, and the one before something large: a failure never stops anything."""

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from coachlog import settings
from coachlog.base.errors import CoachlogError, system_problem
from coachlog.base.texts import _
from coachlog.store.backup_check import problem_in
from coachlog.store.backup_copies import copy_backups, last_number
from coachlog.store.backup_names import DAY, listed
from coachlog.store.backup_places import (
    WARNED,
    folder_of,
    read_warnings,
    warning_line,
    was_warned,
)
from coachlog.store.backups import BackupResult, create_backup, open_store
from coachlog.store.faults import StoreDamagedError, StoreLockedError, translate_errors
from coachlog.store.private_files import write_private_file

_MOST_WARNINGS = 50
FAILURES = (OSError, sqlite3.Error)


def back_up(store: Path, kind: str, moment: datetime, place: str | None) -> list[str]:
    """Make a backup, of the day or before something large; return lines to say.

    *moment* is on the clock of the coach, *place* the second place. Never raises an error.
    """
    if kind == DAY:
        return _back_up_today(store, moment, place)
    return _back_up_before(store, kind, moment, place)


def _back_up_today(store: Path, moment: datetime, place: str | None) -> list[str]:
    """Make the backup of the day and its copy in the second place; return lines to say.

    Where another program is making it, nothing is done. After a failure, once a day a line says
    so; it is tried again the next day.
    """
    day = moment.date().isoformat()
    lines: list[str] = []
    try:
        if not any(backup.day == day and backup.kind == DAY for backup in listed(folder_of(store))):
            made = create_backup(
                store, DAY, moment, patience=0, last_elsewhere=last_number(place, store)
            )
            lines += kept_line(made)
        if place:
            copy_backups(store, place, moment.date(), patience=0)
    except BlockingIOError:
        return lines  # another program is making it at this moment
    except (CoachlogError, *FAILURES) as error:
        _note_warning(store, day)
        return [*lines, _warning(error)]
    return lines


def _back_up_before(store: Path, kind: str, moment: datetime, place: str | None) -> list[str]:
    """Make a backup before something large is done, if there is anything; return lines to say."""
    if not os.path.exists(store):  # noqa: PTH110 - a plain string
        return []
    try:
        create_backup(store, kind, moment, last_elsewhere=last_number(place, store))
    except (CoachlogError, *FAILURES) as error:
        day = moment.date().isoformat()
        if was_warned(store, day):
            return []
        _note_warning(store, day)
        return [_warning(error)]
    return []


def check_whole(store: Path) -> list[str]:
    """Look at each page of the store; return the lines to say of what is wrong, or none.

    A page that is broken may hide records without an error, until somebody looks for them.
    """
    try:
        with translate_errors(store), closing(open_store(store)) as connection:
            problem = problem_in(connection)
        if problem:
            raise StoreDamagedError(path=store, problem=problem)
    except StoreLockedError:
        return []  # another day
    except CoachlogError as error:
        return [error.cause_text(), f"  {error.remedy_text()}"]
    return []


def kept_line(made: BackupResult) -> list[str]:
    """Return the line that says that a larger backup was put aside; none if none was."""
    if made.kept is None:
        return []
    text = _(
        "The journal holds far fewer records than in backup {number}, so that one is put aside."
        " To see it: {command}"
    )
    return [text.format(number=made.kept.number, command="coachlog backup list")]


def problem_text(error: BaseException) -> str:
    """Return what went wrong with a backup, as a part of a sentence."""
    if isinstance(error, CoachlogError):
        return error.cause_text().rstrip(".")
    if isinstance(error, OSError):
        return system_problem(error)
    is_full = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
    return _("No space left on device") if is_full else str(error)


def _warning(error: BaseException) -> str:
    text = _("No backup could be made: {problem}. What you save is saved; try again: {command}")
    return text.format(problem=problem_text(error), command="coachlog backup now")


def _note_warning(store: Path, day: str) -> None:
    """Note that a warning was given on *day*; where that cannot be noted, it comes again."""
    lines = [*read_warnings()[-_MOST_WARNINGS:], warning_line(store, day)]
    with suppress(OSError):
        data = "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")
        write_private_file(settings.state_path(WARNED), data)
