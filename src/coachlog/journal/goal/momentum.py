"""How an active goal moves, for the coach only: a pure function of what is known of it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

State = Literal["going_well", "needs_attention", "quiet"]
Why = Literal["reached", "expected", "passed", "rose", "fell", "overdue", "level", "silent"]

LONG = 60
"""Days without a sign after which a goal is quiet, where no rhythm is agreed."""
RHYTHMS = 2
"""So many rhythms without a sign make a goal quiet, where one is agreed."""
SAME = 3
"""So many equal scores in a row are no movement."""
TOP = 10


class MomentumFacts(NamedTuple):
    """What decides: the baseline and scores by day, oldest first, and the days of signs of life.

    *due* are the days of open actions; *signs* those on which an action was done or a conversation
    was about the goal. *level*, -2 to 2, was noted on *rated_on*.
    """

    set_on: date
    scores: Sequence[tuple[date, int]] = ()
    baseline: int | None = None
    target: int | None = None
    due: Sequence[date] = ()
    signs: Sequence[date] = ()
    rhythm_days: int | None = None
    target_on: date | None = None
    level: int | None = None
    rated_on: date | None = None


class Momentum(NamedTuple):
    """How a goal moves, since when, and why; *low* and *high* are its figures then and now.

    *target* is what it was to reach, where that matters.
    """

    state: State
    since: date
    why: Why
    low: int | None = None
    high: int | None = None
    target: int | None = None


def momentum(known: MomentumFacts, today: date) -> Momentum | None:
    """How the goal moves on *today*: what is reached or over first, then what asks for attention.

    None where there is nothing to say yet: no figure rose or fell, and it is not long ago.
    """
    return _at_its_end(known, today) or _on_its_way(known, today)


def _at_its_end(known: MomentumFacts, today: date) -> Momentum | None:
    """That it is where it was to be, so that it may be closed, or that its day is over."""
    points, target = _points(known), known.target
    if target is not None and known.scores:
        since = None
        for day, score in known.scores:
            since = (since or day) if score >= target else None
        if since:
            return Momentum("going_well", since, "reached", None, points[-1][1], target)
    elif known.rated_on and known.level is not None and known.level >= 0:
        return Momentum("going_well", known.rated_on, "expected")
    if known.target_on and known.target_on < today:
        last = points[-1][1] if points else None
        return Momentum("needs_attention", known.target_on, "passed", None, last, target)
    return None


def _on_its_way(known: MomentumFacts, today: date) -> Momentum | None:
    points = _points(known)
    late = [day for day in known.due if day < today]
    if late:
        return Momentum("needs_attention", min(late), "overdue")
    if len(points) > 1 and points[-1][1] < points[-2][1]:
        return Momentum("needs_attention", points[-1][0], "fell", points[-2][1], points[-1][1])
    sign = max([known.set_on, *(day for day, _score in known.scores), *known.signs])
    if today - sign > timedelta(_patience(known.rhythm_days)):
        return Momentum("quiet", sign, "silent")
    same = [score for _day, score in known.scores[-SAME:]]
    if len(same) == SAME and len(set(same)) == 1 and same[0] < _enough(known):
        return Momentum("needs_attention", known.scores[-SAME][0], "level", same[0], same[0])
    if len(points) > 1 and points[-1][1] > points[0][1]:
        return Momentum("going_well", points[0][0], "rose", points[0][1], points[-1][1])
    return None


def _points(known: MomentumFacts) -> list[tuple[date, int]]:
    start = [] if known.baseline is None else [(known.set_on, known.baseline)]
    return [*start, *known.scores]


def _patience(rhythm_days: int | None) -> int:
    return RHYTHMS * rhythm_days if rhythm_days else LONG


def _enough(known: MomentumFacts) -> int:
    return TOP if known.target is None else known.target
