"""The day until which notes are kept."""

from datetime import date

from coachlog.base.texts import N_
from coachlog.dates.parse import parse_day
from coachlog.values.parse import KindError


def keep_until(text: str, today: date) -> date:
    """Return the day that *text* names, today or later; raises KindError for a day in the past."""
    day = parse_day(text, today)
    if day < today:
        raise KindError(
            N_("Notes cannot be kept until {day}: that day has passed."),
            N_("Give a day in the future, for example {example}."),
            day=day,
            example=date(today.year + 2, 12, 31),
        )
    return day
