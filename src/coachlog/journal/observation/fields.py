"""The fields of an observation: the day on which somebody was seen at work."""

from datetime import date

from coachlog.dates import parse_day
from coachlog.kinds import KindError
from coachlog.texts import N_


class NotSeenYetError(KindError):
    """Something that was seen on a day to come."""

    cause = N_("{day} is still to come.")
    remedy = N_("Give today, or a day that is over.")


def day_seen(text: str, today: date) -> date:
    """A day that is over, or today; raises NotSeenYetError."""
    day = parse_day(text, today, prefer="past")
    if day > today:
        raise NotSeenYetError(day=day)
    return day
