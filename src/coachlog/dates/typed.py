"""Days that were typed as options: past ones, others, and the two ends of a period.

The grammar of days is read only where a day was typed, which on a list is seldom.
"""

from datetime import date


def past_day(text: str | None, today: date) -> date:
    """The day that *text* says, a past one where two could be meant; today without a text.

    Raises RefusedError for one that is still to come.
    """
    if not text:
        return today
    from coachlog.dates import parse  # a whole grammar

    return parse.parse_past_day(text, today)


def typed_day(text: str | None, today: date) -> date | None:
    """The day that *text* says, one ahead where two could be meant; None without a text."""
    if not text:
        return None
    from coachlog.dates import parse  # as above

    return parse.parse_day(text, today)


def period_bound(text: str | None, today: date, *, last: bool = False) -> date | None:
    """The first day of the stretch that *text* says, or its *last* one; None without a text."""
    if not text:
        return None
    from coachlog.dates import parse  # as above

    return parse.parse_period_bound(text, today, last=last)
