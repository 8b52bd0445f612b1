"""Tables out of spreadsheets, xlsx, xls and ods: values as they were last seen.

Nothing in them is followed or worked out: no formula, link or macro.
"""

import marshal
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from coachlog.base.containers import ZIP, bounded_zip
from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.intake.tables import spreadsheet
from coachlog.intake.tables.cells import Cell, is_empty
from coachlog.intake.tables.sheet import ListSheet, Numbered

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How xls files begin; and newer ones that are encrypted."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PROBLEMS = {
    spreadsheet.PASSWORD: (
        N_("{name} is protected by a password."),
        N_("Save it without a password first, and remove that copy afterwards."),
    ),
    spreadsheet.DAMAGED: (
        N_(
            "{name} cannot be read as a spreadsheet: it is damaged, far too big, or something else."
        ),
        N_("Open it in the program that made it, save it again, or save it as CSV."),
    ),
    spreadsheet.EMPTY: (
        N_("{name} has no sheet with anything in it."),
        N_("Save it once more, or give another file."),
    ),
    spreadsheet.NO_SHEET: (
        N_("{name} has no sheet called {sheet}, or nothing is in it."),
        N_("Choose from: {names}"),
    ),
}


def workbook_sheet(data: bytes, name: str, sheet_name: str | None) -> ListSheet:
    """Return the sheet *sheet_name* of a spreadsheet, else the first that has something.

    *name* is that of the file. Raises RefusedError for what is too big, encrypted or damaged.
    """
    if data.startswith(ZIP):
        bounded_zip(data, name).close()
    elif data.startswith(OLD) and _ENCRYPTED in data:
        raise RefusedError(*_PROBLEMS[spreadsheet.PASSWORD], name=name)
    frames = _frames(data, sheet_name or "")
    first = _unpacked(frames[0]) if frames else {"problem": spreadsheet.DAMAGED}
    if problem := first.get("problem"):
        names = ", ".join(first.get("names", ()))
        raise RefusedError(
            *_PROBLEMS[problem], name=name, sheet=(sheet_name or "")[:60], names=names
        )
    return ListSheet(lambda: _rows(frames[1:]), name=first["name"], unread=tuple(first["unread"]))


def _frames(data: bytes, sheet_name: str) -> list[bytes]:
    """Return what the process that reads wrote, still packed; nothing where it was ended."""
    ended = subprocess.run(
        [sys.executable, "-P", spreadsheet.__file__, sheet_name],
        input=data,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    if ended.returncode:
        return []
    frames, stream = [], BytesIO(ended.stdout)
    while length := int.from_bytes(stream.read(spreadsheet.FRAME_LENGTH), "big"):
        frames.append(stream.read(length))
    return frames


def _unpacked(frame: bytes) -> Any:
    return marshal.loads(zlib.decompress(frame))


def _rows(frames: list[bytes]) -> Iterator[Numbered]:
    """Yield the rows that have something, each with its number in the sheet."""
    for frame in frames:
        for number, row in _unpacked(frame):
            cells = tuple(map(_cell, row))
            if not all(map(is_empty, cells)):
                yield number, cells


def _cell(value: Any) -> Cell:
    """Return a cell as it was before it was written between the processes."""
    if isinstance(value, tuple):
        kind, text = value
        return _KINDS[kind](text)
    cell: Cell = value
    return cell


_KINDS: Mapping[str, Callable[[str], Cell]] = {
    spreadsheet.MOMENT: datetime.fromisoformat,
    spreadsheet.DAY: date.fromisoformat,
    spreadsheet.CLOCK: time.fromisoformat,
    spreadsheet.LENGTH: lambda text: timedelta(seconds=float(text)),
}
