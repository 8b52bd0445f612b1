"""A look back as data for a script."""

from coachlog.journal.common.reads import values_of
from coachlog.journal.network_meeting.ideas import count_used
from coachlog.views.momentum import momentum_record
from coachlog.views.review.people import GoalReview, PeriodReview, PersonReview
from coachlog.views.review.sums import lines, outcomes_by_confidence, total


def as_json(review: PeriodReview) -> dict[str, object]:
    """Return the look back as one JSON object; what is private stands under `private`."""
    scope = {
        "since": review.period.since or None,
        "until": review.period.until,
        "trajectory": review.trajectory.number if review.trajectory else None,
    }
    if not review.everybody:
        return scope | _person(review, review.people[0])
    figures = lines(review)
    totals = total(figures)._asdict()
    del totals["coachee"], totals["name"]
    return scope | {
        "people": [line._asdict() for line in figures],
        "totals": totals,
        "sureness": _outcomes_by_confidence(review),
        "solutions": review.solutions._asdict(),
        "networks": count_used(review.used_ideas),
        "private": {
            "reflections": [
                reflection._asdict()
                for person in review.people
                for reflection in person.reflections
            ],
            "own_reflections": [moment._asdict() for moment in review.own_reflections],
        },
    }


_ACTION_FIELDS = (
    *("number", "goal", "what", "status", "due_on", "closed_on", "confidence", "done_by"),
)


def _person(review: PeriodReview, person: PersonReview) -> dict[str, object]:
    """Return the figures of the only person of *review*, with conversations, goals and actions."""
    figures = lines(review)[0]._asdict()
    return figures | {
        "sessions": [talk._asdict() for talk in person.talks],
        "goals": [_goal(goal_review) for goal_review in person.goals],
        "actions": [
            values_of(action, *_ACTION_FIELDS) | {"late": action.overdue(review.as_of)}
            for action in person.actions
        ],
        "sureness": _outcomes_by_confidence(review),
        "solutions": review.solutions._asdict(),
        "networks": count_used(review.used_ideas),
        "private": {"reflections": [reflection._asdict() for reflection in person.reflections]},
    }


def _goal(goal_review: GoalReview) -> dict[str, object]:
    """Return a goal with score and level at start and end of the period; None if unknown."""
    goal, points, levels, momentum = goal_review
    return {
        **values_of(goal, "number", "statement", "status", "set_on", "closed_on", "target"),
        "score_at_start": points[0] if points else None,
        "score_at_end": points[-1] if points else None,
        "level_at_start": levels[0] if levels else None,
        "level_at_end": levels[-1] if levels else None,
        "momentum": momentum_record(momentum),
    }


def _outcomes_by_confidence(review: PeriodReview) -> list[dict[str, object]]:
    return [outcome._asdict() for outcome in outcomes_by_confidence(review)]
