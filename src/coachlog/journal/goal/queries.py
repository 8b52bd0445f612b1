"""Reading goals, and the change of one of their fields."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.coachee.queries import IN_ARCHIVE
from coachlog.journal.common.reads import View, unknown
from coachlog.journal.trajectory.queries import coach_appraises
from coachlog.journal.workability.fields import LENSES
from coachlog.schema.vocabulary import GOAL_STATUSES

if TYPE_CHECKING:
    from coachlog.journal.coachee.queries import Person
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


class GoalLine(NamedTuple):
    """A row of the view `goals`, in its order."""

    number: int
    coachee: str
    statement: str
    anti_goal: str | None
    target_on: str | None
    baseline: int | None
    target: int | None
    score: int | None
    scored_on: str | None
    status: str
    why: str | None
    signs: str | None
    milestone: str | None
    talents: str | None
    serves: str | None
    set_on: str
    closed_on: str | None
    session: int | None
    trajectory: int
    level_minus_2: str | None
    level_minus_1: str | None
    level_0: str | None
    level_plus_1: str | None
    level_plus_2: str | None
    level_baseline: int | None
    weight: int | None
    level: int | None
    rated_on: str | None


class ScoreLine(NamedTuple):
    """A row of the view `goal_scores`, in its order."""

    goal: int
    scored_on: str
    score: int
    session: int | None
    coachee: str
    created_at: str


class LinkLine(NamedTuple):
    """A row of the view `goal_links`, in its order: one of *objective* and *talent* is there."""

    goal: int
    coachee: str
    objective: int | None
    talent: int | None
    text: str


class LensLine(NamedTuple):
    """A row of the view `goal_lenses`, in its order: a side of workable work."""

    goal: int
    coachee: str
    lens: str


class GoalFilter(NamedTuple):
    """Which goals are wanted: all that is given holds. *lens* is a side of workable work."""

    coachee: str | None = None
    status: str | None = None
    lens: str | None = None


GOALS = View(
    "goals",
    GoalLine,
    unknown("goal", N_("There is no goal {number}.")),
    GoalFilter(),
    {
        "coachee": "coachee = :coachee",
        "status": tuple(GOAL_STATUSES),
        "lens": "number in (select goal from goal_lenses where lens = :lens)",
    },
    hidden=f"status = 'active' and {IN_ARCHIVE}",
    table="goal",
)
"""Active ones of somebody in the archive are listed only where the person is named."""
line = GOALS.one
SCORES = View("goal_scores", ScoreLine)
LINKS = View("goal_links", LinkLine)
LENS_LINES = View("goal_lenses", LensLine)


def active(reader: "Reader", coachee: str) -> list[GoalLine]:
    """The active goals of a person, oldest first."""
    behind = "where coachee = :coachee and status = 'active' order by number"
    return GOALS.all(reader, behind, coachee=coachee)


def set_in(reader: "Reader", session: int) -> list[GoalLine]:
    """The goals set in a conversation, in their order."""
    return GOALS.all(reader, "where session = :session order by number", session=session)


def of_trajectory(reader: "Reader", trajectory: int) -> list[GoalLine]:
    """The goals of a trajectory, oldest first."""
    behind = "where trajectory = :trajectory order by number"
    return GOALS.all(reader, behind, trajectory=trajectory)


def scores(reader: "Reader", number: int) -> list[ScoreLine]:
    """The scores of a goal, oldest first."""
    behind = "where goal = :number order by scored_on, created_at"
    return SCORES.all(reader, behind, number=number)


def at_start(start: int | None, set_on: str, figures: Sequence[tuple[str, int]]) -> int | None:
    """The figure at the *start*, where it says more than the first of the *figures* by day."""
    return None if figures and figures[0] == (set_on, start) else start


def links(reader: "Reader", number: int) -> list[LinkLine]:
    """What a goal is linked with: objectives, then talents, each by number."""
    behind = "where goal = :number order by objective nulls last, talent"
    return LINKS.all(reader, behind, number=number)


def links_of(reader: "Reader", coachee: str) -> list[LinkLine]:
    """What all goals of a person are linked with."""
    behind = "where coachee = :coachee order by goal, objective nulls last, talent"
    return LINKS.all(reader, behind, coachee=coachee)


def numbers(links: Iterable[LinkLine]) -> dict[str, list[int]]:
    """The numbers of the objectives and of the talents among *links*, as an input has them."""
    found = list(links)
    return {
        "objectives": [each.objective for each in found if each.objective is not None],
        "talent_numbers": [each.talent for each in found if each.talent is not None],
    }


def lenses(reader: "Reader", number: int) -> list[str]:
    """The sides of workable work that a goal is about, in their usual order."""
    found = LENS_LINES.all(reader, "where goal = :number", number=number)
    return in_order(each.lens for each in found)


def lenses_of(reader: "Reader", coachee: str) -> list[LensLine]:
    """The same of all goals of a person."""
    return LENS_LINES.all(reader, "where coachee = :coachee order by goal, lens", coachee=coachee)


def in_order(lenses: Iterable[str]) -> list[str]:
    """*lenses* as they are usually told: indicators first."""
    return sorted(lenses, key=list(LENSES).index)


def may_have_lenses(reader: "Reader", person: "Person") -> bool:
    """Whether to offer lenses: this person talked about workable work, and may do so here."""
    sql = "select 1 from checkins where coachee = :coachee limit 1"
    talked = reader.value(sql, coachee=person.handle)
    return bool(talked) and not coach_appraises(reader, person.id)


def scores_of_session(reader: "Reader", number: int) -> list[ScoreLine]:
    """The scores given in a conversation, by goal."""
    return SCORES.all(reader, "where session = :number order by goal", number=number)


def score(work: "Work", number: int, figure: int, day: str) -> None:
    """Keep the *figure* of a goal on *day*.

    Another figure of the same day, outside a conversation, is replaced.
    """
    keep_of_day(work, "goal_score", GOALS.id_of(work, number), figure, day)


_OF_DAY = {"goal_score": ("scored_on", "score"), "goal_level": ("rated_on", "level")}


def keep_of_day(work: "Work", table: str, goal_id: str, figure: int, day: str) -> None:
    """Keep a score or level of *day* in its *table*; another one of that day is replaced.

    What was said in a conversation stays.
    """
    on, kind = _OF_DAY[table]
    same_day = (
        f"update {table} set {kind} = :figure"  # noqa: S608 - names of our own
        f" where goal_id = :goal and {on} = :day and session_id is null"
    )
    if work.execute(same_day, figure=figure, goal=goal_id, day=day).rowcount == 0:
        made = {"goal_id": goal_id, on: day, kind: figure, "created_at": work.now}
        work.insert(table, made)
