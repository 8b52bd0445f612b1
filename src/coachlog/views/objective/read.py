"""An objective with what belongs to it: the goals that serve it, and whose they are."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from coachlog.journal.coachee.queries import IN_ARCHIVE
from coachlog.journal.objective import queries as objectives
from coachlog.journal.objective.queries import ObjectiveLine

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class Serving(NamedTuple):
    """A goal that serves an objective, and whose it is."""

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
    goals: list[Serving]


def read(reader: "Reader", number: int) -> ObjectiveView:
    """All of objective *number*; raises NotFoundError.

    Active goals of somebody in the archive are left out, as in every list.
    """
    objective = objectives.line(reader, number)
    return ObjectiveView(objective, list(reader.rows(Serving, _SERVING, number=number)))


_SERVING = (
    "select g.number, g.coachee, c.name, g.statement, g.status, g.score, g.target, g.target_on"  # noqa: S608 - ours
    " from goal_links l join goals g on g.number = l.goal join coachee c on c.handle = g.coachee"
    " where l.objective = :number"
    f" and not (g.status = 'active' and g.{IN_ARCHIVE})"
    " order by case g.status when 'active' then 0 else 1 end, g.number"
)


def record(known: ObjectiveView) -> Mapping[str, object]:
    """All of it by the keys of its JSON: the columns of the view, and what belongs to it."""
    return {
        **known.objective._asdict(),
        "served_by": [
            {
                "goal": each.number,
                "coachee": each.coachee,
                "statement": each.statement,
                "status": each.status,
            }
            for each in known.goals
        ],
    }
