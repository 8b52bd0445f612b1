"""The rules that read a day out of tokens without language."""

import re
from datetime import date, timedelta
from functools import cache
from typing import Final

from coachlog.base.days import WEEKDAYS, show_day
from coachlog.base.texts import N_, language
from coachlog.dates.calendars import (
    MONTH,
    DateContext,
    Prefer,
    Rules,
    by_rules,
    exact_day,
    last_of_month,
    month_of,
    nearest,
    shifted_day,
    year_of,
)
from coachlog.dates.errors import (
    WEEKDAY_MISMATCH,
    DateNotUnderstoodError,
)
from coachlog.dates.stretches import FRIDAY, stretch_rules, which_day

__all__ = ["MONTH", "DateContext", "Prefer", "bound_day", "exact_day", "read_day", "shifted_day"]

_DOUBLE_WEEKDAYS: Final = {"ma": 0, "di": 1, "mar": 1}
_DOUBLE_NUMBERS: Final = {"a": 1, "sept": 7}


def read_day(tokens: list[str], asked: DateContext) -> date | None:
    """The day that *tokens* name as a whole, or None; raises what a rule refuses."""
    # "mardi prochain", "la semaine prochaine" get the order of "volgende dinsdag", "next week".
    phrase = re.sub(r"\b(week|w\d) (next|last|coming)\b(?! week)", r"\2 \1", " ".join(tokens))
    phrase = re.sub(r"^by (?=(?:\d{1,4}|n\d+|a) (?:day|week|month|year))", "in ", phrase)
    phrase = re.sub(r"^by (?=.)", "", phrase)
    return by_rules(_rules(), phrase, asked) or by_rules(stretch_rules(), phrase, asked)


def bound_day(match: re.Match[str], last: bool, asked: DateContext) -> date:
    """The first or last day of a year, or of its month when *match* has one."""
    year, month = int(match["year"]), match["month"]
    if last:
        return last_of_month(year, month_of(month) if month else 12, asked)
    return exact_day(year, month_of(month) if month else 1, 1, asked)


@cache
def _rules() -> Rules:
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
        (rf"{before}(?P<day>\d\d?)\.(?P<month>\d\d?)(?P<year>-)?", _day_first),
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
        (rf"in (?:the )?(?:coming )?{span}", _span),
        (rf"{span} (?P<back>ago)", _span),
        (rf"(?P<back>il y a) {span}", _span),
    )


def _calendar(match: re.Match[str], asked: DateContext) -> date:
    month, day, said = month_of(match["month"]), int(match["day"]), match["weekday"]
    found = exact_day(year_of(match["year"], (month, day), asked), month, day, asked)
    if said and found.weekday() != (
        _DOUBLE_WEEKDAYS[said] if said in _DOUBLE_WEEKDAYS else int(said[1])
    ):
        raise DateNotUnderstoodError(
            *WEEKDAY_MISMATCH, text=asked.text, day=show_day(found, language())
        )
    return found


def _day_first(match: re.Match[str], asked: DateContext) -> date:
    day, month = match["day"], match["month"]
    if int(month) > 12 >= int(day) > 0:
        example = "/".join(part for part in (month, day, match["year"]) if part)
        raise DateNotUnderstoodError(
            N_("“{text}” is not a date: there is no month {month}."),
            N_("Write the day first, then the month (day/month): {example}."),
            text=asked.text,
            month=int(month),
            example=example,
        )
    return _calendar(match, asked)


def _end_of_month(match: re.Match[str], asked: DateContext) -> date:
    month = month_of(match["month"])
    length = last_of_month(asked.today.year, month, asked).day
    return last_of_month(year_of(match["year"], (month, length), asked), month, asked)


def _bare_weekday(match: re.Match[str], asked: DateContext) -> date:
    return nearest(int(match["weekday"][1]), asked.prefer, asked)


def _pointed_weekday(match: re.Match[str], asked: DateContext) -> date:
    weekday = int(match["weekday"][1])
    found = nearest(weekday, "past" if match["way"] == "last" else "future", asked)
    if match["way"] == "next" and weekday > asked.today.weekday():
        # Said on a Monday, "next Tuesday" is tomorrow for one and in eight days for another.
        spoken, second = language(), shifted_day(1, "week", asked._replace(today=found))
        raise DateNotUnderstoodError(
            N_("“{text}” can mean {first} or {second}."),
            N_("Write “{weekday}” for the first, or the date, as in {example}."),
            text=asked.text,
            first=show_day(found, spoken),
            second=show_day(second, spoken),
            weekday=WEEKDAYS[spoken][weekday],
            example=f"{second:%d/%m/%Y}",
        )
    return found


def _day_of_week(match: re.Match[str], asked: DateContext) -> date:
    weekday = match.groupdict().get("weekday")  # without one, the same day as today
    if weekday is None and asked.today.weekday() > FRIDAY:
        monday = 7 - asked.today.weekday() + (0 if match["way"] == "next" else -14)
        raise which_day(asked.today + timedelta(monday), asked)
    ahead = int(weekday[1]) - asked.today.weekday() if weekday else 0
    return shifted_day(ahead + (7 if match["way"] == "next" else -7), "day", asked)


def _span(match: re.Match[str], asked: DateContext) -> date:
    said = match.groupdict()
    token = said["count"]
    count = _DOUBLE_NUMBERS[token] if token in _DOUBLE_NUMBERS else int(token.lstrip("dn"))
    return shifted_day(-count if said.get("back") else count, said.get("unit") or "day", asked)
