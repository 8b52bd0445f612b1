"""How a day or moment is shown in each language, beside the others around it.

`coachlog.dates.parse` understands all that `show_day` and `show_moment` write; the other words that
may be typed stand in `coachlog.dates.words`.
"""

from datetime import date, datetime

from coachlog.base.clock import here, place_of
from coachlog.base.days import MONTHS, SHORT_MONTHS, day_without_year, show_day
from coachlog.base.languages import SPOKEN


def show_short(day: date, language: str, today: date) -> str:
    """As `show_day`, but without the year when it is the year of *today*."""
    return day_without_year(day, language) if day.year == today.year else show_day(day, language)


def show_tick(day: date, language: str, today: date) -> str:
    """Short enough for an axis: `14 sep`, and the year when it is not that of *today*."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {SHORT_MONTHS[language][day.month - 1]}{year}"


def show_moment(moment: datetime, language: str) -> str:
    """`ma 14 sep 2026, 14:00`, on the clock of *moment* itself: bring it to its zone first."""
    return f"{show_day(moment.date(), language)}, {show_time(moment, language)}"


def typed_moment(moment: datetime, language: str) -> str:
    """`14 sep 2026, 14:00`: as one would type it, where another figure may take its place.

    Without the weekday, which would contradict the new day.
    """
    month = SHORT_MONTHS[language][moment.month - 1]
    return f"{moment.day} {month} {moment.year}, {_clock(moment, language)}"


def show_time(moment: datetime, language: str) -> str:
    """`14:00`, and `14h00` in French, on the clock of *moment* itself.

    Where the reader's clock shows something else, the place stands behind it: `14:00 New York`.
    """
    place = place_of(moment) if here(moment) else ""
    return f"{_clock(moment, language)} {place}".rstrip()


def show_here(moment: datetime, language: str, today: date) -> str:
    """*moment* on the reader's clock, `di 1 dec, 20:00`, where that shows something else."""
    local = here(moment)
    return (
        f"{show_short(local.date(), language, today)}, {_clock(local, language)}" if local else ""
    )


def show_hours(minutes: int, language: str) -> str:
    """So many *minutes*, said: `2 u. 15`, `2 h 15`, `2 h 15 min`; `3 uur`, `3 h`; `30 min`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    said = SPOKEN[language]
    return (said.hours_and_minutes if rest else said.hours).format(hours=hours, minutes=rest)


def show_month(year: int, month: int, language: str) -> str:
    """`september 2026`, `septembre 2026`, `September 2026`."""
    return f"{MONTHS[language][month - 1]} {year}"


def show_relative(day: date, today: date, language: str) -> str:
    """How far *day* is from *today*: `gisteren`, `3 dagen geleden`, `over 2 weken`.

    Exact up to 13 days; weeks, months (from 8 weeks) and years (from 2 years) are rounded.
    """
    days = (day - today).days
    said = SPOKEN[language]
    if days in said.near:
        return said.near[days]
    count, unit = _distance(abs(days))
    return (said.ahead if days > 0 else said.ago).format(n=count, units=said.units[unit])


def show_recent(moment: datetime, today: date, language: str) -> str:
    """When something was done, on the clock of *moment*: `today, 14:00`, `ma 14 sep, 14:00`."""
    days = (moment.date() - today).days
    day = SPOKEN[language].near.get(days) if days <= 0 else None
    return f"{day or show_short(moment.date(), language, today)}, {show_time(moment, language)}"


def _clock(moment: datetime, language: str) -> str:
    return moment.strftime(SPOKEN[language].clock)


def _distance(days: int) -> tuple[int, str]:
    """Never one of a unit: one week is 7 days, one month 4 weeks, one year 12 months."""
    if days < 14:
        return days, "day"
    if days < 56:
        return round(days / 7), "week"
    if days < 730:
        return round(days / 30.44), "month"
    return round(days / 365.25), "year"
