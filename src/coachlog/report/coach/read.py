"""A year of the coach in figures: nobody's name, and no text that may have one, is read."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.journal.growth.rating.queries import Courses, courses
from coachlog.schema.vocabulary import TRAJECTORY_KINDS
from coachlog.views.me.read import GrowthOfKind, growth_between

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class RoleOfYear(NamedTuple):
    """What the coach did in one role: a kind of trajectory."""

    kind: str
    people: int
    conversations: int
    minutes: int


class HoursOfUnit(NamedTuple):
    """The minutes of training of one kind of hours: core, resource or ethics."""

    unit: str
    minutes: int


class CoachYear(NamedTuple):
    """The year: with how many *people* a conversation was held, each counted once.

    Of those, *most_at_once* had an active trajectory on one and the same day.
    """

    year: int
    people: int
    most_at_once: int
    roles: list[RoleOfYear]
    without_length: int
    goals_set: int
    goals_reached: int
    growth: list[GrowthOfKind]
    units: list[HoursOfUnit]
    ratings: Courses


def read(reader: "Reader", year: int) -> CoachYear:
    """Read the figures of *year*."""
    days = {"first": f"{year:04}-01-01", "last": f"{year:04}-12-31"}
    order = list(TRAJECTORY_KINDS)
    roles = sorted(reader.rows(RoleOfYear, _ROLES, **days), key=lambda role: order.index(role.kind))
    return CoachYear(
        year=year,
        people=int(reader.value(_PEOPLE, **days)),
        most_at_once=_most_at_once(list(reader.rows(_Span, _SPANS, **days)), days["first"]),
        roles=roles,
        without_length=int(reader.value(_WITHOUT_LENGTH, **days)),
        goals_set=int(reader.value(_OWN_GOALS + _WITHIN.format("set_on"), **days)),
        goals_reached=int(
            reader.value(
                _OWN_GOALS + " and status = 'achieved'" + _WITHIN.format("closed_on"), **days
            )
        ),
        growth=growth_between(reader, **days),
        units=list(reader.rows(HoursOfUnit, _UNITS, **days)),
        ratings=courses(reader, until=days["last"]),
    )


_HELD = (
    " from (select s.coachee_id as person, t.kind, s.minutes from session s"
    " join trajectory t on t.id = s.trajectory_id join coachee c on c.id = s.coachee_id"
    " where s.status = 'held' and s.held_on >= :first and s.held_on <= :last"
    " and c.is_self is not 1 and t.kind <> 'own'"
    # People who were erased, whose talks are still counted.
    " union all select person, kind, minutes from nameless_talk"
    " where held_on >= :first and held_on <= :last)"
)
_ROLES = (
    f"select kind, count(distinct person), count(*), coalesce(sum(minutes), 0){_HELD} group by kind"
)
_PEOPLE = f"select count(distinct person){_HELD}"
_WITHOUT_LENGTH = f"select count(*){_HELD} where minutes is null"
_OWN_GOALS = (
    "select count(*) from goal where coachee_id = (select id from coachee where is_self = 1)"
)
_WITHIN = " and {0} >= :first and {0} <= :last"
_UNITS = (
    "select unit, coalesce(sum(minutes), 0) from growth"
    " where unit is not null and done_on >= :first and done_on <= :last group by unit"
    " order by case unit when 'core' then 0 when 'resource' then 1 else 2 end"
)
_SPANS = (
    "select t.coachee_id, t.starts_on, coalesce(t.closed_on, '9999-12-31') from trajectory t"
    " join coachee c on c.id = t.coachee_id"
    " where t.starts_on <= :last and coalesce(t.closed_on, '9999-12-31') >= :first"
    " and c.is_self is not 1 and t.kind <> 'own'"
    " and exists (select 1 from session s where s.coachee_id = c.id and s.status = 'held'"
    " and s.held_on >= :first and s.held_on <= :last)"
)
"""The trajectories of the people who are counted: with others no conversation was held."""


class _Span(NamedTuple):
    coachee: str
    starts_on: str
    closed_on: str


def _most_at_once(spans: list[_Span], first: str) -> int:
    """Return with how many people there was a trajectory on the fullest day from *first* on."""
    begin_days = {max(span.starts_on, first) for span in spans}
    return max(
        (
            len({span.coachee for span in spans if span.starts_on <= day <= span.closed_on})
            for day in begin_days
        ),
        default=0,
    )
