"""Working days in Belgium: no weekends, and not the ten public holidays."""

from datetime import date, timedelta

from coachlog.dates.stretches import easter

FIXED = frozenset({(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)})
"""Month and day of the holidays that do not move."""

AFTER_EASTER = (1, 39, 50)
"""Easter Monday, Ascension Day and Whit Monday, in days after Easter."""

SATURDAY = 5


def is_working_day(day: date) -> bool:
    """Return whether people usually work in Belgium on *day*."""
    moving = {easter(day.year) + timedelta(days) for days in AFTER_EASTER}
    is_holiday = (day.month, day.day) in FIXED or day in moving
    return day.weekday() < SATURDAY and not is_holiday


def working_day_from(day: date) -> date:
    """Return *day*, or the first working day after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day
