"""Lengths of time and figures in the cells of a list."""

import re
from collections.abc import Iterable
from datetime import datetime, time, timedelta

from coachlog.base.errors import CoachlogError, RefusedError
from coachlog.base.texts import N_
from coachlog.intake.tables.cells import Cell, text_of
from coachlog.values.lengths import minutes

MINUTES, HOURS, EACH = "minutes", "hours", "each"
"""What a plain figure means in a column; or that each of them tells by itself."""
_PLAIN = re.compile(r"-?\d+(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"-?\d{1,3}(?:[.,]\d{3})+")
_GROUPED = re.compile(r"-?\d{1,3}(?:([.,\s\u202f\u00a0])\d{3})(?:\1\d{3})*[.,]\d{1,2}")
_CLOCK = re.compile(r"(\d{1,5}):([0-5]\d)(?::[0-5]\d)?")
_SHORTEST_TALK, _LONGEST_IN_HOURS = 10, 12
"""Figures of at least so many are minutes; a column with none above so many can be hours."""

UNCLEAR_NUMBER = (
    N_("“{text}” in {column} can be {small} or {large}."),
    N_("Write it without a point or comma in thousands."),
)
NO_LENGTH = (
    N_("“{text}” in {column} cannot be read as a length of time."),
    N_("For example 90, 1:30 or 1u30."),
)


def unit_of(cells: Iterable[Cell], heading: str) -> str | None:
    """Return what plain figures in a column are: MINUTES or HOURS; None where that is not clear.

    The *heading* may tell: `Duur (min)`, `Duur in uren`. Else a figure with decimals is hours and
    one above 12 minutes; where both occur, or neither, it is not clear.
    """
    words = set(re.findall(r"[a-zû]+", heading.casefold()))
    if words & {"min", "minuten", "minutes", "mins", "minute", "minuut"}:
        return MINUTES
    if words & {"uren", "uur", "u", "h", "hours", "heures", "heure", "hrs", "hour"}:
        return HOURS
    figures = [figure for cell in cells if (figure := _figure(cell)) is not None]
    if not figures:
        return MINUTES
    has_hours = any(figure != int(figure) for figure in figures)
    has_minutes = any(figure > _LONGEST_IN_HOURS for figure in figures)
    if has_hours and has_minutes:
        # `1,5` beside `90`: each tells for itself what it is, but a small whole one does not.
        is_clear = all(f != int(f) or f >= _SHORTEST_TALK for f in figures)
        return EACH if is_clear else None
    if has_hours or has_minutes:
        return HOURS if has_hours else MINUTES
    return None


def read_minutes(cell: Cell, unit: str, column: str, most: int) -> int:
    """Return a length of time in minutes: `90`, `1,5` hours, `1u30`, `0:45`. Raises RefusedError.

    *unit* is what a plain figure means, *column* is named in the error.
    """
    text = text_of(cell)
    length = _length(cell, text, unit, column, most)
    if length is None or not 1 <= length <= most:
        raise RefusedError(*NO_LENGTH, text=text[:60], column=column)
    return length


def read_hours(cell: Cell, column: str) -> int:
    """Return hours, such as `12,5`, in minutes; 0 too. Raises RefusedError."""
    if _figure(cell) == 0:
        return 0
    return read_minutes(cell, HOURS, column, 100_000 * 60)


def number_text(cell: Cell, column: str) -> str:
    """Return a figure without the signs between thousands. Raises RefusedError for an unclear one.

    `2,035` may be two or two thousand; `1.234,50` is clear.
    """
    text = text_of(cell)
    if not isinstance(cell, str):
        return text
    if _THOUSANDS.fullmatch(text):
        raise RefusedError(
            *UNCLEAR_NUMBER,
            text=text[:40],
            column=column,
            small=text.replace(",", "."),
            large=re.sub("[.,]", "", text),
        )
    if _GROUPED.fullmatch(text):
        whole, decimals = re.split(r"[.,](?=\d{1,2}$)", text)
        return re.sub(r"\D", "", whole) + "." + decimals
    return text


def _length(cell: Cell, text: str, unit: str, column: str, most: int) -> int | None:
    """Return a length of time in minutes; None where the cell holds none."""
    if isinstance(cell, timedelta):
        return round(cell.total_seconds() / 60)
    if isinstance(cell, datetime):
        return None
    if isinstance(cell, time):
        return cell.hour * 60 + cell.minute
    if clock := _CLOCK.fullmatch(text):
        return int(clock[1]) * 60 + int(clock[2])
    plain = number_text(cell, column).replace(",", ".")
    if _PLAIN.fullmatch(plain):
        figure = float(plain)
        is_hours = unit == HOURS or (unit == EACH and figure != int(figure))
        return int(figure * 60 + 0.5) if is_hours else _whole(figure)
    try:
        return minutes(text, most)
    except CoachlogError:
        return None


def _whole(figure: float) -> int | None:
    return int(figure) if figure == int(figure) else None


def _figure(cell: Cell) -> float | None:
    """Return a plain figure in a cell; None for anything else, such as `1u30` or a clock."""
    if isinstance(cell, bool | datetime | time | timedelta):
        return None
    text = text_of(cell)
    return float(text.replace(",", ".")) if _PLAIN.fullmatch(text) else None
