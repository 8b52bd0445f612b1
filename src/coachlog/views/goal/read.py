"""A goal with what belongs to it: its scores, its actions, the conversation that set it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from coachlog.journal.action.queries import ActionLine
from coachlog.journal.action.queries import of_goal as actions_of
from coachlog.journal.coachee import queries as coachees
from coachlog.journal.common.reads import values_of
from coachlog.journal.goal import queries as goals
from coachlog.journal.goal.levels.queries import LevelLine, levels
from coachlog.journal.goal.queries import GoalLine, LinkLine, ScoreLine
from coachlog.journal.observation.queries import ObservationLine
from coachlog.journal.observation.queries import of_goal as observations_of
from coachlog.journal.release.queries import ReleaseLine
from coachlog.journal.release.queries import of_goal as releases_of
from coachlog.journal.trajectory.queries import active
from coachlog.store.connection import Reader
from coachlog.views.gas import Gas, score
from coachlog.views.momentum import goal_momentum, momentum_record

if TYPE_CHECKING:
    from datetime import date

    from coachlog.journal.goal.momentum import Momentum


class GoalView(NamedTuple):
    """What the page of a goal shows.

    *name* is that of the person. Scores, levels and observations come oldest first. *gas*, the
    T-score, is None unless it was asked for. *momentum* tells the coach how the goal is going.
    *lenses* are aspects of workable work, *releases* the copies of it given to somebody.
    """

    goal: GoalLine
    name: str
    scores: list[ScoreLine]
    actions: list[ActionLine]
    levels: list[LevelLine]
    links: list[LinkLine]
    gas: Gas | None = None
    observations: Sequence[ObservationLine] = ()
    momentum: "Momentum | None" = None
    lenses: Sequence[str] = ()
    releases: Sequence[ReleaseLine] = ()


def read(reader: Reader, number: int, today: "date", *, with_gas: bool = False) -> GoalView:
    """Read what the page of goal *number* shows as of *today*; raises NotFoundError."""
    goal = goals.line(reader, number)
    scores = goals.scores(reader, number)
    observations = observations_of(reader, number)
    actions = actions_of(reader, number)
    trajectory = active(reader, goal.coachee)
    rhythm_days = trajectory.rhythm_days if trajectory else None
    # A dropped goal does not count in a T-score. Here it does: it is the only one asked about.
    gas = score([goal._replace(status="active")]) if with_gas else None
    return GoalView(
        goal=goal,
        name=coachees.line(reader, goal.coachee).name,
        scores=scores,
        actions=actions,
        levels=levels(reader, number),
        links=goals.links(reader, number),
        gas=gas,
        observations=observations,
        momentum=goal_momentum(goal, scores, actions, observations, rhythm_days, today),
        lenses=goals.lenses(reader, number),
        releases=releases_of(reader, number),
    )


def record(view: GoalView) -> Mapping[str, object]:
    """Return the JSON of *view*; actions and observations are given by number only."""
    gas = {"gas": view.gas.as_json()} if view.gas else {}
    return {
        **view.goal._asdict(),
        "scores": [values_of(line, "scored_on", "score", "session") for line in view.scores],
        "levels": [values_of(line, "rated_on", "level", "session") for line in view.levels],
        "actions": [action.number for action in view.actions],
        **gas,
        **goals.link_numbers(view.links),
        "lenses": view.lenses,
        "observations": [observation.number for observation in view.observations],
        "momentum": momentum_record(view.momentum),
        "releases": [
            values_of(release, "number", "to_whom", "released_on") for release in view.releases
        ],
    }
