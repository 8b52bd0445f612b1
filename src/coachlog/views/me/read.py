"""What the coach's own page shows: roles, own goals, growth, figures and promises."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from coachlog.display.page import Section
from coachlog.journal.coachee.lookup import self_or_none
from coachlog.journal.goal.queries import SCORES, GoalLine, active
from coachlog.journal.growth.rating.queries import Courses, courses
from coachlog.schema.growth import GROWTH_KINDS
from coachlog.schema.vocabulary import TRAJECTORY_KINDS
from coachlog.store.connection import Reader


class RolePerson(NamedTuple):
    """Somebody with whom the coach has an active trajectory of a *kind*."""

    kind: str
    handle: str
    name: str


class GrowthOfKind(NamedTuple):
    """How often the coach learned in one way, and how many minutes in total."""

    kind: str
    times: int
    minutes: int


class Promise(NamedTuple):
    """An open action of the coach; *name* is the person it is for, *is_own* 1 for an own goal."""

    number: int
    handle: str
    name: str
    what: str
    due_on: str | None
    is_own: int


class OwnGoal(NamedTuple):
    """An active goal of the coach, and its figures, oldest first."""

    goal: GoalLine
    figures: Sequence[int]


class MoreAboutMe(NamedTuple):
    """A section that another noun adds, such as networks; and the same *data* for JSON by *key*."""

    key: str
    data: object
    section: Section


class Me(NamedTuple):
    """The coach's own page of a day; *people* and *growth* are in the usual order of kinds."""

    people: list[RolePerson]
    goals: list[OwnGoal]
    growth: list[GrowthOfKind]
    ratings: Courses
    promises: list[Promise]


def read(reader: Reader, today: date) -> Me:
    """Read the coach's own page of *today*; growth is that of this year."""
    year_begin = f"{today.year:04}-01-01"
    return Me(
        people=_people(reader),
        goals=_goals(reader),
        growth=growth_between(reader, year_begin, today.isoformat()),
        ratings=courses(reader),
        promises=list(reader.rows(Promise, _PROMISES)),
    )


def growth_between(reader: Reader, first: str, last: str) -> list[GrowthOfKind]:
    """Return what the coach learned from the day *first* until *last*, by kind."""
    order = list(GROWTH_KINDS)
    found = reader.rows(GrowthOfKind, _GROWTH, first=first, last=last)
    return sorted(found, key=lambda growth: order.index(growth.kind))


_PEOPLE = (
    "select distinct t.kind, c.handle, c.name from trajectory t"
    " join coachee c on c.id = t.coachee_id"
    " where t.status = 'active' and c.archived_at is null and c.is_self is not 1"
    " order by c.name_sort, c.handle"
)
_GROWTH = (
    "select kind, count(*), coalesce(sum(minutes), 0) from growth"
    " where done_on >= :first and done_on <= :last group by kind"
)
_PROMISES = (
    "select a.number, c.handle, c.name, a.what, a.due_on, coalesce(c.is_self, 0)"
    " from action a join coachee c on c.id = a.coachee_id"
    " where a.status = 'open' and c.archived_at is null and a.id in ("
    "select id from action indexed by action_of_coach where status = 'open' and done_by = 'coach'"
    " union select id from action where status = 'open'"
    " and coachee_id = (select id from coachee where is_self = 1))"
    " order by a.due_on is null, a.due_on, a.number"
)


def _people(reader: Reader) -> list[RolePerson]:
    order = list(TRAJECTORY_KINDS)
    people = reader.rows(RolePerson, _PEOPLE)
    return sorted(people, key=lambda person: order.index(person.kind))


def _goals(reader: Reader) -> list[OwnGoal]:
    """Return the active goals of the coach, oldest first."""
    coach = self_or_none(reader)
    if coach is None:
        return []
    scores = SCORES.all(
        reader, "where coachee = :coachee order by scored_on, created_at", coachee=coach.handle
    )
    return [
        OwnGoal(goal, _figures(goal, [line.score for line in scores if line.goal == goal.number]))
        for goal in active(reader, coach.handle)
    ]


def _figures(goal: GoalLine, scores: list[int]) -> list[int]:
    begins_with_baseline = goal.baseline is None or scores[:1] == [goal.baseline]
    return scores if begins_with_baseline else [goal.baseline or 0, *scores]
