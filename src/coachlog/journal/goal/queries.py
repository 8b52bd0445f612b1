"""Reads goals, their scores, links and lenses; saves a score."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.coachee.lookup import IN_ARCHIVE, OF_COACH
from coachlog.journal.common.reads import View, not_found
from coachlog.journal.trajectory.queries import coach_appraises
from coachlog.journal.workability.fields import LENSES
from coachlog.schema.vocabulary import GOAL_STATUSES

if TYPE_CHECKING:
    from coachlog.journal.coachee.lookup import Person
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
    """A row of the view `goal_links`, in its order; either *objective* or *talent* is None."""

    goal: int
    coachee: str
    objective: int | None
    talent: int | None
    text: str


class LensLine(NamedTuple):
    """A row of the view `goal_lenses`, in its order: an aspect of workable work."""

    goal: int
    coachee: str
    lens: str


class GoalFilter(NamedTuple):
    """Which goals to list: those that match every field that is not None."""

    coachee: str | None = None
    status: str | None = None
    lens: str | None = None


GOALS = View(
    "goals",
    GoalLine,
    not_found("goal", N_("There is no goal {number}.")),
    GoalFilter(),
    {
        "status": tuple(GOAL_STATUSES),
        "lens": "number in (select goal from goal_lenses where lens = :lens)",
    },
    hidden=f"{OF_COACH} or status = 'active' and {IN_ARCHIVE}",
    table="goal",
)
"""Active ones of people in the archive, and the coach's own, are listed only where the filter
names the person.
"""
line = GOALS.one
SCORES = View("goal_scores", ScoreLine)
LINKS = View("goal_links", LinkLine)
LENS_LINES = View("goal_lenses", LensLine)


def active(reader: "Reader", coachee: str) -> list[GoalLine]:
    """Return the active goals of a person, oldest first."""
    return GOALS.matching(reader, "number", coachee=coachee, status="active")


def set_in(reader: "Reader", session: int) -> list[GoalLine]:
    """Return the goals set in a conversation, by number."""
    return GOALS.matching(reader, "number", session=session)


def of_trajectory(reader: "Reader", trajectory: int) -> list[GoalLine]:
    """Return the goals of a trajectory, oldest first."""
    return GOALS.matching(reader, "number", trajectory=trajectory)


def scores(reader: "Reader", number: int) -> list[ScoreLine]:
    """Return the scores of a goal, oldest first."""
    return SCORES.matching(reader, "scored_on, created_at", goal=number)


def separate_baseline(
    start: int | None, set_on: str, figures: Sequence[tuple[str, int]]
) -> int | None:
    """Return the baseline *start*, or None where the first of *figures* is that on the same day.

    It would be shown twice then. *figures* are days, as ISO text, with their score; *set_on* is
    the day of the baseline.
    """
    is_first_score = bool(figures) and figures[0] == (set_on, start)
    return None if is_first_score else start


def links(reader: "Reader", number: int) -> list[LinkLine]:
    """Return the links of a goal: objectives, then talents, each by number."""
    return LINKS.matching(reader, "objective nulls last, talent", goal=number)


def links_of(reader: "Reader", coachee: str) -> list[LinkLine]:
    """Return the links of all goals of a person."""
    return LINKS.matching(reader, "goal, objective nulls last, talent", coachee=coachee)


def link_numbers(links: Iterable[LinkLine]) -> dict[str, list[int]]:
    """Return the numbers of the objectives and the talents in *links*, as in an input."""
    lines = list(links)
    return {
        "objectives": [line.objective for line in lines if line.objective is not None],
        "talent_numbers": [line.talent for line in lines if line.talent is not None],
    }


def lenses(reader: "Reader", number: int) -> list[str]:
    """Return the aspects of workable work that a goal is about, in their usual order."""
    lines = LENS_LINES.all(reader, "where goal = :number", number=number)
    return sort_lenses(line.lens for line in lines)


def lenses_of(reader: "Reader", coachee: str) -> list[LensLine]:
    """Return the lenses of all goals of a person, by goal."""
    return LENS_LINES.matching(reader, "goal, lens", coachee=coachee)


def sort_lenses(lenses: Iterable[str]) -> list[str]:
    """Return *lenses* in their usual order: indicators first."""
    return sorted(lenses, key=list(LENSES).index)


def may_have_lenses(reader: "Reader", person: "Person") -> bool:
    """Return whether to offer lenses: after a check-in, by a coach who does not appraise."""
    sql = "select 1 from checkins where coachee = :coachee limit 1"
    had_checkin = bool(reader.value(sql, coachee=person.handle))
    return had_checkin and not coach_appraises(reader, person.id)


def scores_of_session(reader: "Reader", number: int) -> list[ScoreLine]:
    """Return the scores given in a conversation, by goal."""
    return SCORES.matching(reader, "goal", session=number)


def score(work: "Work", number: int, figure: int, day: str) -> None:
    """Save the score of a goal on *day*.

    It replaces a score of the same day that was given outside a conversation.
    """
    save_figure(work, "goal_score", GOALS.id_of(work, number), figure, day)


_DAY_AND_FIGURE = {"goal_score": ("scored_on", "score"), "goal_level": ("rated_on", "level")}
"""The columns for the day and the figure, by table."""


def save_figure(work: "Work", table: str, goal_id: str, figure: int, day: str) -> None:
    """Save a score or level of *day* in its *table*.

    It replaces one of the same day, unless that was given in a conversation.
    """
    day_column, figure_column = _DAY_AND_FIGURE[table]
    sql = (
        f"update {table} set {figure_column} = :figure"  # noqa: S608 - names of our own
        f" where goal_id = :goal and {day_column} = :day and session_id is null"
    )
    if work.execute(sql, figure=figure, goal=goal_id, day=day).rowcount == 0:
        values = {day_column: day, figure_column: figure, "created_at": work.now}
        work.insert(table, {"goal_id": goal_id, **values})
