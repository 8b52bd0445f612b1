"""The rules for holidays, for parts of a month, and for phrases of more than one day.

For a phrase of more than one day the person is asked which, with a working day as an example.
"""

import re
from datetime import date, timedelta
from functools import cache
from typing import Final, NoReturn

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
    read_weekday,
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
    """Return patterns of phrases that name no plain day, and the function that reads each.

    Each part of the patterns is named after the words that it matches.
    """
    year, weekday = r"(?: (?P<year>\d{4}))?", r"(?:on )?(?:the )?(?P<weekday>w\d)"
    day, of = r"(?P<day>\d\d?)(?: ORD)?", r"(?: of)?(?: the)?(?: this)?"
    the = r"(?:the )?"
    return (
        (rf"(?:on )?{the}f(?P<days_after_easter>-?\d+){year}", _read_feast),
        (rf"{the}mid{of} {MONTH}{year}", _read_mid_of_month),
        (rf"{the}begin{of} {MONTH}{year}", _ask_day_of_month_begin),
        (rf"{the}end{of} (?P<unit>week|month|year)", _read_end_of_period),
        (rf"{the}end{of} (?P<direction>next|coming) (?P<unit>month|year)", _read_end_of_period),
        (rf"{the}end{of} (?P<unit>month|year) (?P<direction>next|coming)", _read_end_of_period),
        (rf"{the}this (?P<unit>week)(?P<direction>)", _ask_day_of_period),
        (rf"{the}(?:begin{of}|mid{of}|this)? ?{the}(?P<direction>next|last|coming)? ?"
         r"(?P<unit>month|year)",
         _ask_day_of_period),
        (rf"{the}(?:begin{of}|mid{of}|this)? ?{the}(?P<unit>month|year)"
         r" (?P<direction>next|last|coming)",
         _ask_day_of_period),
        (rf"(?:(?P<relation>begin|end|mid|after|before|in|by) )?(?:of )?{the}"
         r"(?:this |next |coming )?"
         r"S(?P<month>\d+) (?P<day>\d+)(?: next)?(?: (?P<year>\d{4}))?", _ask_day_of_stretch),
        (rf"(?P<relation>after|before) {the}(?:{day} )?(?:of )?{MONTH}{year}",
         _ask_day_before_or_after),
        (rf"(?P<relation>after|before) {the}f(?P<days_after_easter>-?\d+)",
         _ask_day_before_or_after),
        (rf"(?P<relation>after|before) {weekday}", _ask_day_before_or_after),
        (r"(?:on )?this (?P<weekday>w\d)", read_weekday),
        (rf"{weekday} later (?P<days>\d+)", _read_days_after_weekday),
        (rf"{weekday} {the}{day}", _read_weekday_and_number),
        (r"(?:on )?(?:the (?P<day>\d\d?)(?: ORD)?|(?P<ordinal>\d\d?) ORD)", _read_number),
    )  # fmt: skip


