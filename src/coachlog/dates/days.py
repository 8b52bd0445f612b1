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
    read_weekday,
    shifted_day,
)
from coachlog.dates.errors import (
    WEEKDAY_MISMATCH,
    DateNotUnderstoodError,
)
from coachlog.dates.stretches import FRIDAY, ask_which_day, stretch_rules

_DOUBLE_WEEKDAYS: Final = {"ma": 0, "di": 1, "mar": 1}
_DOUBLE_NUMBERS: Final = {"a": 1, "sept": 7}


def read_day(tokens: list[str], context: DateContext) -> date | None:
    """Return the day that all *tokens* together name, or None.

    Raises DateNotUnderstoodError where a rule matches but its day does not exist or is unclear.
    """
    # "mardi prochain", "la semaine prochaine" get the order of "volgende dinsdag", "next week".
    phrase = re.sub(r"\b(week|w\d) (next|last|coming)\b(?! week)", r"\2 \1", " ".join(tokens))
    # "d'ici 2 semaines" is "in 2 weeks"; "tegen vrijdag", by Friday, is Friday itself.
    phrase = re.sub(r"^by (?=(?:\d{1,4}|n\d+|a) (?:day|week|month|year))", "in ", phrase)
    phrase = re.sub(r"^by (?=.)", "", phrase)
    phrase = re.sub(r"^a (?=(?:the )?(?:f-?\d|\d+ m\d+$))", "", phrase)  # "à Pâques", "à Noël"
    return apply_rules(_rules(), phrase, context) or apply_rules(stretch_rules(), phrase, context)


def bound_day(match: re.Match[str], last: bool, context: DateContext) -> date:
    """Return the first day, or with *last* the last, of the month in *match*, or else of its year.

    `2026-09` begins on 1 September and ends on the 30th; `2026` ends on 31 December.
    """
    year = int(match["year"])
    if match["month"]:
        first_month = last_month = month_number(match["month"])
    else:
        first_month, last_month = 1, 12
    if last:
        return last_day_of_month(year, last_month, context)
    return exact_day(year, first_month, 1, context)


@cache
def _rules() -> Rules:
    """Return patterns over tokens (`w1` a weekday, `m9` a month), and the function that reads each.

    The first pattern that matches wins, so a special case comes before the general one.
    """
    before = r"(?:on )?(?:the )?(?:(?P<weekday>w\d|ma|di|mar) )?(?:the )?"
    weekday, day, year = r"(?P<weekday>w\d)", r"(?P<day>\d\d?)(?: ORD)?", r"(?: (?P<year>\d{4}))?"
    week = r"(?:the )?(?P<direction>next|last) week"
    span = r"(?P<count>\d{1,4}|n\d+|sept|a) (?P<unit>day|week|month|year)"
    return (
        (rf"{before}(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)", _read_calendar_day),
        (
            rf"{before}(?P<day>\d\d?)(?P<separator>[/-])(?P<month>\d\d?)"
            r"(?:(?P=separator)(?P<year>\d{4}|\d\d))?",
            _read_day_first,
        ),
        (rf"{before}(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{{4}}|\d\d)", _read_day_first),
        (rf"{before}(?P<day>\d\d?)\.(?P<month>\d\d?)(?P<year>-)?", _read_day_first),
        (rf"{before}{day}(?: of)? {MONTH}{year}", _read_calendar_day),
        (rf"{before}(?P<month>m\d+|sept) {day}{year}", _read_calendar_day),
        # "mar 24" without a year may be Tuesday the 24th, in French.
        (rf"{before}(?P<month>mar) {day} (?P<year>\d{{4}})", _read_calendar_day),
        (rf"(?:the )?end(?: of)?(?: the)? {MONTH}{year}", _read_end_of_month),
        (r"(?:the (?=d-?2))?(?P<count>d-?\d)", _read_span),
        (rf"(?:on )?{weekday}", read_weekday),
        (
            rf"(?:on )?(?:the )?(?P<direction>next|last|coming) {weekday}",
            _read_next_or_last_weekday,
        ),
        (
            rf"(?:on )?{weekday}(?: of)?(?: the)?(?: the)? (?P<direction>next|last) week",
            _read_day_of_week,
        ),
        (rf"{week} (?:on )?{weekday}", _read_day_of_week),
        (week, _read_day_of_week),
        (rf"in (?:the )?(?:coming )?{span}", _read_span),
        (rf"{span} (?P<back>ago)", _read_span),
        (rf"(?P<back>il y a) {span}", _read_span),
    )


