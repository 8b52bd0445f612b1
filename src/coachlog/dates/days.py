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
    apply_rules,
    complete_year,
    exact_day,
    last_day_of_month,
    month_number,
    nearest_weekday,
    shifted_day,
)
from coachlog.dates.errors import (
    WEEKDAY_MISMATCH,
    DateNotUnderstoodError,
)
from coachlog.dates.stretches import FRIDAY, ask_which_day, stretch_rules

__all__ = ["MONTH", "DateContext", "Prefer", "bound_day", "exact_day", "read_day", "shifted_day"]

_DOUBLE_WEEKDAYS: Final = {"ma": 0, "di": 1, "mar": 1}
_DOUBLE_NUMBERS: Final = {"a": 1, "sept": 7}


def read_day(tokens: list[str], context: DateContext) -> date | None:
    """Return the day that all *tokens* together name, or None.

    Raises DateNotUnderstoodError where a rule matches but its day does not exist or is unclear.
    """
    # "mardi prochain", "la semaine prochaine" get the order of "volgende dinsdag", "next week".
    phrase = re.sub(r"\b(week|w\d) (next|last|coming)\b(?! week)", r"\2 \1", " ".join(tokens))
    phrase = re.sub(r"^by (?=(?:\d{1,4}|n\d+|a) (?:day|week|month|year))", "in ", phrase)
    phrase = re.sub(r"^by (?=.)", "", phrase)
    return apply_rules(_rules(), phrase, context) or apply_rules(stretch_rules(), phrase, context)


def bound_day(match: re.Match[str], last: bool, context: DateContext) -> date:
    """Return the first or last day of the year in *match*, or of its month if it has one."""
    year, month = int(match["year"]), match["month"]
    if last:
        return last_day_of_month(year, month_number(month) if month else 12, context)
    return exact_day(year, month_number(month) if month else 1, 1, context)


@cache
def _rules() -> Rules:
    """Patterns over tokens (`w1` a weekday, `m9` a month), and the function that reads each."""
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


def _calendar(match: re.Match[str], context: DateContext) -> date:
    """Return a day given by day and month; a weekday before it has to be the right one."""
    month, day = month_number(match["month"]), int(match["day"])
    result = exact_day(complete_year(match["year"], (month, day), context), month, day, context)
    token = match["weekday"]
    if token:
        weekday = _DOUBLE_WEEKDAYS[token] if token in _DOUBLE_WEEKDAYS else int(token[1])
        if result.weekday() != weekday:
            raise DateNotUnderstoodError(
                *WEEKDAY_MISMATCH, text=context.text, day=show_day(result, language())
            )
    return result


def _day_first(match: re.Match[str], context: DateContext) -> date:
    """Return a day typed as day/month; `11/23` is refused with the figures in the right order."""
    day, month = match["day"], match["month"]
    if int(month) > 12 >= int(day) > 0:
        example = "/".join(part for part in (month, day, match["year"]) if part)
        raise DateNotUnderstoodError(
            N_("“{text}” is not a date: there is no month {month}."),
            N_("Write the day first, then the month (day/month): {example}."),
            text=context.text,
            month=int(month),
            example=example,
        )
    return _calendar(match, context)


def _end_of_month(match: re.Match[str], context: DateContext) -> date:
    month = month_number(match["month"])
    last_day = last_day_of_month(context.today.year, month, context).day
    year = complete_year(match["year"], (month, last_day), context)
    return last_day_of_month(year, month, context)


def _bare_weekday(match: re.Match[str], context: DateContext) -> date:
    return nearest_weekday(int(match["weekday"][1]), context.prefer, context)


def _pointed_weekday(match: re.Match[str], context: DateContext) -> date:
    """Return the day of `last w1`, `coming w1` or `next w1`; the last may be ambiguous."""
    weekday = int(match["weekday"][1])
    first = nearest_weekday(weekday, "past" if match["way"] == "last" else "future", context)
    if match["way"] == "next" and weekday > context.today.weekday():
        # On a Monday, "next Tuesday" is tomorrow for some and in eight days for others.
        second = shifted_day(1, "week", context._replace(today=first))
        raise DateNotUnderstoodError(
            N_("“{text}” can mean {first} or {second}."),
            N_("Write “{weekday}” for the first, or the date, as in {example}."),
            text=context.text,
            first=show_day(first, language()),
            second=show_day(second, language()),
            weekday=WEEKDAYS[language()][weekday],
            example=f"{second:%d/%m/%Y}",
        )
    return first


def _day_of_week(match: re.Match[str], context: DateContext) -> date:
    """Return a day of next or last week: its weekday, or without one that of today.

    At a weekend, `next week` alone is refused with the Monday of that week as an example.
    """
    token = match.groupdict().get("weekday")
    today = context.today.weekday()
    if token is None and today > FRIDAY:
        days_to_monday = 7 - today if match["way"] == "next" else -7 - today
        raise ask_which_day(context.today + timedelta(days_to_monday), context)
    days = int(token[1]) - today if token else 0
    return shifted_day(days + (7 if match["way"] == "next" else -7), "day", context)


def _span(match: re.Match[str], context: DateContext) -> date:
    """Return the day so many units from today: `in 2 week`, `n3 day ago`, or a token as `d-1`."""
    groups = match.groupdict()
    token = groups["count"]
    count = _DOUBLE_NUMBERS[token] if token in _DOUBLE_NUMBERS else int(token.lstrip("dn"))
    return shifted_day(
        -count if groups.get("back") else count, groups.get("unit") or "day", context
    )
