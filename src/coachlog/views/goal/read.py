"""A goal with what belongs to it: its scores, its actions, the conversation that set it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

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
from coachlog.views.momentum import moving, told

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


def as_json(known: GoalView) -> dict[str, Any]:
    """What the JSON has besides the columns of the view."""
    return {
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
    }


def rows(known: GoalView) -> Iterator[tuple[Any, ...]]:
    """Plain lines: what it is, and its fields."""
    for each in known.scores:
        yield "scored", each.scored_on, each.score, each.session
    for rated in known.levels:
        yield "rated", rated.rated_on, rated.level, rated.session
    for action in known.actions:
        yield "action", action.number, action.what, action.due_on, action.status
    if known.gas:
        yield from known.gas.rows()
    yield from _links(known)
    if known.moves:
        yield "momentum", known.moves.state, told(known.moves)
    for one in known.seen:
        yield "observation", one.number, one.fact, one.observed_on
    for copy in known.copies:
        yield "release", copy.number, copy.to_whom, copy.released_on


def _links(known: GoalView) -> Iterator[tuple[Any, ...]]:
    for link in known.links:
        if link.objective is not None:
            yield "objective", link.objective, link.text
        else:
            yield "talent", link.talent, link.text
    for lens in known.lenses:
        yield "lens", lens
