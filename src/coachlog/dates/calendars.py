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
"""Tokens that can also mean Tuesday and seven, in French."""


class DateContext(NamedTuple):
    """What every rule needs besides the words it matched."""

    text: str  # what was typed, safe to repeat in an error
    today: date
    prefer: Prefer  # the direction in which to look where two days could be meant


Rules = Iterable[tuple[str, Callable[[re.Match[str], DateContext], date]]]
"""Pairs of a pattern for a whole phrase and the function that turns its match into a day."""


def apply_rules(rules: Rules, phrase: str, context: DateContext) -> date | None:
    """Return the day read by the first rule whose pattern matches *phrase*; None if none does."""
    for pattern, read_match in rules:
        if match := re.fullmatch(pattern, phrase):
            return read_match(match, context)
    return None


def shifted_day(count: int, unit: str, context: DateContext) -> date:
    """Return today plus *count* units; a month after 31 January is the last day of February.

    *unit* is day, week, month or year; *count* may be negative. Raises DateNotUnderstoodError.
    """
    today = context.today
    if unit in ("month", "year"):
        months_to_add = count * (12 if unit == "year" else 1)
        # Months are counted from the year 0, so that the year follows when they pass December.
        months_since_year_0 = today.year * 12 + today.month - 1 + months_to_add
        year, month_index = divmod(months_since_year_0, 12)
        last_day = last_day_of_month(year, month_index + 1, context)
        return last_day.replace(day=min(today.day, last_day.day))
    days_to_add = count * (7 if unit == "week" else 1)
    ordinal = today.toordinal() + days_to_add
    # Checked as numbers, for a `date` far outside these years cannot even be made.
    earliest, latest = date(_YEARS[0], 1, 1), date(_YEARS[-1], 12, 31)
    if not earliest.toordinal() <= ordinal <= latest.toordinal():
        raise DateNotUnderstoodError(*YEAR_OUT_OF_RANGE, text=context.text)
    return date.fromordinal(ordinal)


def exact_day(year: int, month: int, day: int, context: DateContext) -> date:
    """Return the date of these numbers; raises DateNotUnderstoodError where it does not exist."""
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
    if token in _DOUBLE_MONTHS:
        return _DOUBLE_MONTHS[token]
    return int(token.removeprefix("m"))


def complete_year(digits: str | None, month_day: tuple[int, int], context: DateContext) -> int:
    """Return the year that was typed, in four digits; without one, the nearest that fits.

    *month_day* is the month and day of the date. Without a year, that date is today or the nearest
    one in the preferred direction. Two digits are a year of this century; raises
    DateNotUnderstoodError where that is far from today.
    """
    today = context.today
    if digits is None:
        today_month_day = (today.month, today.day)
        if context.prefer == "future":
            has_passed = month_day < today_month_day
            return today.year + 1 if has_passed else today.year
        is_still_to_come = month_day > today_month_day
        return today.year - 1 if is_still_to_come else today.year
    if len(digits) == 4:
        return int(digits)
    century = today.year - today.year % 100
    year = century + int(digits)
    if abs(year - today.year) > _NEAR_YEARS:
        raise DateNotUnderstoodError(*YEAR_OUT_OF_RANGE, text=context.text)
    return year


def last_day_of_month(year: int, month: int, context: DateContext) -> date:
    """Return the last day of a month; raises DateNotUnderstoodError outside 1900-2200."""
    first_day = exact_day(year, month, 1, context)
    _weekday_of_first, day_count = monthrange(year, month)
    return first_day.replace(day=day_count)


def not_understood(context: DateContext) -> DateNotUnderstoodError:
    """Return the error for a text that no rule reads, with examples in the preferred direction."""
    return DateNotUnderstoodError(text=context.text, needs_past_day=context.prefer == "past")


def read_weekday(match: re.Match[str], context: DateContext) -> date:
    """Return the nearest day on the weekday in *match*, in the preferred direction."""
    return nearest_weekday(int(match["weekday"][1]), context.prefer, context)


def nearest_weekday(weekday: int, direction: Prefer, context: DateContext) -> date:
    """Return the nearest day on *weekday* (0 is Monday), 1 to 7 days from today.

    When today is that weekday, it is the day a week from today.
    """
    difference = weekday - context.today.weekday()
    if direction == "future":
        days_to_add = (difference - 1) % 7 + 1  # 1 to 7
    else:
        days_to_add = difference % 7 - 7  # -7 to -1
    return shifted_day(days_to_add, "day", context)