def _read_calendar_day(match: re.Match[str], context: DateContext) -> date:
    """Return a day given by day and month; refuse a weekday before it that is not the right one."""
    month, day = month_number(match["month"]), int(match["day"])
    result = exact_day(complete_year(match["year"], (month, day), context), month, day, context)
    weekday_token = match["weekday"]
    if weekday_token:
        if weekday_token in _DOUBLE_WEEKDAYS:
            weekday = _DOUBLE_WEEKDAYS[weekday_token]
        else:
            weekday = int(weekday_token[1])  # of `w1`
        if result.weekday() != weekday:
            raise DateNotUnderstoodError(
                *WEEKDAY_MISMATCH, text=context.text, day=show_day(result, language())
            )
    return result


def _read_day_first(match: re.Match[str], context: DateContext) -> date:
    """Return a day typed as day/month; `11/23` is refused with the numbers in the right order."""
    day, month = match["day"], match["month"]
    is_month_first = int(month) > 12 and 1 <= int(day) <= 12
    if is_month_first:
        example = "/".join(part for part in (month, day, match["year"]) if part)
        raise DateNotUnderstoodError(
            N_("“{text}” is not a date: there is no month {month}."),
            N_("Write the day first, then the month (day/month): {example}."),
            text=context.text,
            month=int(month),
            example=example,
        )
    return _read_calendar_day(match, context)


def _read_end_of_month(match: re.Match[str], context: DateContext) -> date:
    """Return the last day of a month; without a year, of the nearest such month."""
    month = month_number(match["month"])
    day_count = last_day_of_month(context.today.year, month, context).day
    year = complete_year(match["year"], (month, day_count), context)
    return last_day_of_month(year, month, context)


def _read_next_or_last_weekday(match: re.Match[str], context: DateContext) -> date:
    """Return the day of `last w1`, `coming w1` or `next w1`; an ambiguous `next w1` is refused."""
    weekday = int(match["weekday"][1])
    direction: Prefer = "past" if match["direction"] == "last" else "future"
    nearest = nearest_weekday(weekday, direction, context)
    is_still_this_week = weekday > context.today.weekday()
    if match["direction"] == "next" and is_still_this_week:
        # On a Monday, "next Tuesday" is tomorrow for some and in eight days for others.
        week_later = shifted_day(1, "week", context._replace(today=nearest))
        raise DateNotUnderstoodError(
            N_("“{text}” can mean {first} or {second}."),
            N_("Write “{weekday}” for the first, or the date, as in {example}."),
            text=context.text,
            first=show_day(nearest, language()),
            second=show_day(week_later, language()),
            weekday=WEEKDAYS[language()][weekday],
            example=f"{week_later:%d/%m/%Y}",
        )
    return nearest


def _read_day_of_week(match: re.Match[str], context: DateContext) -> date:
    """Return a day of next or last week: its weekday, or without one that of today.

    At a weekend, `next week` alone is refused with the Monday of that week as an example.
    """
    weekday_token = match.groupdict().get("weekday")  # the pattern of a bare `next week` has none
    weekday_today = context.today.weekday()
    days_to_that_week = 7 if match["direction"] == "next" else -7
    if weekday_token is None and weekday_today > FRIDAY:
        monday = context.today + timedelta(days_to_that_week - weekday_today)
        raise ask_which_day(monday, context)
    days_within_week = int(weekday_token[1]) - weekday_today if weekday_token else 0
    return shifted_day(days_to_that_week + days_within_week, "day", context)


def _read_span(match: re.Match[str], context: DateContext) -> date:
    """Return the day so many units from today.

    `in 2 week`, `n3 day ago` with the number as a word, or a single token: `d-1` for yesterday.
    """
    groups = match.groupdict()  # not every pattern has all groups
    count_token = groups["count"]
    if count_token in _DOUBLE_NUMBERS:
        count = _DOUBLE_NUMBERS[count_token]
    else:
        count = int(count_token.lstrip("dn"))
    if groups.get("back"):
        count = -count
    return shifted_day(count, groups.get("unit") or "day", context)
