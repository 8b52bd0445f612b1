"""A goal with what belongs to it: its scores, its actions, the conversation that set it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from coachlog.journal.action.queries import ActionLine, of_goal
from coachlog.journal.coachee import queries as coachees
from coachlog.journal.goal import queries as goals
from coachlog.journal.goal.levels.queries import LevelLine, levels
from coachlog.journal.goal.queries import GoalLine, LinkLine, ScoreLine
from coachlog.journal.observation.queries import ObservationLine
from coachlog.journal.observation.queries import of_goal as seen_of
from coachlog.journal.release.queries import ReleaseLine
from coachlog.journal.release.queries import of_goal as copies_of
from coachlog.journal.trajectory.queries import active
from coachlog.views.gas import Gas, score
from coachlog.views.momentum import as_json as momentum
from coachlog.views.momentum import moving

if TYPE_CHECKING:
    from datetime import date

    from coachlog.journal.goal.momentum import Momentum
    from coachlog.store.connection import Reader


class GoalView(NamedTuple):
    """A goal, whose it is, its scores and levels (oldest first), its actions (in order), its links.

    *gas* is its T-score where that was asked for; *seen* what was seen of it at work, oldest first;
    *moves* tells the coach how it goes; *lenses* are sides of workable work; *copies* of it were
    released.
    """

    goal: GoalLine
    name: str
    scores: list[ScoreLine]
    actions: list[ActionLine]
    levels: list[LevelLine]
    links: list[LinkLine]
    gas: Gas | None = None
    seen: Sequence[ObservationLine] = ()
    moves: "Momentum | None" = None
    lenses: Sequence[str] = ()
    copies: Sequence[ReleaseLine] = ()


def read(reader: "Reader", number: int, today: "date", *, with_gas: bool = False) -> GoalView:
    """All of goal *number* as it stands *today*; raises NotFoundError."""
    goal = goals.line(reader, number)
    name = coachees.line(reader, goal.coachee).name
    scores, rated = goals.scores(reader, number), levels(reader, number)
    links = goals.links(reader, number)
    seen = seen_of(reader, number)
    actions, trajectory = of_goal(reader, number), active(reader, goal.coachee)
    rhythm = trajectory.rhythm_days if trajectory else None
    moves = moving(goal, scores, actions, seen, rhythm, today)
    lenses = goals.lenses(reader, number)
    copies = copies_of(reader, number)
    gas = score([goal._replace(status="active")]) if with_gas else None
    return GoalView(goal, name, scores, actions, rated, links, gas, seen, moves, lenses, copies)


def record(known: GoalView) -> Mapping[str, object]:
    """All of it by the keys of its JSON: the columns of the view, and what belongs to it."""
    return {
        **known.goal._asdict(),
        "scores": [
            {"scored_on": each.scored_on, "score": each.score, "session": each.session}
            for each in known.scores
        ],
        "levels": [
            {"rated_on": each.rated_on, "level": each.level, "session": each.session}
            for each in known.levels
        ],
        "actions": [action.number for action in known.actions],
        **({"gas": known.gas.as_json()} if known.gas else {}),
        **goals.numbers(known.links),
        "lenses": known.lenses,
        "observations": [each.number for each in known.seen],
        "momentum": momentum(known.moves),
        "releases": [
            {"number": each.number, "to_whom": each.to_whom, "released_on": each.released_on}
            for each in known.copies
        ],
    }
