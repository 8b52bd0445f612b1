"""A trajectory with what belongs to it: the roles of the coach, and whose ideas options were."""

from collections.abc import Mapping
from typing import NamedTuple

from coachlog.journal.coachee import queries as coachees
from coachlog.journal.goal.queries import GoalLine, of_trajectory
from coachlog.journal.session.mirror import Ideas, ideas
from coachlog.journal.trajectory import queries as trajectories
from coachlog.journal.trajectory.queries import TrajectoryLine
from coachlog.store.connection import Reader


class TrajectoryView(NamedTuple):
    """What the page of a trajectory shows.

    *name* is that of the person, *hard_to_tell* for the coach only. *themes* has the keys `areas`
    and `themes`. Ideas and goals come oldest first. *closing_held_on* is the day of the closing
    conversation; None if there was none, or if another one followed.
    """

    trajectory: TrajectoryLine
    name: str
    hard_to_tell: str | None
    ideas: list[Ideas]
    themes: dict[str, list[str]]
    goals: list[GoalLine]
    closing_held_on: str | None


def read(reader: Reader, number: int) -> TrajectoryView:
    """Read what the page of trajectory *number* shows; raises NotFoundError."""
    trajectory = trajectories.line(reader, number)
    return TrajectoryView(
        trajectory=trajectory,
        name=coachees.line(reader, trajectory.coachee).name,
        hard_to_tell=trajectories.hard_to_tell(reader, number),
        ideas=ideas(reader, number),
        themes=trajectories.themes(reader, number),
        goals=of_trajectory(reader, number),
        closing_held_on=reader.value(_CLOSING_HELD_ON, number=number),
    )


_CLOSING_HELD_ON = (
    "select iif(method = 'closing', held_on, null) from sessions"
    " where trajectory = :number and status = 'held' order by starts_at desc limit 1"
)


def record(view: TrajectoryView) -> Mapping[str, object]:
    """Return the JSON of *view*; goals are given by number only."""
    return {
        **view.trajectory._asdict(),
        "coachee_name": view.name,
        "hard_to_tell": view.hard_to_tell,
        "options_by_origin": [ideas._asdict() for ideas in view.ideas],
        **view.themes,
        "goals": [goal.number for goal in view.goals],
    }
