"""An objective with what belongs to it: the goals that serve it, and whose they are."""

from collections.abc import Mapping
from typing import NamedTuple

from coachlog.journal.coachee.lookup import IN_ARCHIVE, OF_COACH
from coachlog.journal.common.reads import values_of
from coachlog.journal.objective import queries as objectives
from coachlog.journal.objective.queries import ObjectiveLine
from coachlog.store.connection import Reader


class ServingGoal(NamedTuple):
    """A goal that serves an objective; *coachee* and *name* are the person's handle and name."""

    number: int
    coachee: str
    name: str
    statement: str
    status: str
    score: int | None
    target: int | None
    target_on: str | None


class ObjectiveView(NamedTuple):
    """An objective, and the goals that serve it: the active ones first, by number."""

    objective: ObjectiveLine
    goals: list[ServingGoal]


def read(reader: Reader, number: int) -> ObjectiveView:
    """Read what the page of objective *number* shows; raises NotFoundError.

    Active goals of somebody in the archive, and those of the coach, are left out, as in every list.
    """
    objective = objectives.line(reader, number)
    return ObjectiveView(objective, list(reader.rows(ServingGoal, _SERVING, number=number)))


_SERVING = (
    "select g.number, g.coachee, c.name, g.statement, g.status, g.score, g.target, g.target_on"  # noqa: S608 - ours
    " from goal_links l join goals g on g.number = l.goal join coachee c on c.handle = g.coachee"
    " where l.objective = :number"
    f" and not (g.{OF_COACH} or g.status = 'active' and g.{IN_ARCHIVE})"
    " order by case g.status when 'active' then 0 else 1 end, g.number"
)


def record(view: ObjectiveView) -> Mapping[str, object]:
    """Return the JSON of *view*: the objective and the goals that serve it."""
    return {
        **view.objective._asdict(),
        "served_by": [
            {"goal": goal.number, **values_of(goal, "coachee", "statement", "status")}
            for goal in view.goals
        ],
    }