def easter(year: int) -> date:
    """Return Easter Sunday of *year*, by the anonymous Gregorian algorithm (Meeus, Jones, Butcher).

    The letters are those of its publication; *l_value* is its letter l, which looks like a 1.
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l_value = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * l_value) // 433
    month = (h + l_value - 7 * m + 90) // 25
    return date(year, month, (h + l_value - 7 * m + 33 * month + 19) % 32)


def _read_feast(match: re.Match[str], context: DateContext) -> date:
    """Return a holiday that moves with Easter, in the given year or else in the nearest one."""
    days_after_easter = timedelta(int(match["days_after_easter"]))
    if year := match.groupdict().get("year"):
        return easter(int(year)) + days_after_easter
    this_year = context.today.year
    feast = easter(this_year) + days_after_easter
    if context.prefer == "future" and feast < context.today:
        return easter(this_year + 1) + days_after_easter
    if context.prefer == "past" and feast > context.today:
        return easter(this_year - 1) + days_after_easter
    return feast


def _read_mid_of_month(match: re.Match[str], context: DateContext) -> date:
    month = month_number(match["month"])
    return exact_day(complete_year(match["year"], (month, 15), context), month, 15, context)


def _ask_day_of_month_begin(match: re.Match[str], context: DateContext) -> NoReturn:
    """Raise the question which day at the beginning of a month, with the 2nd as an example."""
    month = month_number(match["month"])
    # Until the 3rd, the beginning of this month is not yet over.
    year = complete_year(match["year"], (month, 3), context)
    raise ask_which_day(exact_day(year, month, 2, context), context)


def _read_end_of_period(match: re.Match[str], context: DateContext) -> date:
    """Return the coming Friday for a week, or the last day of this or the next month or year."""
    unit = match["unit"]
    if unit == "week":
        return context.today + timedelta((FRIDAY - context.today.weekday()) % 7)
    is_next = match.groupdict().get("direction")  # the pattern of this month or year has none
    day_within = shifted_day(1, unit, context) if is_next else context.today
    month = 12 if unit == "year" else day_within.month
    return last_day_of_month(day_within.year, month, context)


def _ask_day_of_period(match: re.Match[str], context: DateContext) -> NoReturn:
    """Raise the question which day of a week, month or year.

    The example is tomorrow for the present one, else a day at its beginning.
    """
    unit = match["unit"]
    units_ahead = {"next": 1, "coming": 1, "last": -1}.get(match["direction"] or "", 0)
    if units_ahead == 0:
        raise ask_which_day(context.today + timedelta(1), context)
    day_within = shifted_day(units_ahead, unit, context)
    # The 2nd, for the 1st is a holiday in some months.
    example = day_within.replace(day=2) if unit == "month" else day_within.replace(month=1, day=2)
    raise ask_which_day(example, context)


def _ask_day_of_stretch(match: re.Match[str], context: DateContext) -> NoReturn:
    """Raise the question which day in, before or after a season or school holiday."""
    month, day = int(match["month"]), int(match["day"])
    year = complete_year(match["year"], (month, day), context)
    first_day = exact_day(year, month, day, context)
    if match["relation"] == "before":
        raise ask_which_day(first_day - timedelta(1), context, step=-1)
    if match["relation"] in ("after", "end"):
        length = timedelta(_LENGTHS.get((month, day), _USUAL_LENGTH))
        raise ask_which_day(first_day + length, context)
    raise ask_which_day(first_day, context)


def _ask_day_before_or_after(match: re.Match[str], context: DateContext) -> NoReturn:
    """Raise the question which day is meant before or after a holiday, weekday, day or month."""
    groups = match.groupdict()  # each of its three patterns has other groups
    if groups.get("days_after_easter"):
        day = _read_feast(match, context)
    elif groups.get("weekday"):
        day = nearest_weekday(int(groups["weekday"][1]), context.prefer, context)
    else:
        month = month_number(groups["month"])
        day_number = int(groups["day"] or 1)
        year = complete_year(groups["year"], (month, day_number), context)
        day = exact_day(year, month, day_number, context)
        is_whole_month = not groups["day"]
        if is_whole_month and groups["relation"] == "after":
            day = last_day_of_month(day.year, day.month, context)
    step = -1 if groups["relation"] == "before" else 1
    raise ask_which_day(day + timedelta(step), context, step)


def _read_days_after_weekday(match: re.Match[str], context: DateContext) -> date:
    """Return the coming weekday plus one or two weeks: `mardi en huit`, `tuesday week`."""
    weekday = nearest_weekday(int(match["weekday"][1]), "future", context)
    return weekday + timedelta(int(match["days"]))


def _read_weekday_and_number(match: re.Match[str], context: DateContext) -> date:
    """Return the nearest 14th that is a Monday: `maandag de 14de`."""
    days = _days_with_number(int(match["day"]), context)
    weekday = int(match["weekday"][1])
    matching_days = [day for day in days if day.weekday() == weekday]
    if not matching_days:
        raise DateNotUnderstoodError(
            *WEEKDAY_MISMATCH, text=context.text, day=show_day(days[0], language())
        )
    return matching_days[0]


def _read_number(match: re.Match[str], context: DateContext) -> date:
    return _days_with_number(int(match["day"] or match["ordinal"]), context)[0]


def _days_with_number(number: int, context: DateContext) -> list[date]:
    """Return the nearest days with this number in their month, the nearest first.

    Only months that have such a day are taken. Raises DateNotUnderstoodError where none of them
    has: for the 0th or the 32nd.
    """
    today = context.today
    is_future = context.prefer == "future"
    # Months are counted from the 1st, which every month has.
    from_first_of_month = context._replace(today=today.replace(day=1))
    days = []
    for months in range(_MONTHS_AHEAD + 1):
        months_to_add = months if is_future else -months
        first_day = shifted_day(months_to_add, "month", from_first_of_month)
        last_day = last_day_of_month(first_day.year, first_day.month, context)
        if not 1 <= number <= last_day.day:
            continue
        day = first_day.replace(day=number)
        is_in_direction = day >= today if is_future else day <= today
        if is_in_direction:
            days.append(day)
    if not days:
        # No month has this number, so this raises the usual error of a day that does not exist.
        return [exact_day(today.year, today.month, number, context)]
    return days


def ask_which_day(day: date, context: DateContext, step: int = 1) -> DateNotUnderstoodError:
    """Return the error that asks which day, with *day* or the nearest working day as an example.

    *step* is the direction in which to look for a working day: 1 or -1 day. New Year's Day is not
    a working day.
    """
    while day.weekday() > FRIDAY or (day.month, day.day) == (1, 1):
        day += timedelta(step)
    return DateNotUnderstoodError(
        N_("“{text}” is more than one day."),
        N_("Which day? For example {day}."),
        text=context.text,
        day=show_day(day, language()),
    )
