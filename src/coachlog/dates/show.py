"""Days, moments and lengths of time as text in each language.

`coachlog.dates.parse` reads all that `show_day` and `show_moment` write; the other words that may
be typed are in `coachlog.dates.words`.
"""

from datetime import date, datetime

from coachlog.base.clock import in_reader_zone, zone_city
from coachlog.base.days import MONTHS, SHORT_MONTHS, day_without_year, show_day
from coachlog.base.languages import SPOKEN


def show_short(day: date, language: str, today: date) -> str:
    """Return a day as `show_day` does, without the year if it is that of *today*."""
    return day_without_year(day, language) if day.year == today.year else show_day(day, language)


def show_tick(day: date, language: str, today: date) -> str:
    """Return a day for an axis: `14 sep`, with the year if it is not that of *today*."""
    year = "" if day.year == today.year else f" {day.year}"
    number = SPOKEN[language].first_of_month if day.day == 1 else str(day.day)
    return f"{number} {SHORT_MONTHS[language][day.month - 1]}{year}"


def show_moment(moment: datetime, language: str) -> str:
    """Return `ma 14 sep 2026, 14:00` in the time zone that *moment* has: convert it first."""
    return f"{show_day(moment.date(), language)}, {show_time(moment, language)}"


def typed_moment(moment: datetime, language: str) -> str:
    """Return `14 sep 2026, 14:00`, for a prompt in which the person changes it.

    It has no weekday, which would contradict a changed day.
    """
    month = SHORT_MONTHS[language][moment.month - 1]
    return f"{moment.day} {month} {moment.year}, {_format_clock(moment, language)}"


def show_time(moment: datetime, language: str) -> str:
    """Return `14:00`, or `14h00` in French, in the time zone that *moment* has.

    If the reader's clock shows another time, the place follows: `14:00 New York`.
    """
    place = zone_city(moment) if in_reader_zone(moment) else ""
    return f"{_format_clock(moment, language)} {place}".rstrip()


def show_here(moment: datetime, language: str, today: date) -> str:
    """Return *moment* on the reader's clock, `di 1 dec, 20:00`; empty if it shows the same time."""
    local = in_reader_zone(moment)
    if not local:
        return ""
    return f"{show_short(local.date(), language, today)}, {_format_clock(local, language)}"


def show_hours(minutes: int, language: str) -> str:
    """Return *minutes* as `2 u. 15`, `2 h 15`, `2 h 15 min`; `3 uur`, `3 h`; `30 min`."""
    hours, minutes_left = divmod(minutes, 60)
    if not hours:
        return f"{minutes_left} min"
    words = SPOKEN[language]
    template = words.hours_and_minutes if minutes_left else words.hours
    return template.format(hours=hours, minutes=minutes_left)


def show_figure(value: object, language: str) -> str:
    """Return a number, or the text of one, with the decimal sign of the language: `2,50`."""
    return str(value).replace(".", SPOKEN[language].decimal)


def show_month(year: int, month: int, language: str) -> str:
    """Return `september 2026`, `septembre 2026`, `September 2026`."""
    return f"{MONTHS[language][month - 1]} {year}"


def show_written(day: date, language: str) -> str:
    """Return a day as in a letter: `14 september 2026`, `1er septembre 2026`."""
    number = SPOKEN[language].first_of_month if day.day == 1 else str(day.day)
    return f"{number} {show_month(day.year, day.month, language)}"


def show_relative(day: date, today: date, language: str) -> str:
    """Return how far *day* is from *today*: `gisteren`, `3 dagen geleden`, `over 2 weken`.

    Exact up to 13 days; weeks, months (from 8 weeks) and years (from 2 years) are rounded.
    """
    days = (day - today).days
    words = SPOKEN[language]
    if days in words.near:
        return words.near[days]
    count, unit = _count_in_units(abs(days))
    template = words.ahead if days > 0 else words.ago
    return template.format(n=count, units=words.units[unit])


def show_recent(moment: datetime, today: date, language: str) -> str:
    """Return a past moment as `today, 14:00` or `ma 14 sep, 14:00`, in the time zone it has.

    One in the future, from a clock that was wrong, gets its date: never `tomorrow`.
    """
    days = (moment.date() - today).days
    day_word = SPOKEN[language].near.get(days) if days <= 0 else None
    day = day_word or show_short(moment.date(), language, today)
    return f"{day}, {show_time(moment, language)}"


def _format_clock(moment: datetime, language: str) -> str:
    return moment.strftime(SPOKEN[language].clock)


def _count_in_units(days: int) -> tuple[int, str]:
    """Return a length in days as a rounded count and its unit, such as `(8, "week")` for 55.

    From a unit on, the count is 2 or more: no language needs a singular.
    """
    if days < 14:
        return days, "day"
    if days < 56:
        return round(days / 7), "week"
    if days < 730:
        return round(days / 30.44), "month"
    return round(days / 365.25), "year"
