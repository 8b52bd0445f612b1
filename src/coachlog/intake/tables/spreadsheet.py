"""Reads a spreadsheet in a process of its own, which a damaged one may end without harm.

It is run as a script and loads nothing of coachlog: the library that reads may be stopped by the
system where a file makes it ask for more memory than there is. On standard input it gets the file,
as an argument the sheet that is wanted, or nothing. On standard output it writes packed frames:
first what was found, then the rows by the hundred, with days and times as marked texts.
"""

import marshal
import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from importlib import import_module
from io import BytesIO
from itertools import islice
from typing import Any

import python_calamine

MOST_MEMORY = 2 * 1024**3
FRAME_ROWS = 500
FRAME_LENGTH = 4
PASSWORD, DAMAGED, EMPTY, NO_SHEET = "password", "damaged", "empty", "no sheet"
MOMENT, DAY, CLOCK, LENGTH = "moment", "day", "clock", "length"


def main() -> None:
    """Read the spreadsheet on standard input, and write its rows."""
    _bound_memory()
    sheet_name = sys.argv[1] if len(sys.argv) > 1 else ""
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(sys.stdin.buffer.read()))
        sheet = _named_sheet(book, sheet_name) if sheet_name else _first(book)
    except python_calamine.PasswordError:
        _write({"problem": PASSWORD})
        return
    except (python_calamine.CalamineError, OSError, ValueError):
        _write({"problem": DAMAGED})
        return
    if sheet is None:
        _write({"problem": NO_SHEET if sheet_name else EMPTY, "names": book.sheet_names})
        return
    others = (name for name in book.sheet_names if name != sheet.name)
    unread = [name for name in others if _filled(book, name) is not None]
    _write({"name": sheet.name, "unread": unread})
    rows = _rows(sheet)
    while frame := list(islice(rows, FRAME_ROWS)):
        _write(frame)


def _bound_memory() -> None:
    """Take no more memory than any real list needs, where the system can see to that."""
    with suppress(ImportError, ValueError, OSError):
        resource = import_module("resource")
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _write(frame: Any) -> None:
    packed = zlib.compress(marshal.dumps(frame), 1)
    sys.stdout.buffer.write(len(packed).to_bytes(FRAME_LENGTH, "big") + packed)


def _named_sheet(
    book: python_calamine.CalamineWorkbook, sheet_name: str
) -> python_calamine.CalamineSheet | None:
    """Return the sheet of that name, in capitals or not, or of that number; None without one."""
    by_name = {name.casefold(): name for name in book.sheet_names}
    found = by_name.get(sheet_name.strip().casefold())
    if (
        found is None
        and sheet_name.isdecimal()
        and 1 <= int(sheet_name[:9]) <= len(book.sheet_names)
    ):
        found = book.sheet_names[int(sheet_name) - 1]
    return None if found is None else book.get_sheet_by_name(found)


def _first(book: python_calamine.CalamineWorkbook) -> python_calamine.CalamineSheet | None:
    """Return the first sheet with something in it that is not hidden, else a hidden one."""
    visible = python_calamine.SheetVisibleEnum.Visible
    shown = [each.name for each in book.sheets_metadata if each.visible == visible]
    for name in (*shown, *(each for each in book.sheet_names if each not in shown)):
        if sheet := _filled(book, name):
            return sheet
    return None


def _filled(
    book: python_calamine.CalamineWorkbook, name: str
) -> python_calamine.CalamineSheet | None:
    """Return the sheet *name* where it has a cell; a chart sheet has none."""
    try:
        sheet = book.get_sheet_by_name(name)
    except python_calamine.CalamineError:
        return None
    return sheet if sheet.end is not None else None


def _rows(sheet: python_calamine.CalamineSheet) -> Iterator[tuple[int, list[object]]]:
    """Yield the rows that have something, each with its number in the sheet."""
    for number, row in enumerate(sheet.iter_rows(), 1):
        if any(cell not in ("", None) for cell in row):
            yield number, [cell if isinstance(cell, _PLAIN) else _marked(cell) for cell in row]


_PLAIN = (str, float, int)


def _marked(cell: object) -> tuple[str, str] | None:
    """Return a day or a time as a text with its kind."""
    if isinstance(cell, datetime):
        return MOMENT, cell.isoformat()
    if isinstance(cell, date):
        return DAY, cell.isoformat()
    if isinstance(cell, time):
        return CLOCK, cell.isoformat()
    if isinstance(cell, timedelta):
        return LENGTH, repr(cell.total_seconds())
    return None


if __name__ == "__main__":
    main()
