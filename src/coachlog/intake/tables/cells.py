"""What a cell of a table holds, and the one text it has in every kind of file."""

from datetime import date, datetime, time, timedelta

Cell = str | float | bool | date | time | timedelta | None
"""A cell: text only in CSV; numbers, days and times too in a spreadsheet."""

Row = tuple[Cell, ...]


def text_of(cell: Cell) -> str:
    """Return a cell as people would type it: `40`, `2025-03-14`, `2025-03-14 14:30`, `1:30`.

    A spreadsheet and the CSV that was saved from it give the same.
    """
    if isinstance(cell, str):
        return cell.strip()
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float | int):
        return str(int(cell)) if cell == int(cell) else repr(round(cell, 10))
    if isinstance(cell, timedelta):
        return _clock(cell.total_seconds())
    if isinstance(cell, time):
        return _clock(cell.hour * 3600 + cell.minute * 60 + cell.second)
    if isinstance(cell, datetime) and (cell.hour, cell.minute, cell.second) != (0, 0, 0):
        return f"{cell:%Y-%m-%d %H:%M}" if cell.second == 0 else f"{cell:%Y-%m-%d %H:%M:%S}"
    return f"{cell:%Y-%m-%d}"


def is_empty(cell: Cell) -> bool:
    """Return whether nothing stands in a cell but spaces."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _clock(seconds: float) -> str:
    """Return `1:30`, with seconds only where there are some; `-0:15` for less than nothing."""
    sign, whole = ("-" if seconds < 0 else ""), round(abs(seconds))
    text = f"{sign}{whole // 3600}:{whole % 3600 // 60:02}"
    return f"{text}:{whole % 60:02}" if whole % 60 else text
