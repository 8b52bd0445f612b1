"""Reads and saves the levels that a goal was rated at."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.journal.common.reads import View
from coachlog.journal.goal.queries import GOALS, save_figure
from coachlog.schema.goal import LEVEL_TEXTS

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


class LevelLine(NamedTuple):
    """A row of the view `goal_levels`, in its order."""

    goal: int
    rated_on: str
    level: int
    session: int | None
    coachee: str
    created_at: str


LEVEL_LINES = View("goal_levels", LevelLine)
_HAS_SCALE = "coalesce(" + ", ".join(LEVEL_TEXTS.values()) + ") is not null"


def levels(reader: "Reader", number: int) -> list[LevelLine]:
    """Return the levels that a goal was rated at, oldest first."""
    return LEVEL_LINES.matching(reader, "rated_on, created_at", goal=number)


def rate(work: "Work", number: int, level: int, day: str) -> None:
    """Save the *level* of a goal on *day*.

    It replaces one of the same day that was given outside a conversation. Raises NotFoundError, or
    RefusedError for a goal whose levels are not described.
    """
    sql = f"select id, {_HAS_SCALE} from goal where number = :number"  # noqa: S608 - names of our own
    goal = work.one(_Goal, sql, number=number)
    if goal is None:
        raise GOALS.missing(number=number)
    if not goal.is_scaled:
        raise RefusedError(
            N_("Goal {number} has no levels yet."),
            N_("First describe what you would see at each level: coachlog goal scale {number}"),
            number=number,
        )
    save_figure(work, "goal_level", goal.id, level, day)


class _Goal(NamedTuple):
    id: str
    is_scaled: int
