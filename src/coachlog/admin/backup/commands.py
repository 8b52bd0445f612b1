"""`coachlog backup now`, `list` and `verify`."""

import os
from typing import NamedTuple

from coachlog.admin.backup.choice import FoundBackup, Which, all_backups, find_backup
from coachlog.base.clock import instant
from coachlog.base.errors import CoachlogError, UnavailableError
from coachlog.base.texts import N_, _
from coachlog.store.backup_check import contents_of, problem_of
from coachlog.store.backup_copies import copy_backups, last_number
from coachlog.store.backup_names import DAMAGED, HAND, KINDS
from coachlog.store.backups import create_backup
from coachlog.store.daily_backup import FAILURES, kept_line, problem_text
from coachlog.store.erasing.second_places import erase_waiting_copies
from coachlog.store.faults import translate_errors
from coachlog.terminal.column import Column
from coachlog.terminal.context import (
    Context,
    context,
    hint,
    is_stdout_terminal,
    say,
    say_with_program,
)
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_list, show_rows
from coachlog.terminal.patience import Patience

_NONE_YET = N_("There are no backups yet. The first is made when something is saved.")
SOUND = "sound"
RESULTS = {SOUND: N_("sound"), DAMAGED: N_("damaged")}


class BackupLine(NamedTuple):
    """A backup, as `backup list --json` and `--csv` give it; see docs/how-to/backups.md."""

    number: int
    made_on: str
    made_time: str
    kind: str
    sessions: int | None
    bytes: int
    path: str


class BackupRow(NamedTuple):
    """A backup as a row of the table that people read."""

    number: int
    made_on: str
    made_time: str
    kind: str
    sessions: int | None
    size: str
    folder: str


class VerifyLine(NamedTuple):
    """Whether a backup is sound, as `backup verify` gives it."""

    number: int | None
    made_on: str | None
    made_time: str | None
    kind: str | None
    result: str
    problem: str | None
    path: str


_FIRST_COLUMNS = (
    Column("number", N_("No."), "number"),
    Column("made_on", N_("Day"), "day"),
    Column("made_time", N_("Time of day"), "phrase"),
    Column("kind", N_("Why"), "choice", words=KINDS),
)
LIST_COLUMNS = (
    *_FIRST_COLUMNS,
    Column("sessions", N_("Conversations"), "number"),
    Column("size", N_("Size"), "phrase", keep=2),
    Column("folder", N_("Folder"), keep=4),
)
VERIFY_COLUMNS = (
    *_FIRST_COLUMNS,
    Column("result", N_("Result"), "choice", words=RESULTS),
    Column("problem", N_("Problem"), seldom=True),
)


def now() -> None:
    """Make a backup now, with its copy in the second place if one was chosen.

    coachlog backup now
    """
    run = context()
    with Patience(_("Making a backup …")):
        try:
            last_elsewhere = last_number(run.second_place, run.store)
            made = create_backup(run.store, HAND, run.local_now, last_elsewhere=last_elsewhere)
        except FAILURES as error:
            raise _not_made_error(error) from error
    number = made.backup.number
    if made.is_new:
        say(_("Backup {number} was made: {path}").format(number=number, path=made.path))
    else:
        say(_("Nothing has changed since backup {number}.").format(number=number))
    say_with_program(kept_line(made))
    if not is_stdout_terminal():
        show_rows([(number, made.path)])
    if run.second_place:
        _copy(run, run.second_place)


def list_(as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """List the backups, newest first: those beside the journal, and copies of others.

    coachlog backup list
    """
    run = context()
    output_format = OutputFormat(as_json, as_csv)
    lines = [_line(found) for found in all_backups(run)]
    if as_json or as_csv:
        show_list(run, output_format, BackupLine._fields, lines, (), "")
        return
    count = show_list(run, output_format, (), map(_row, lines), LIST_COLUMNS, _(_NONE_YET))
    if count and is_stdout_terminal():
        command = hint(f"restore {lines[0].number}")
        say(_("To put one in the place of the journal: {command}").format(command=command))


def verify(which: Which = None, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Check whether the backups, or one of them, can be read whole and are as they were.

    coachlog backup verify
    """
    run = context()
    chosen = [find_backup(run, which)] if which else all_backups(run)
    with Patience(_("Backups checked:")) as waiting:
        lines = [_verified(found) for found in waiting.each(chosen)]
    output_format = OutputFormat(as_json, as_csv)
    show_list(run, output_format, VerifyLine._fields, lines, VERIFY_COLUMNS, _(_NONE_YET))
    damaged = [line for line in lines if line.result == DAMAGED and line.kind != DAMAGED]
    if damaged:
        raise UnavailableError(
            N_("Damaged: {paths}"),
            N_("Make a new one: coachlog backup now"),
            paths=", ".join(line.path for line in damaged),
        )


def _copy(run: Context, place: str) -> None:
    """Copy the backups to the second place, and say so. Raises UnavailableError."""
    try:
        with translate_errors(run.store):
            erase_waiting_copies(run.store, instant(run.now))
            folder = copy_backups(run.store, place, run.today, begin=True)
    except CoachlogError as error:
        raise UnavailableError(
            N_("The copy in {place} could not be made: {problem}."),
            N_("The backup itself was made. Is there room in that place, and may you write there?"),
            place=place,
            problem=error.cause_text().rstrip("."),
        ) from error
    if folder is None:
        say(_("{place} is not there now, so no copy was made in it.").format(place=place))
    else:
        say(_("Copied to {path}").format(path=folder))


def _not_made_error(error: Exception) -> UnavailableError:
    return UnavailableError(
        N_("No backup could be made: {problem}."),
        N_("Make room or give access to the folder, then try again: coachlog backup now"),
        problem=problem_text(error),
    )


def _line(found: FoundBackup) -> BackupLine:
    """Return the line of a backup in the list; *sessions* is None for a damaged one."""
    backup = found.backup
    if backup is None:
        raise ValueError(found.path)  # a list has only those that a name tells
    try:
        sessions = contents_of(found.path).records.get("session")
    except CoachlogError:
        sessions = None  # damaged: `verify` tells
    size = os.stat(found.path).st_size  # noqa: PTH116 - as one number
    return BackupLine(
        backup.number,
        backup.day,
        backup.clock,
        backup.kind,
        sessions=sessions,
        bytes=size,
        path=str(found.path),
    )


def _row(line: BackupLine) -> BackupRow:
    size = f"{line.bytes / 1_000_000:.1f} MB"
    return BackupRow(*line[:5], size=size, folder=os.path.dirname(line.path))  # noqa: PTH120 - a text


def _verified(found: FoundBackup) -> VerifyLine:
    """Check a backup, and return the line with the result."""
    problem = problem_of(found.path, found.digest)
    result = DAMAGED if problem else SOUND
    path = str(found.path)
    if found.backup is None:
        return VerifyLine(None, None, None, None, result, problem or None, path)
    number, day, _time, kind, _digest = found.backup
    return VerifyLine(number, day, found.backup.clock, kind, result, problem or None, path)
