"""Which journals were used on this machine: one of them that is missing is missed, not begun anew.

Their places stand in a file in the folder for logs, one a line, and are only ever added: two
windows that add theirs at once both keep it. Where that cannot be kept, each missing journal is a
new one.
"""

import os
from contextlib import suppress
from pathlib import Path

from coachlog import settings
from coachlog.base.errors import RefusedError, UnavailableError
from coachlog.base.texts import N_
from coachlog.store.connection import open_writer
from coachlog.store.faults import STORE_GONE

LATEST = 50_000
"""So many bytes of the file are read, from its end; what stood before is forgotten."""


def expect(path: Path, *, chosen: bool) -> None:
    """Raise UnavailableError where no journal is at *path*, and there has to be one.

    That is so where it was *chosen* for good, or where one was used before. What is there is noted.
    """
    line, known = _line(path), _lines()  # first: what is made meanwhile is noted after it is there
    try:
        os.stat(path)  # noqa: PTH116 - every command comes here
    except (FileNotFoundError, NotADirectoryError):
        if chosen or line in known:
            raise UnavailableError(*STORE_GONE, path=path) from None
    except OSError:
        return  # whoever opens it tells what is wrong
    else:
        _add(line, known)


def note(path: Path) -> None:
    """Remember that there is a journal at *path*."""
    _add(_line(path), _lines())


def begin(path: Path) -> None:
    """Make an empty journal at *path* on purpose. Raises RefusedError where something is there."""
    if os.path.lexists(path):
        raise RefusedError(
            N_("There is something at {path} already."),
            N_("Leave out --new-journal, or choose another file."),
            path=path,
        )
    open_writer(path).close()
    note(path)


def _add(line: bytes, known: list[bytes]) -> None:
    if not line or line in known:
        return
    with suppress(OSError):
        file = settings.state_path("journals.txt")
        end = os.open(
            file, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600
        )  # ours alone from the start
        try:
            os.write(end, line + b"\n")
        finally:
            os.close(end)


def _lines() -> list[bytes]:
    try:
        with settings.state_place("journals.txt").open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - LATEST))
            return file.read().splitlines()[size > LATEST :]
    except OSError:
        return []


def _line(path: Path) -> bytes:
    """The place as it stands in the file; nothing for one that takes more than a line."""
    line = os.fsencode(os.path.abspath(path))  # noqa: PTH100 - a symbolic link is a place of its own
    return b"" if len(line.splitlines()) > 1 else line
