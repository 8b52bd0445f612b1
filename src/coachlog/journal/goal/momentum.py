"""The momentum of an active goal, for the coach only: computed from its scores and days."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

State = Literal["going_well", "needs_attention", "quiet"]
Why = Literal["reached", "expected", "passed", "rose", "fell", "overdue", "level", "silent"]

QUIET_DAYS = 60
"""A goal is quiet after this many days without a sign of life, where no rhythm is agreed."""
QUIET_RHYTHMS = 2
"""A goal is quiet after this many rhythms without a sign of life."""
EQUAL_SCORES = 3
"""This many equal scores in succession are no movement."""
TOP = 10
"""The highest score."""


class MomentumFacts(NamedTuple):
    """What the momentum of a goal is computed from: *scores* by day, oldest first.

    *due* are the due days of its open actions; *signs* the days on which an action was done or a
    conversation was about the goal. *level*, -2 to 2, was noted on *rated_on*.
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
    """The state of a goal, since when and why.

    *low* and *high* are the scores then and now, and *target* the score to reach; each is None
    where *why* does not need it.
    """

    state: State
    since: date
    why: Why
    low: int | None = None
    high: int | None = None
    target: int | None = None


def momentum(facts: MomentumFacts, today: date) -> Momentum | None:
    """Return the momentum of a goal on *today*, or None where there is nothing to say yet.

    That it is reached or past its day comes first, then what needs attention, then progress.
    """
    return _end_state(facts, today) or _progress(facts, today)


def _end_state(facts: MomentumFacts, today: date) -> Momentum | None:
    """Return that the goal is at its target or expected level, or past its day; else None."""
    points, target = _scores_with_baseline(facts), facts.target
    latest_score = points[-1].score if points else None
    if target is not None and facts.scores:
        reached_on = None
        for day, score in facts.scores:  # a score below the target starts the count again
            reached_on = (reached_on or day) if score >= target else None
        if reached_on:
            return Momentum("going_well", reached_on, "reached", None, latest_score, target)
    elif facts.rated_on and facts.level is not None and facts.level >= 0:
        return Momentum("going_well", facts.rated_on, "expected")
    if facts.target_on and facts.target_on < today:
        return Momentum("needs_attention", facts.target_on, "passed", None, latest_score, target)
    return None


def _progress(facts: MomentumFacts, today: date) -> Momentum | None:
    """Return what needs attention first, or else that the score rose; None for neither.

    In order: an overdue action, a lower score, no sign of life, equal scores, a higher score.
    """
    points = _scores_with_baseline(facts)
    overdue_days = [day for day in facts.due if day < today]
    if overdue_days:
        return Momentum("needs_attention", min(overdue_days), "overdue")
    if len(points) > 1 and points[-1].score < points[-2].score:
        previous, latest = points[-2:]
        return Momentum("needs_attention", latest.day, "fell", previous.score, latest.score)
    last_sign = max([facts.set_on, *(day for day, _score in facts.scores), *facts.signs])
    if today - last_sign > timedelta(_quiet_after_days(facts.rhythm_days)):
        return Momentum("quiet", last_sign, "silent")
    last_scores = facts.scores[-EQUAL_SCORES:]
    if len(last_scores) == EQUAL_SCORES and len({score for _day, score in last_scores}) == 1:
        since, score = last_scores[0]
        if score < (TOP if facts.target is None else facts.target):
            return Momentum("needs_attention", since, "level", score, score)
    if len(points) > 1 and points[-1].score > points[0].score:
        start, latest = points[0], points[-1]
        return Momentum("going_well", start.day, "rose", start.score, latest.score)
    return None


class _Point(NamedTuple):
    day: date
    score: int


def _scores_with_baseline(facts: MomentumFacts) -> list[_Point]:
    """Return the baseline, if any, on the day the goal was set, and the scores, oldest first."""
    scores = [_Point(day, score) for day, score in facts.scores]
    return scores if facts.baseline is None else [_Point(facts.set_on, facts.baseline), *scores]


def _quiet_after_days(rhythm_days: int | None) -> int:
    return QUIET_RHYTHMS * rhythm_days if rhythm_days else QUIET_DAYS
