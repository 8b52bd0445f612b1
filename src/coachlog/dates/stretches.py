"""The rules for feasts, for parts of a month, and for what is more than one day.

Of what is more than one day a day is asked back, with one as an example: a working day.
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

FRIDAY: Final = 4
_MONTHS_AHEAD: Final = 3
_WEEKS: Final = 16
_LENGTHS: Final = {(3, 21): 92, (6, 21): 92, (9, 21): 92, (12, 21): 92, (7, 1): 62}
"""Days of a stretch that begins on that day of a month; the other ones are two weeks."""


@cache
def stretch_rules() -> Rules:
    """The rules, for a phrase that names no plain day."""
    year, weekday = r"(?: (?P<year>\d{4}))?", r"(?:on )?(?:the )?(?P<weekday>w\d)"
    day, of = r"(?P<day>\d\d?)(?: ORD)?", r"(?: of)?(?: the)?(?: this)?"
    the = r"(?:the )?"
    return (
        (rf"{the}f(?P<after>\d+){year}", _feast),
        (rf"{the}mid{of} {MONTH}{year}", _mid_of_month),
        (rf"{the}begin{of} {MONTH}{year}", _begin_of_month),
        (rf"{the}end{of} (?P<unit>week|month|year)", _end_of_this),
        (rf"{the}end{of} (?P<way>next|coming) (?P<unit>month|year)", _end_of_this),
        (rf"{the}end{of} (?P<unit>month|year) (?P<way>next|coming)", _end_of_this),
        (rf"{the}this (?P<unit>week)(?P<way>)", _some_day_of),
        (rf"{the}(?:begin{of}|mid{of}|this)? ?{the}(?P<way>next|last|coming)? ?"
         r"(?P<unit>month|year)",
         _some_day_of),
        (rf"{the}(?:begin{of}|mid{of}|this)? ?{the}(?P<unit>month|year) (?P<way>next|last|coming)",
         _some_day_of),
        (rf"(?:(?P<way>begin|end|mid|after|before|in|by) )?(?:of )?{the}(?:this |next |coming )?"
         r"S(?P<month>\d+) (?P<day>\d+)(?: next)?(?: (?P<year>\d{4}))?", _stretch),
        (rf"(?P<way>after|before) {the}(?:{day} )?(?:of )?{MONTH}{year}", _beside),
        (rf"(?P<way>after|before) {the}f(?P<after>\d+)", _beside),
        (rf"(?P<way>after|before) {weekday}", _beside),
        (r"(?:on )?this (?P<weekday>w\d)", _nearest_weekday),
        (rf"{weekday} later (?P<days>\d+)", _later),
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


def _feast(match: re.Match[str], asked: DateContext) -> date:
    after = timedelta(int(match["after"]))
    if said := match.groupdict().get("year"):
        return easter(int(said)) + after
    found = easter(asked.today.year) + after
    if asked.prefer == "future" and found < asked.today:
        return easter(asked.today.year + 1) + after
    if asked.prefer == "past" and found > asked.today:
        return easter(asked.today.year - 1) + after
    return found


def _mid_of_month(match: re.Match[str], asked: DateContext) -> date:
    month = month_of(match["month"])
    return exact_day(year_of(match["year"], (month, 15), asked), month, 15, asked)


def _begin_of_month(match: re.Match[str], asked: DateContext) -> date:
    month = month_of(match["month"])
    raise which_day(exact_day(year_of(match["year"], (month, 3), asked), month, 2, asked), asked)


def _end_of_this(match: re.Match[str], asked: DateContext) -> date:
    today, unit = asked.today, match["unit"]
    if unit == "week":
        return today + timedelta((FRIDAY - today.weekday()) % 7)
    if match.groupdict().get("way"):
        today = shifted_day(1, unit, asked)
    return last_of_month(today.year, 12 if unit == "year" else today.month, asked)


def _some_day_of(match: re.Match[str], asked: DateContext) -> date:
    way, unit = match["way"], match["unit"]
    shift = {"next": 1, "coming": 1, "last": -1}.get(way or "", 0)
    day = shifted_day(shift, unit, asked)
    first = day.replace(day=2) if unit == "month" else day.replace(month=1, day=2)
    raise which_day(first if shift else asked.today + timedelta(1), asked)


def _stretch(match: re.Match[str], asked: DateContext) -> date:
    month, day = int(match["month"]), int(match["day"])
    first = exact_day(year_of(match["year"], (month, day), asked), month, day, asked)
    if match["way"] == "before":
        raise which_day(first - timedelta(1), asked, -1)
    over = match["way"] in ("after", "end")
    raise which_day(first + timedelta(_LENGTHS.get((month, day), _WEEKS) if over else 0), asked)


def _beside(match: re.Match[str], asked: DateContext) -> date:
    """A day before or after another one: which, is asked back."""
    said = match.groupdict()
    if said.get("after"):
        found = _feast(match, asked)
    elif said.get("weekday"):
        found = nearest(int(said["weekday"][1]), asked.prefer, asked)
    else:
        month = month_of(said["month"])
        day = int(said["day"]) if said.get("day") else 1
        found = exact_day(year_of(said.get("year"), (month, day), asked), month, day, asked)
        if said["way"] == "after" and not said.get("day"):
            found = last_of_month(found.year, found.month, asked)
    back = said["way"] == "before"
    raise which_day(found + timedelta(-1 if back else 1), asked, -1 if back else 1)


def _nearest_weekday(match: re.Match[str], asked: DateContext) -> date:
    return nearest(int(match["weekday"][1]), asked.prefer, asked)


def _later(match: re.Match[str], asked: DateContext) -> date:
    found = nearest(int(match["weekday"][1]), "future", asked)
    return found + timedelta(int(match["days"]))


def _weekday_and_number(match: re.Match[str], asked: DateContext) -> date:
    """The next such number, where it falls on that weekday: `maandag de 14de`."""
    days = list(_of_number(int(match["day"]), asked))
    fitting = [day for day in days if day.weekday() == int(match["weekday"][1])]
    if not fitting:
        raise DateNotUnderstoodError(
            *WEEKDAY_MISMATCH, text=asked.text, day=show_day(days[0], language())
        )
    return fitting[0]


def _number(match: re.Match[str], asked: DateContext) -> date:
    return _of_number(int(match["day"] or match["ordinal"]), asked)[0]


def _of_number(number: int, asked: DateContext) -> list[date]:
    """The nearest days of that *number*, each in a month of its own."""
    ahead = asked.prefer == "future"
    found = []
    for months in range(_MONTHS_AHEAD + 1):
        first = shifted_day(
            months if ahead else -months, "month", asked._replace(today=asked.today.replace(day=1))
        )
        if 1 <= number <= last_of_month(first.year, first.month, asked).day:
            day = first.replace(day=number)
            if (day >= asked.today) if ahead else (day <= asked.today):
                found.append(day)
    return found or [exact_day(asked.today.year, asked.today.month, number, asked)]


def which_day(day: date, asked: DateContext, step: int = 1) -> DateNotUnderstoodError:
    """Ask which day, with *day* or the working day beside it as an example."""
    while day.weekday() > FRIDAY or (day.month, day.day) == (1, 1):
        day += timedelta(step)
    return DateNotUnderstoodError(
        N_("“{text}” is more than one day."),
        N_("Which day? For example {day}."),
        text=asked.text,
        day=show_day(day, language()),
    )
