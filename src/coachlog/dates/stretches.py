"""The rules for holidays, for parts of a month, and for phrases of more than one day.

For a phrase of more than one day the person is asked which, with a working day as an example.
"""

import re
from datetime import date, timedelta
from functools import cache
from typing import Final

from coachlog.base.days import show_day
from coachlog.base.texts import N_, language
from coachlog.dates.calendars import (
    MONTH,
    DateContext,
    Rules,
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

FRIDAY: Final = 4
_MONTHS_AHEAD: Final = 3
_USUAL_LENGTH: Final = 16
"""Days of a school holiday of two weeks, with the weekend after it."""
_LENGTHS: Final = {(3, 21): 92, (6, 21): 92, (9, 21): 92, (12, 21): 92, (7, 1): 62}
"""Days in the seasons and the summer holidays, by the month and day on which they begin."""


@cache
def stretch_rules() -> Rules:
    """Patterns of phrases that name no plain day, and the function that reads each."""
    year, weekday = r"(?: (?P<year>\d{4}))?", r"(?:on )?(?:the )?(?P<weekday>w\d)"
    day, of = r"(?P<day>\d\d?)(?: ORD)?", r"(?: of)?(?: the)?(?: this)?"
    the = r"(?:the )?"
    return (
        (rf"{the}f(?P<after>\d+){year}", _feast),
        (rf"{the}mid{of} {MONTH}{year}", _mid_of_month),
        (rf"{the}begin{of} {MONTH}{year}", _begin_of_month),
        (rf"{the}end{of} (?P<unit>week|month|year)", _end_of_period),
        (rf"{the}end{of} (?P<way>next|coming) (?P<unit>month|year)", _end_of_period),
        (rf"{the}end{of} (?P<unit>month|year) (?P<way>next|coming)", _end_of_period),
        (rf"{the}this (?P<unit>week)(?P<way>)", _some_day_of),
        (rf"{the}(?:begin{of}|mid{of}|this)? ?{the}(?P<way>next|last|coming)? ?"
         r"(?P<unit>month|year)",
         _some_day_of),
        (rf"{the}(?:begin{of}|mid{of}|this)? ?{the}(?P<unit>month|year) (?P<way>next|last|coming)",
         _some_day_of),
        (rf"(?:(?P<way>begin|end|mid|after|before|in|by) )?(?:of )?{the}(?:this |next |coming )?"
         r"S(?P<month>\d+) (?P<day>\d+)(?: next)?(?: (?P<year>\d{4}))?", _stretch),
        (rf"(?P<way>after|before) {the}(?:{day} )?(?:of )?{MONTH}{year}", _before_or_after),
        (rf"(?P<way>after|before) {the}f(?P<after>\d+)", _before_or_after),
        (rf"(?P<way>after|before) {weekday}", _before_or_after),
        (r"(?:on )?this (?P<weekday>w\d)", _nearest_weekday),
        (rf"{weekday} later (?P<days>\d+)", _days_after_weekday),
        (rf"{weekday} {the}{day}", _weekday_and_number),
        (r"(?:on )?(?:the (?P<day>\d\d?)(?: ORD)?|(?P<ordinal>\d\d?) ORD)", _number),
    )  # fmt: skip


def easter(year: int) -> date:
    """Easter Sunday of *year*: the anonymous Gregorian reckoning (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    fixed = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * fixed) // 433
    month = (h + fixed - 7 * m + 90) // 25
    return date(year, month, (h + fixed - 7 * m + 33 * month + 19) % 32)


def _feast(match: re.Match[str], context: DateContext) -> date:
    """Return a holiday that moves with Easter, in the given year or else in the nearest one."""
    days_after_easter = timedelta(int(match["after"]))
    if year := match.groupdict().get("year"):
        return easter(int(year)) + days_after_easter
    this_year = context.today.year
    feast = easter(this_year) + days_after_easter
    if context.prefer == "future" and feast < context.today:
        return easter(this_year + 1) + days_after_easter
    if context.prefer == "past" and feast > context.today:
        return easter(this_year - 1) + days_after_easter
    return feast


def _mid_of_month(match: re.Match[str], context: DateContext) -> date:
    month = month_number(match["month"])
    return exact_day(complete_year(match["year"], (month, 15), context), month, 15, context)


def _begin_of_month(match: re.Match[str], context: DateContext) -> date:
    month = month_number(match["month"])
    # Until the 3rd, the beginning of this month is not yet over.
    year = complete_year(match["year"], (month, 3), context)
    raise ask_which_day(exact_day(year, month, 2, context), context)


def _end_of_period(match: re.Match[str], context: DateContext) -> date:
    """Return the Friday of this week, or the last day of this or the next month or year."""
    today, unit = context.today, match["unit"]
    if unit == "week":
        return today + timedelta((FRIDAY - today.weekday()) % 7)
    if match.groupdict().get("way"):
        today = shifted_day(1, unit, context)
    return last_day_of_month(today.year, 12 if unit == "year" else today.month, context)


def _some_day_of(match: re.Match[str], context: DateContext) -> date:
    """Raise the question which day of a week, month or year; of this one, for example tomorrow."""
    unit = match["unit"]
    shift = {"next": 1, "coming": 1, "last": -1}.get(match["way"] or "", 0)
    if not shift:
        raise ask_which_day(context.today + timedelta(1), context)
    day = shifted_day(shift, unit, context)
    raise ask_which_day(
        day.replace(day=2) if unit == "month" else day.replace(month=1, day=2), context
    )


def _stretch(match: re.Match[str], context: DateContext) -> date:
    """Raise the question which day in, before or after a season or school holiday."""
    month, day = int(match["month"]), int(match["day"])
    first = exact_day(complete_year(match["year"], (month, day), context), month, day, context)
    if match["way"] == "before":
        raise ask_which_day(first - timedelta(1), context, -1)
    if match["way"] in ("after", "end"):
        first += timedelta(_LENGTHS.get((month, day), _USUAL_LENGTH))
    raise ask_which_day(first, context)


def _before_or_after(match: re.Match[str], context: DateContext) -> date:
    """Raise the question which day is meant before or after a holiday, weekday, day or month."""
    groups = match.groupdict()
    if groups.get("after"):
        day = _feast(match, context)
    elif groups.get("weekday"):
        day = nearest_weekday(int(groups["weekday"][1]), context.prefer, context)
    else:
        month = month_number(groups["month"])
        number = int(groups["day"] or 1)
        year = complete_year(groups["year"], (month, number), context)
        day = exact_day(year, month, number, context)
        if groups["way"] == "after" and not groups["day"]:
            day = last_day_of_month(day.year, day.month, context)
    step = -1 if groups["way"] == "before" else 1
    raise ask_which_day(day + timedelta(step), context, step)


def _nearest_weekday(match: re.Match[str], context: DateContext) -> date:
    return nearest_weekday(int(match["weekday"][1]), context.prefer, context)


def _days_after_weekday(match: re.Match[str], context: DateContext) -> date:
    """Return the coming weekday plus one or two weeks: `mardi en huit`, `tuesday week`."""
    weekday = nearest_weekday(int(match["weekday"][1]), "future", context)
    return weekday + timedelta(int(match["days"]))


def _weekday_and_number(match: re.Match[str], context: DateContext) -> date:
    """Return the nearest 14th that is a Monday: `maandag de 14de`."""
    days = _days_with_number(int(match["day"]), context)
    matching = [day for day in days if day.weekday() == int(match["weekday"][1])]
    if not matching:
        raise DateNotUnderstoodError(
            *WEEKDAY_MISMATCH, text=context.text, day=show_day(days[0], language())
        )
    return matching[0]


def _number(match: re.Match[str], context: DateContext) -> date:
    return _days_with_number(int(match["day"] or match["ordinal"]), context)[0]


def _days_with_number(number: int, context: DateContext) -> list[date]:
    """Return the nearest days with this number in their month, the nearest first.

    Without any, today's month is tried: a number that no month has raises DateNotUnderstoodError.
    """
    is_future = context.prefer == "future"
    first_of_month = context._replace(today=context.today.replace(day=1))
    days = []
    for months in range(_MONTHS_AHEAD + 1):
        first = shifted_day(months if is_future else -months, "month", first_of_month)
        if 1 <= number <= last_day_of_month(first.year, first.month, context).day:
            day = first.replace(day=number)
            if (day >= context.today) if is_future else (day <= context.today):
                days.append(day)
    return days or [exact_day(context.today.year, context.today.month, number, context)]


def ask_which_day(day: date, context: DateContext, step: int = 1) -> DateNotUnderstoodError:
    """Return the error that asks which day, with *day* or the nearest working day as an example.

    *step* is the direction in which to look for it: 1 or -1 day. New Year's Day is not one.
    """
    while day.weekday() > FRIDAY or (day.month, day.day) == (1, 1):
        day += timedelta(step)
    return DateNotUnderstoodError(
        N_("“{text}” is more than one day."),
        N_("Which day? For example {day}."),
        text=context.text,
        day=show_day(day, language()),
    )
