"""A trajectory with what belongs to it: the roles of the coach, and whose ideas options were."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from coachlog.journal.coachee import queries as coachees
from coachlog.journal.goal.queries import GoalLine, of_trajectory
from coachlog.journal.session.mirror import Ideas, ideas
from coachlog.journal.trajectory import queries as trajectories
from coachlog.journal.trajectory.queries import TrajectoryLine

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class TrajectoryView(NamedTuple):
    """A trajectory, the name of the person, what is for the coach only, and ideas, oldest first.

    *themes* has its areas and its themes, by those words. *goals* are its own, oldest first;
    *closed_in* is the day of its closing conversation, where that was the last one.
    """

    trajectory: TrajectoryLine
    name: str
    hard_to_tell: str | None
    ideas: list[Ideas]
    themes: dict[str, list[str]]
    goals: list[GoalLine]
    closed_in: str | None


def read(reader: "Reader", number: int) -> TrajectoryView:
    """All of trajectory *number*; raises NotFoundError."""
    found = trajectories.line(reader, number)
    name = coachees.line(reader, found.coachee).name
    private = trajectories.hard_to_tell(reader, number)
    themes = trajectories.themes(reader, number)
    whole = ideas(reader, number), themes, of_trajectory(reader, number)
    return TrajectoryView(
        found, name, private, *whole, closed_in=reader.value(_CLOSED_IN, number=number)
    )


_CLOSED_IN = (
    "select iif(method = 'closing', held_on, null) from sessions"
    " where trajectory = :number and status = 'held' order by starts_at desc limit 1"
)


def record(known: TrajectoryView) -> Mapping[str, object]:
    """All of it by the keys of its JSON: the columns of the view, and what belongs to it."""
    return {
        **known.trajectory._asdict(),
        "coachee_name": known.name,
        "hard_to_tell": known.hard_to_tell,
        "options_by_origin": [each._asdict() for each in known.ideas],
        **known.themes,
        "goals": [goal.number for goal in known.goals],
    }
