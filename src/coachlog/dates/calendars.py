"""The calendar that days are counted on, and what every rule that reads a day knows."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date
from typing import Final, Literal, NamedTuple

from coachlog.base.texts import N_
from coachlog.dates.errors import (
    YEAR_OUT_OF_RANGE,
    DateNotUnderstoodError,
)

Prefer = Literal["past", "future"]

MONTH: Final = r"(?P<month>m\d+|mar|sept)"
_YEARS: Final = range(1900, 2201)
_NEAR_YEARS: Final = 20  # a year of two digits lies within so many years of today
_DOUBLE_MONTHS: Final = {"mar": 3, "sept": 9}


class DateContext(NamedTuple):
    """What every rule needs besides the words it matched."""

    text: str  # what was typed, safe to repeat in an error
    today: date
    prefer: Prefer  # the direction in which to look where two days could be meant


Rules = Iterable[tuple[str, Callable[[re.Match[str], DateContext], date]]]
"""Pairs of a pattern for a whole phrase and the function that turns its match into a day."""


def apply_rules(rules: Rules, phrase: str, context: DateContext) -> date | None:
    """Return the day read by the first rule whose pattern matches *phrase*; None if none does."""
    for pattern, read in rules:
        if match := re.fullmatch(pattern, phrase):
            return read(match, context)
    return None


def shifted_day(count: int, unit: str, context: DateContext) -> date:
    """Return today plus *count* units; a month after 31 January is the last day of February.

    *unit* is day, week, month or year; *count* may be negative. Raises DateNotUnderstoodError.
    """
    today = context.today
    if unit in ("month", "year"):
        months = count * (12 if unit == "year" else 1)
        year, month_index = divmod(today.year * 12 + today.month - 1 + months, 12)
        last_day = last_day_of_month(year, month_index + 1, context)
        return last_day.replace(day=min(today.day, last_day.day))
    ordinal = today.toordinal() + count * (7 if unit == "week" else 1)
    if not date(_YEARS[0], 1, 1).toordinal() <= ordinal <= date(_YEARS[-1], 12, 31).toordinal():
        raise DateNotUnderstoodError(*YEAR_OUT_OF_RANGE, text=context.text)
    return date.fromordinal(ordinal)


def exact_day(year: int, month: int, day: int, context: DateContext) -> date:
    """Return the date of these figures; raises DateNotUnderstoodError where it does not exist."""
    if year not in _YEARS:
        raise DateNotUnderstoodError(*YEAR_OUT_OF_RANGE, text=context.text)
    try:
        return date(year, month, day)
    except ValueError:
        raise DateNotUnderstoodError(
            N_("“{text}” is not a date: there is no {day}/{month} in {year}."),
            N_("Check the day and the month, and put the day first, as in 23/11/2026."),
            text=context.text,
            day=day,
            month=month,
            year=year,
        ) from None


def month_number(token: str) -> int:
    """Return 1 to 12 for a month token such as `m9`, `mar` or `sept`."""
    return _DOUBLE_MONTHS[token] if token in _DOUBLE_MONTHS else int(token.lstrip("m"))


def complete_year(digits: str | None, month_day: tuple[int, int], context: DateContext) -> int:
    """Return the year that was typed, in full; without one, the nearest in the preferred direction.

    *month_day* is the month and day that the year belongs to. Raises DateNotUnderstoodError where
    two digits stand for a year far from today.
    """
    today = context.today
    if digits is None:
        this_day = (today.month, today.day)
        if context.prefer == "future":
            return today.year + 1 if month_day < this_day else today.year
        return today.year - 1 if month_day > this_day else today.year
    if len(digits) == 4:
        return int(digits)
    year = today.year - today.year % 100 + int(digits)
    if abs(year - today.year) > _NEAR_YEARS:
        raise DateNotUnderstoodError(*YEAR_OUT_OF_RANGE, text=context.text)
    return year


def last_day_of_month(year: int, month: int, context: DateContext) -> date:
    """Return the last day of a month; raises DateNotUnderstoodError outside 1900-2200."""
    first = exact_day(year, month, 1, context)
    return first.replace(day=monthrange(year, month)[1])


def nearest_weekday(weekday: int, direction: Prefer, context: DateContext) -> date:
    """Return the nearest day on *weekday* (0 is Monday), 1 to 7 days from today."""
    days = weekday - context.today.weekday()
    shift = (days - 1) % 7 + 1 if direction == "future" else days % 7 - 7
    return shifted_day(shift, "day", context)
