"""A look back as data for a script."""

from typing import Any

from coachlog.views.momentum import as_json as momentum
from coachlog.views.review.people import GoalReview, PeriodReview, PersonReview
from coachlog.views.review.sums import lines, sureness, together


def as_json(review: PeriodReview) -> dict[str, Any]:
    """The look back as one object; what is private in it stands beneath `private`."""
    told = {
        "since": review.period.since or None,
        "until": review.period.until,
        "trajectory": review.trajectory and review.trajectory.number,
    }
    if not review.everybody:
        return told | _person(review, review.people[0])
    figures = lines(review)
    named = ("coachee", "name")
    totals = {name: sum_ for name, sum_ in together(figures)._asdict().items() if name not in named}
    return told | {
        "people": [each._asdict() for each in figures],
        "totals": totals,
        "sureness": _sureness(review),
        "private": {
            "reflections": [each._asdict() for one in review.people for each in one.reflections],
            "own_reflections": [each._asdict() for each in review.moments],
        },
    }


def _person(review: PeriodReview, one: PersonReview) -> dict[str, Any]:
    return lines(review)[0]._asdict() | {
        "sessions": [each._asdict() for each in one.talks],
        "goals": [_goal(each) for each in one.goals],
        "actions": [
            {
                "number": each.number,
                "goal": each.goal,
                "what": each.what,
                "status": each.status,
                "due_on": each.due_on,
                "closed_on": each.closed_on,
                "confidence": each.confidence,
                "done_by": each.done_by,
                "late": each.overdue(review.as_of),
            }
            for each in one.actions
        ],
        "sureness": _sureness(review),
        "private": {"reflections": [each._asdict() for each in one.reflections]},
    }


def _goal(each: GoalReview) -> dict[str, Any]:
    goal, points, levels = each.goal, each.points, each.levels
    return {
        "number": goal.number,
        "statement": goal.statement,
        "status": goal.status,
        "set_on": goal.set_on,
        "closed_on": goal.closed_on,
        "target": goal.target,
        "score_at_start": points[0] if points else None,
        "score_at_end": points[-1] if points else None,
        "level_at_start": levels[0] if levels else None,
        "level_at_end": levels[-1] if levels else None,
        "momentum": momentum(each.moves),
    }


def _sureness(review: PeriodReview) -> list[dict[str, Any]]:
    actions = [each for one in review.people for each in one.actions]
    return [each._asdict() for each in sureness(actions, review.as_of)]
