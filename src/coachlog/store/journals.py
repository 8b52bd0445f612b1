"""Which journals were used on this machine: if one is missing, that is an error, not a new journal.

Their paths are lines of a file in the folder for logs, and are only ever appended, so that two
windows can do so at once. Where that file cannot be written, a missing journal counts as a new one.
"""

import os
from contextlib import suppress
from pathlib import Path

from coachlog import settings
from coachlog.base.errors import RefusedError, UnavailableError
from coachlog.base.texts import N_
from coachlog.store.connection import open_writer
from coachlog.store.faults import STORE_GONE

SWITCH = "COACHLOG_BACKUP"
"""The variable that says `no` where nothing is backed up or checked by itself."""

JOURNALS, CHECKS = "journals.txt", "checks.txt"
"""The files in the folder for logs: which journals were used, and which were checked on a day."""

READ_BYTES = 50_000
"""How many bytes of the file are read, from its end; older lines are ignored."""


def expect_journal(path: Path, *, chosen: bool) -> None:
    """Note the journal at *path*; raise UnavailableError where it is missing but has to be there.

    It has to be there where the path was *chosen* in the settings, or a journal was used before.
    """
    # Read before looking: a journal that is made meanwhile is only noted once it is there.
    line = _path_line(path)
    known_lines = _read_lines()
    try:
        os.stat(path)  # noqa: PTH116 - every command comes here
    except (FileNotFoundError, NotADirectoryError):
        if chosen or line in known_lines:
            raise UnavailableError(*STORE_GONE, path=path) from None
    except OSError:
        return  # opening it will tell what is wrong
    else:
        _append_line(line, known_lines)


def was_used(path: Path) -> bool:
    """Whether a journal at *path* was used on this machine."""
    return _path_line(path) in _read_lines()


def note_journal(path: Path) -> None:
    """Note that there is a journal at *path*."""
    _append_line(_path_line(path), _read_lines())


def create_journal(path: Path) -> None:
    """Make an empty journal at *path*, and note it; raises RefusedError if something is there."""
    if os.path.lexists(path):
        raise RefusedError(
            N_("There is something at {path} already."),
            N_("Leave out --new-journal, or choose another file."),
            path=path,
        )
    open_writer(path).close()
    note_journal(path)


def note_check(path: Path, day: str) -> bool:
    """Note that the journal at *path* is checked on *day* (UTC); False where it was, or cannot be.

    The file has the checks of one day.
    """
    line = day.encode("ascii") + b" " + _path_line(path)
    known_lines = _read_lines(CHECKS)
    if line in known_lines:
        return False
    is_same_day = any(known.startswith(line[: len(day)]) for known in known_lines)
    mode = os.O_APPEND if is_same_day else os.O_TRUNC
    try:
        _write_line(CHECKS, line, mode)
    except OSError:
        return False
    return True


def _append_line(line: bytes, known_lines: list[bytes]) -> None:
    """Append *line* to the file unless it is empty or there already; a failure is ignored."""
    if not line or line in known_lines:
        return
    with suppress(OSError):
        path = settings.state_path(JOURNALS)
        if os.path.lexists(path) and not path.is_file():  # a pipe would wait for a reader
            return
        _write_line(JOURNALS, line, os.O_APPEND)


def _write_line(name: str, line: bytes, mode: int) -> None:
    """Write *line* to a file that nobody else can read; *mode* is O_APPEND or O_TRUNC."""
    file = os.open(settings.state_path(name), os.O_CREAT | os.O_WRONLY | mode, 0o600)
    try:
        os.write(file, line + b"\n")
    finally:
        os.close(file)


def _read_lines(name: str = JOURNALS) -> list[bytes]:
    """Return the last lines of a file; none where it cannot be read."""
    path = settings.state_place(name)
    try:
        if not path.is_file():  # a pipe might never end
            return []
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - READ_BYTES))
            lines = file.read().splitlines()
            begins_within_line = size > READ_BYTES
            return lines[1:] if begins_within_line else lines
    except OSError:
        return []


def _path_line(path: Path) -> bytes:
    """Return the line for *path*; empty for a path with a line end in it, which is never noted."""
    line = os.fsencode(os.path.abspath(path))  # noqa: PTH100 - a symbolic link counts as a path of its own
    has_line_end = len(line.splitlines()) > 1
    return b"" if has_line_end else line
