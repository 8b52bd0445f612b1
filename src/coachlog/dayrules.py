"""The rules that read a day out of tokens without language, and the calendar they count on."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Final, Literal, NamedTuple

from coachlog.dateerrors import (
    AmbiguousWeekdayError,
    DayFirstError,
    NoSuchDayError,
    WeekdayMismatchError,
    YearOutOfRangeError,
)
from coachlog.dateshow import WEEKDAYS, show_day
from coachlog.texts import language

Prefer = Literal["past", "future"]

MONTH: Final = r"(?P<month>m\d+|mar|sept)"
_YEARS: Final = range(1900, 2201)
_NEAR_YEARS: Final = 20  # a year of two digits lies within so many years of today
_DOUBLE_MONTHS: Final = {"mar": 3, "sept": 9}
_DOUBLE_WEEKDAYS: Final = {"ma": 0, "di": 1, "mar": 1}
_DOUBLE_NUMBERS: Final = {"a": 1, "sept": 7}


class Asked(NamedTuple):
    """What every rule knows besides its own words."""

    text: str  # as an error may repeat it
    today: date
    prefer: Prefer


def read_day(tokens: list[str], asked: Asked) -> date | None:
    """The day that *tokens* name as a whole, or None; raises what a rule refuses."""
    # "mardi prochain", "la semaine prochaine" get the order of "volgende dinsdag", "next week".
    phrase = re.sub(r"\b(week|w\d) (next|last|coming)\b(?! week)", r"\2 \1", " ".join(tokens))
    for pattern, read in _rules():
        if match := re.fullmatch(pattern, phrase):
            return read(match, asked)
    return None


def bound_day(match: re.Match[str], last: bool, asked: Asked) -> date:
    """The first or last day of a year, or of its month when *match* has one."""
    year, month = int(match["year"]), match["month"]
    if last:
        return _last_of_month(year, _month(month) if month else 12, asked)
    return exact_day(year, _month(month) if month else 1, 1, asked)


def shifted_day(count: int, unit: str, asked: Asked) -> date:
    """So many units from today; a month after the 31st is the last day of a shorter month."""
    today = asked.today
    if unit in ("month", "year"):
        year, month = divmod(
            today.year * 12 + today.month - 1 + count * (12 if unit == "year" else 1), 12
        )
        return min(
            _last_of_month(year, month + 1, asked),
            exact_day(year, month + 1, 1, asked) + timedelta(today.day - 1),
        )
    ordinal = today.toordinal() + count * (7 if unit == "week" else 1)
    if not date(_YEARS[0], 1, 1).toordinal() <= ordinal <= date(_YEARS[-1], 12, 31).toordinal():
        raise YearOutOfRangeError(text=asked.text)
    return date.fromordinal(ordinal)


def exact_day(year: int, month: int, day: int, asked: Asked) -> date:
    """That day, or YearOutOfRangeError or NoSuchDayError."""
    if year not in _YEARS:
        raise YearOutOfRangeError(text=asked.text)
    try:
        return date(year, month, day)
    except ValueError:
        raise NoSuchDayError(text=asked.text, day=day, month=month, year=year) from None


@cache
def _rules() -> tuple[tuple[str, Callable[[re.Match[str], Asked], date]], ...]:
    before = r"(?:on )?(?:the )?(?:(?P<weekday>w\d|ma|di|mar) )?(?:the )?"
    weekday, day, year = r"(?P<weekday>w\d)", r"(?P<day>\d\d?)(?: ORD)?", r"(?: (?P<year>\d{4}))?"
    week = r"(?:the )?(?P<way>next|last) week"
    span = r"(?P<count>\d{1,4}|n\d+|sept|a) (?P<unit>day|week|month|year)"
    return (
        (rf"{before}(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)", _calendar),
        (
            rf"{before}(?P<day>\d\d?)(?P<sign>[/-])(?P<month>\d\d?)"
            r"(?:(?P=sign)(?P<year>\d{4}|\d\d))?",
            _day_first,
        ),
        (rf"{before}(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{{4}}|\d\d)", _day_first),
        (rf"{before}{day}(?: of)? {MONTH}{year}", _calendar),
        (rf"{before}(?P<month>m\d+|sept) {day}{year}", _calendar),
        # "mar 24" without a year may be Tuesday the 24th, in French.
        (rf"{before}(?P<month>mar) {day} (?P<year>\d{{4}})", _calendar),
        (rf"(?:the )?end(?: of)?(?: the)? {MONTH}{year}", _end_of_month),
        (r"(?:the (?=d-?2))?(?P<count>d-?\d)", _span),
        (rf"(?:on )?{weekday}", _bare_weekday),
        (rf"(?:on )?(?:the )?(?P<way>next|last|coming) {weekday}", _pointed_weekday),
        (rf"(?:on )?{weekday}(?: of)?(?: the)?(?: the)? (?P<way>next|last) week", _day_of_week),
        (rf"{week} (?:on )?{weekday}", _day_of_week),
        (week, _day_of_week),
        (rf"in {span}", _span),
        (rf"{span} (?P<back>ago)", _span),
        (rf"(?P<back>il y a) {span}", _span),
    )


def _calendar(match: re.Match[str], asked: Asked) -> date:
    month, day, said = _month(match["month"]), int(match["day"]), match["weekday"]
    found = exact_day(_year(match["year"], (month, day), asked), month, day, asked)
    if said and found.weekday() != (
        _DOUBLE_WEEKDAYS[said] if said in _DOUBLE_WEEKDAYS else int(said[1])
    ):
        raise WeekdayMismatchError(text=asked.text, day=show_day(found, language()))
    return found


def _day_first(match: re.Match[str], asked: Asked) -> date:
    day, month = match["day"], match["month"]
    if int(month) > 12 >= int(day) > 0:
        example = "/".join(part for part in (month, day, match["year"]) if part)
        raise DayFirstError(text=asked.text, month=int(month), example=example)
    return _calendar(match, asked)


def _end_of_month(match: re.Match[str], asked: Asked) -> date:
    month = _month(match["month"])
    length = _last_of_month(asked.today.year, month, asked).day
    return _last_of_month(_year(match["year"], (month, length), asked), month, asked)


def _month(token: str) -> int:
    return _DOUBLE_MONTHS[token] if token in _DOUBLE_MONTHS else int(token.lstrip("m"))


def _year(digits: str | None, month_day: tuple[int, int], asked: Asked) -> int:
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
        raise YearOutOfRangeError(text=asked.text)
    return year


def _last_of_month(year: int, month: int, asked: Asked) -> date:
    first = exact_day(year, month, 1, asked)
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _bare_weekday(match: re.Match[str], asked: Asked) -> date:
    return _nearest(int(match["weekday"][1]), asked.prefer, asked)


def _pointed_weekday(match: re.Match[str], asked: Asked) -> date:
    weekday = int(match["weekday"][1])
    found = _nearest(weekday, "past" if match["way"] == "last" else "future", asked)
    if match["way"] == "next" and weekday > asked.today.weekday():
        # Said on a Monday, "next Tuesday" is tomorrow for one and in eight days for another.
        spoken, second = language(), shifted_day(1, "week", asked._replace(today=found))
        raise AmbiguousWeekdayError(
            text=asked.text,
            first=show_day(found, spoken),
            second=show_day(second, spoken),
            weekday=WEEKDAYS[spoken][weekday],
            example=f"{second:%d/%m/%Y}",
        )
    return found


def _nearest(weekday: int, way: Prefer, asked: Asked) -> date:
    apart = weekday - asked.today.weekday()
    return shifted_day((apart - 1) % 7 + 1 if way == "future" else (apart % 7) - 7, "day", asked)


def _day_of_week(match: re.Match[str], asked: Asked) -> date:
    weekday = match.groupdict().get("weekday")  # without one, the same day as today
    ahead = int(weekday[1]) - asked.today.weekday() if weekday else 0
    return shifted_day(ahead + (7 if match["way"] == "next" else -7), "day", asked)


def _span(match: re.Match[str], asked: Asked) -> date:
    said = match.groupdict()
    token = said["count"]
    count = _DOUBLE_NUMBERS[token] if token in _DOUBLE_NUMBERS else int(token.lstrip("dn"))
    return shifted_day(-count if said.get("back") else count, said.get("unit") or "day", asked)
