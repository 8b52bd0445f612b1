"""When each made-up conversation begins, and with whom: ten years of them at most."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

from people import Somebody
from talks import ZONE

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
"""The present of a made-up journal."""

LONGEST = timedelta(days=3650)
BETWEEN = timedelta(days=15)
PROBED = 50
PROBED_FOR = timedelta(days=360)
"""The first person has so many conversations in so much time, in a journal of any size."""

_END = datetime(NOW.year, NOW.month, NOW.day) - timedelta(days=5)
_ZONE = ZoneInfo(ZONE)


class Appointment(NamedTuple):
    """A conversation to come; *number* counts this person's. With number 0 it is the meeting."""

    at: datetime
    who: int
    number: int
    following: datetime | None
    last: bool


def appointments(people: list[Somebody], sessions: int) -> list[Appointment]:
    """So many conversations, in the order of time, each person's meeting before the first."""
    counts = _counts(len(people), sessions)
    return sorted(
        (each for person in people for each in _of(person, counts[person.who])),
        key=lambda each: each[:3],
    )


def _counts(people: int, sessions: int) -> list[int]:
    probed = min(PROBED, sessions) if people > 1 else sessions
    left, others = sessions - probed, max(1, people - 1)
    return [probed, *(left // others + (who < left % others) for who in range(people - 1))]


def _of(person: Somebody, count: int) -> list[Appointment]:
    random, who = person.random, person.who
    lasts = PROBED_FOR if who == 0 else min(LONGEST, BETWEEN * max(1, count))
    # The first person is in the midst of it, and so is one in three of the others.
    ago = random.random() if who % 3 else 0.0
    ended = _END - (LONGEST - lasts) * ago
    step = lasts / max(1, count)
    times = sorted(
        _working_hour(ended - step * (n + random.uniform(0, 0.6)), random) for n in range(count)
    )
    coming = None if ago else _working_hour(_END + timedelta(random.randint(7, 30)), random)
    first = times[0] if times else _working_hour(ended, random)
    meeting = Appointment(first, who, 0, None, last=False)
    nexts = [*times[1:], coming]
    return [
        meeting,
        *(
            Appointment(at, who, number, following, last=number == count and ago > 0)
            for number, (at, following) in enumerate(zip(times, nexts, strict=bool(times)), 1)
        ),
    ]


def _working_hour(at: datetime, random: Random) -> datetime:
    hour, minute = random.randint(8, 17), random.choice((0, 15, 30, 45))
    at -= timedelta(days=max(0, at.weekday() - 4))
    return at.replace(hour=hour, minute=minute, second=0, microsecond=0, tzinfo=_ZONE)
