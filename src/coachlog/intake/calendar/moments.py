"""Days, times and lengths of time as calendars write them."""

import re
from datetime import UTC, date, datetime, timedelta

from coachlog.intake.calendar.properties import CalendarProperty

_MOMENT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?([Zz])?)?", re.I
)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?",
    re.I,
)
FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Within them every moment can be told in every zone."""


class NotAMoment(ValueError):
    """Neither a day nor a moment, or one so far away that it is a mistake."""


def written_moment(text: str) -> datetime | date:
    """Return a day, a moment in UTC, or one without a zone. Raises NotAMoment."""
    match = _MOMENT.fullmatch(text.strip())
    if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        raise NotAMoment(text)
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
        if match[4] is None:
            return day
        second = min(int(match[6] or 0), 59)  # a leap second
        zone = UTC if match[7] else None
        return datetime(
            day.year, day.month, day.day, int(match[4]), int(match[5]), second, tzinfo=zone
        )
    except ValueError as error:
        raise NotAMoment(text) from error


def moment_in(each: CalendarProperty) -> datetime | date:
    """Return the day or the moment of a property. Raises NotAMoment."""
    moment = written_moment(each.value)
    is_day = each.parameters.get("VALUE", "").upper() == "DATE"
    return moment.date() if is_day and isinstance(moment, datetime) else moment


def duration(text: str) -> timedelta:
    """Return a length of time. Raises NotAMoment."""
    match = _DURATION.fullmatch(text.strip())
    if match is None or not any(match.groups()[1:]):
        raise NotAMoment(text)
    weeks, days, hours, minutes, seconds = (int(each or 0) for each in match.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if match[1] == "-" else length
