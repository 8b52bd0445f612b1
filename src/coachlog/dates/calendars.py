"""The calendar that days are counted on, and what every rule that reads a day knows."""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
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
    """What every rule knows besides its own words."""

    text: str  # as an error may repeat it
    today: date
    prefer: Prefer


Rules = Iterable[tuple[str, Callable[[re.Match[str], DateContext], date]]]
"""Patterns of a whole phrase, and what reads its day."""


def by_rules(rules: Rules, phrase: str, asked: DateContext) -> date | None:
    """The day that the first rule which fits *phrase* reads; None where none fits."""
    for pattern, read in rules:
        if match := re.fullmatch(pattern, phrase):
            return read(match, asked)
    return None


def shifted_day(count: int, unit: str, asked: DateContext) -> date:
    """Shift today by so many units; a month after the 31st is the last day of a shorter month."""
    today = asked.today
    if unit in ("month", "year"):
        year, month = divmod(
            today.year * 12 + today.month - 1 + count * (12 if unit == "year" else 1), 12
        )
        return min(
            last_of_month(year, month + 1, asked),
            exact_day(year, month + 1, 1, asked) + timedelta(today.day - 1),
        )
    ordinal = today.toordinal() + count * (7 if unit == "week" else 1)
    if not date(_YEARS[0], 1, 1).toordinal() <= ordinal <= date(_YEARS[-1], 12, 31).toordinal():
        raise DateNotUnderstoodError(*YEAR_OUT_OF_RANGE, text=asked.text)
    return date.fromordinal(ordinal)


def exact_day(year: int, month: int, day: int, asked: DateContext) -> date:
    """That day; raises DateNotUnderstoodError where there is none."""
    if year not in _YEARS:
        raise DateNotUnderstoodError(*YEAR_OUT_OF_RANGE, text=asked.text)
    try:
        return date(year, month, day)
    except ValueError:
        raise DateNotUnderstoodError(
            N_("“{text}” is not a date: there is no {day}/{month} in {year}."),
            N_("Check the day and the month, and put the day first, as in 23/11/2026."),
            text=asked.text,
            day=day,
            month=month,
            year=year,
        ) from None


def month_of(token: str) -> int:
    return _DOUBLE_MONTHS[token] if token in _DOUBLE_MONTHS else int(token.lstrip("m"))


def year_of(digits: str | None, month_day: tuple[int, int], asked: DateContext) -> int:
    today = asked.today
    if digits is None:
        this = (today.month, today.day)
        return today.year + (
            (month_day < this) if asked.prefer == "future" else -(month_day > this)
        )
    if len(digits) == 4:
        return int(digits)
    year = today.year - today.year % 100 + int(digits)
    if abs(year - today.year) > _NEAR_YEARS:
        raise DateNotUnderstoodError(*YEAR_OUT_OF_RANGE, text=asked.text)
    return year


def last_of_month(year: int, month: int, asked: DateContext) -> date:
    first = exact_day(year, month, 1, asked)
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def nearest(weekday: int, way: Prefer, asked: DateContext) -> date:
    apart = weekday - asked.today.weekday()
    return shifted_day((apart - 1) % 7 + 1 if way == "future" else (apart % 7) - 7, "day", asked)
