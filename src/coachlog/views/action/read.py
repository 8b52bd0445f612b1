"""An action with what belongs to it: whose it is, its goal, the conversation that agreed it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from coachlog.journal.action import queries as actions
from coachlog.journal.action.queries import ActionLine
from coachlog.journal.action.reviews import (
    ConfidenceLine,
    ReviewLine,
    confidences_of,
    reviews_of,
)
from coachlog.journal.coachee import queries as coachees
from coachlog.journal.goal import queries as goals

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class ActionView(NamedTuple):
    """An action, whose it is by name, and what its goal and its talent are where it has them.

    What conversations told about it and how sure the person was come oldest first.
    """

    action: ActionLine
    name: str
    goal: str | None
    talent: str | None
    reviews: list[ReviewLine]
    confidences: list[ConfidenceLine]


def read(reader: "Reader", number: int) -> ActionView:
    """All of action *number*; raises NotFoundError."""
    action = actions.line(reader, number)
    goal = goals.line(reader, action.goal).statement if action.goal else None
    name = coachees.line(reader, action.coachee).name
    talent = _talent(reader, action)
    said = reviews_of(reader, number), confidences_of(reader, number)
    return ActionView(action, name, goal, talent, *said)


def _talent(reader: "Reader", action: ActionLine) -> str | None:
    if action.talent is None:
        return None
    sql = "select strength from talent where number = :number"
    return str(reader.value(sql, number=action.talent))


def record(known: ActionView) -> Mapping[str, object]:
    """All of it by the keys of its JSON: the columns of the view, and what belongs to it."""
    reviews = [each._asdict() for each in known.reviews]
    for each in reviews:
        del each["action"], each["coachee"]
    return {
        **known.action._asdict(),
        "coachee_name": known.name,
        "goal_statement": known.goal,
        "reviews": reviews,
        "confidences": [
            {"said_on": each.said_on, "figure": each.figure, "session": each.session}
            for each in known.confidences
        ],
    }
