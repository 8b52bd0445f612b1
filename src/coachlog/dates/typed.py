"""Days given as options: past days, other days, and the ends of a period.

The parser is imported only when a day was given, which a list seldom has.
"""

from datetime import date
from typing import Literal


def past_day(text: str | None, today: date) -> date:
    """Return the day that *text* names, the past one where two could be meant; else *today*.

    Raises RefusedError for a day in the future.
    """
    if not text:
        return today
    from coachlog.dates import parse  # a whole grammar

    return parse.parse_past_day(text, today)


def typed_day(
    text: str | None, today: date, prefer: Literal["past", "future"] = "future"
) -> date | None:
    """Return the day that *text* names, the one in the direction of *prefer* where two could be.

    Return None for an empty text.
    """
    if not text:
        return None
    from coachlog.dates import parse  # as above

    return parse.parse_day(text, today, prefer=prefer)


def day_not_over(text: str, today: date) -> date:
    """Return the day that *text* names, today or later; raises KindError for a day in the past."""
    from coachlog.dates import parse  # as above

    return parse.keep_until(text, today)


def period_bound(text: str | None, today: date, *, last: bool = False) -> date | None:
    """Return the first day of the period that *text* names, or with *last* its last; None if empty.

    `2026` is 1 January, or with *last* 31 December.
    """
    if not text:
        return None
    from coachlog.dates import parse  # as above

    return parse.parse_period_bound(text, today, last=last)
