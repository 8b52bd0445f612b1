"""A goal with what belongs to it: its scores, its actions, the conversation that set it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from coachlog.journal.action.queries import ActionLine, of_goal
from coachlog.journal.coachee import queries as coachees
from coachlog.journal.goal import queries as goals
from coachlog.journal.goal.queries import GoalLine, ScoreLine

if TYPE_CHECKING:
    from coachlog.pages import Page
    from coachlog.store.connection import Reader
    from coachlog.terminal.context import Context


class Known(NamedTuple):
    """A goal, whose it is, its scores (oldest first) and its actions (in their order)."""

    goal: GoalLine
    name: str
    scores: list[ScoreLine]
    actions: list[ActionLine]


def read(reader: "Reader", number: int) -> Known:
    """All of goal *number*; raises GoalNotFoundError."""
    goal = goals.line(reader, number)
    name = coachees.line(reader, goal.coachee).name
    return Known(goal, name, goals.scores(reader, number), of_goal(reader, number))


def page(known: Known, context: "Context") -> "Page":
    """The page for people."""
    from coachlog.overview.goal_page import page as page_of  # for terminals only

    return page_of(known, context)


def as_json(known: Known) -> dict[str, Any]:
    """What the JSON has besides the columns of the view."""
    return {
        "scores": [
            {"scored_on": each.scored_on, "score": each.score, "session": each.session}
            for each in known.scores
        ],
        "actions": [action.number for action in known.actions],
    }


def rows(known: Known) -> Iterator[tuple[Any, ...]]:
    """Plain lines: what it is, and its fields."""
    for each in known.scores:
        yield "scored", each.scored_on, each.score, each.session
    for action in known.actions:
        yield "action", action.number, action.what, action.due_on, action.status
