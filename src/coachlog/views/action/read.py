"""An action with what belongs to it: whose it is, its goal, the conversation that agreed it."""

from collections.abc import Mapping
from typing import NamedTuple

from coachlog.journal.action import queries as actions
from coachlog.journal.action.queries import ActionLine
from coachlog.journal.action.reviews import ConfidenceLine, ReviewLine, confidences_of, reviews_of
from coachlog.journal.coachee import queries as coachees
from coachlog.journal.common.reads import values_of
from coachlog.journal.goal import queries as goals
from coachlog.store.connection import Reader


class ActionView(NamedTuple):
    """What the page of an action shows.

    *name* is that of the person, *goal* the statement of its goal, *talent* the strength it uses.
    Reviews and confidences come oldest first.
    """

    action: ActionLine
    name: str
    goal: str | None
    talent: str | None
    reviews: list[ReviewLine]
    confidences: list[ConfidenceLine]


def read(reader: Reader, number: int) -> ActionView:
    """Read what the page of action *number* shows; raises NotFoundError."""
    action = actions.line(reader, number)
    return ActionView(
        action=action,
        name=coachees.line(reader, action.coachee).name,
        goal=goals.line(reader, action.goal).statement if action.goal else None,
        talent=_talent(reader, action),
        reviews=reviews_of(reader, number),
        confidences=confidences_of(reader, number),
    )


def _talent(reader: Reader, action: ActionLine) -> str | None:
    """Return the strength that the action uses, or None."""
    if action.talent is None:
        return None
    sql = "select strength from talent where number = :number"
    return str(reader.value(sql, number=action.talent))


def record(view: ActionView) -> Mapping[str, object]:
    """Return the JSON of *view*; reviews leave out the action and the person they are about."""
    review_fields = ("session", "status", "outcome", "obstacle_came", "plan_helped")
    return {
        **view.action._asdict(),
        "coachee_name": view.name,
        "goal_statement": view.goal,
        "reviews": [values_of(review, *review_fields) for review in view.reviews],
        "confidences": [
            values_of(confidence, "said_on", "figure", "session") for confidence in view.confidences
        ],
    }
