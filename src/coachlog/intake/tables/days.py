"""Days and moments in the cells of a list, in one order throughout a column."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from datetime import time as clock_time
from functools import lru_cache
from typing import NamedTuple

from coachlog.base.errors import CoachlogError, RefusedError
from coachlog.base.texts import N_
from coachlog.dates.parse import parse_day
from coachlog.intake.tables.cells import Cell, text_of

DMY, MDY = "dmy", "mdy"
ORDERS = (DMY, MDY)
_CENTURY = 2000
_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:[T ]+(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,6})?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_BY_FIGURES = re.compile(
    r"(?:[^\W\d_]{2,12}\.?,?\s+)?(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})"
    r"(?:[,\sT]+(?:om |à |at )?(\d.*))?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(\d{1,2})(?:\s?(?:[:uh.]|uur|heures?)\s?(\d{2})?)(?::\d{2})?\s?(am|pm|a\.m\.|p\.m\.)?"
    r"|(\d{1,2})\s?(am|pm)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}|[/.-]\s?\d\d$")

NO_DAY = (N_("“{text}” in {column} cannot be read as a date."), N_("For example {example}."))


class WrittenMoment(NamedTuple):
    """A day, with a time where there is one, and how it is off from UTC where that is said."""

    day: date
    time: clock_time | None = None
    offset: str = ""

    def text(self) -> str:
        """Return it as `NOUN new` takes it: `2025-03-14` or `2025-03-14T14:30`."""
        if self.time is None:
            return self.day.isoformat()
        with_seconds = self.time.second or self.time.microsecond
        clock = self.time.isoformat("auto" if with_seconds else "minutes")
        return f"{self.day.isoformat()}T{clock}{self.offset}"


def read_moment(cell: Cell, order: str, column: str, today: date) -> WrittenMoment:
    """Return the day in a cell, and the time where there is one. Raises RefusedError.

    *order* is that of day and month in figures; *column* is named in the error.
    """
    if isinstance(cell, datetime):
        is_whole_day = cell.time() == clock_time()
        return WrittenMoment(
            cell.date(), None if is_whole_day else cell.time().replace(microsecond=0)
        )
    if isinstance(cell, date):
        return WrittenMoment(cell)
    moment = _read(text_of(cell), order, today)
    if moment is None:
        example = "14/03/2025" if order == DMY else "03/14/2025"
        raise RefusedError(*NO_DAY, text=text_of(cell)[:60], column=column, example=example)
    return moment


def read_clock(cell: Cell) -> clock_time | None:
    """Return the time of day in a cell: `14:30`, `14u30`, `2 PM`; None where there is none."""
    if isinstance(cell, datetime):
        return cell.time()
    return cell if isinstance(cell, clock_time) else _clock(text_of(cell))


def is_day(cell: Cell, today: date) -> bool:
    """Return whether a cell holds a day, in whatever order."""
    return isinstance(cell, date) or any(_read(text_of(cell), order, today) for order in ORDERS)


class DayOrder(NamedTuple):
    """What the days of a column say of their order: how often it can be one only, and where."""

    day_first: int = 0
    month_first: int = 0
    either: int = 0
    month_first_at: int = 0
    month_first_text: str = ""


def order_of(cells: Iterable[tuple[int, Cell]]) -> DayOrder:
    """Return what the *cells* of a column, each with the number of its row, say of their order."""
    order = DayOrder()
    for number, cell in cells:
        match = _BY_FIGURES.fullmatch(cell.strip()) if isinstance(cell, str) else None
        if match is None:
            continue
        first, second = int(match[1]), int(match[2])
        if first > 12 >= second:
            order = order._replace(day_first=order.day_first + 1)
        elif second > 12 >= first:
            if not order.month_first:
                text = str(cell).strip()
                order = order._replace(month_first_at=number, month_first_text=text)
            order = order._replace(month_first=order.month_first + 1)
        elif first != second:
            order = order._replace(either=order.either + 1)
    return order


@lru_cache(maxsize=4096)
def _read(text: str, order: str, today: date) -> WrittenMoment | None:
    if iso := _ISO.fullmatch(text):
        return _of(iso[1], iso[2], iso[3], (iso[4] or "").replace(",", "."), iso[5] or "")
    if figures := _BY_FIGURES.fullmatch(text):
        first, second, year, rest = figures.groups()
        day, month = (first, second) if order == DMY else (second, first)
        return _of(_full(year), month, day, rest or "", "")
    return _in_words(text, today)


def _of(year: str, month: str, day: str, clock: str, offset: str) -> WrittenMoment | None:
    time = _clock(clock) if clock else None
    if clock and time is None:
        return None
    if offset and offset.upper() != "Z" and ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:]}"
    try:
        return WrittenMoment(date(int(year), int(month), int(day)), time, offset.upper())
    except ValueError:
        return None


def _full(year: str) -> str:
    return year if len(year) > 2 else str(_CENTURY + int(year))


def _in_words(text: str, today: date) -> WrittenMoment | None:
    """Return `3 maart 2025`; what has no year could be of any."""
    if not _YEAR.search(text) or not any(char.isalpha() for char in text):
        return None
    try:
        return WrittenMoment(parse_day(text, today, prefer="past"))
    except CoachlogError:
        return None


@lru_cache(maxsize=4096)
def _clock(text: str) -> clock_time | None:
    text = text.strip()
    if re.fullmatch(r"\d{1,2}:\d{2}:\d{2}(\.\d+)?", text):
        hours, minutes, seconds = text.split(":")
        return _time(int(hours), int(minutes), int(float(seconds)))
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    hour = int(match[1] or match[4])
    half = (match[3] or match[5] or "").lower().replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return _time(hour, int(match[2] or 0))


def _time(hour: int, minute: int, second: int = 0) -> clock_time | None:
    try:
        return clock_time(hour, minute, second)
    except ValueError:
        return None
