"""What matters today: appointments, what is past its day, who was not seen, what is unfinished.

Read in a fixed number of statements, each of which an index keeps as short as what it finds.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.clock import instant, zone
from coachlog.journal.objective.queries import REACHED
from coachlog.journal.session.appointment.upcoming import (
    LISTED,
    UpcomingTalk,
    agreed_since,
)
from coachlog.store.unfinished import Unfinished, unfinished

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

FEW = 3
"""So many objectives: they change slowly, and are told for a while."""

SOON = 30
"""So many days before its end, the period of an objective ends soon."""


class Waiting(NamedTuple):
    """An open action; *done_by* is empty for the person coached."""

    number: int
    handle: str
    name: str
    what: str
    due_on: str | None
    done_by: str | None

    def overdue(self, today: date) -> bool:
        """Whether its day has passed."""
        return self.due_on is not None and self.due_on < today.isoformat()


class Unseen(NamedTuple):
    """Somebody not seen for longer than the rhythm agreed; *since_on* is the last conversation."""

    handle: str
    name: str
    since_on: str
    rhythm_days: int


class Kept(NamedTuple):
    """Somebody whose notes were to be kept until a day that has passed."""

    handle: str
    name: str
    retention_on: str


class ObjectiveNote(NamedTuple):
    """An active goal that is where it was to be, or whose day has passed without."""

    number: int
    handle: str
    name: str
    statement: str
    target_on: str | None
    target: int | None
    score: int | None
    at_target: int


class TodayClosing(NamedTuple):
    """An active trajectory, and the day on which its closing conversation was held."""

    number: int
    handle: str
    name: str
    held_on: str


class TodayScope(NamedTuple):
    """An objective whose period ends soon, or is over, or that nobody works or worked on.

    *reached* are the goals that were reached for it.
    """

    number: int
    statement: str
    ends_on: str | None
    active_goals: int
    reached: int


class Today(NamedTuple):
    """How things stand. *passed* are planned conversations of earlier days, latest first.

    What the coach *promised* is not among what is *overdue*, late or not.
    """

    empty: bool
    appointments: list[UpcomingTalk]
    passed: list[UpcomingTalk]
    promised: list[Waiting]
    overdue: list[Waiting]
    overdue_count: int
    unseen: list[Unseen]
    unfinished: list[Unfinished]
    goals: list[ObjectiveNote]
    closing: list[TodayClosing]
    retention: list[Kept]
    latest: str | None
    objectives: list[TodayScope]


def read(reader: "Reader", now: datetime, zone_name: str) -> Today:
    """How things stand at *now* for a coach in *zone_name*."""
    local = now.astimezone(zone(zone_name))
    midnight = instant(local.replace(hour=0, minute=0, second=0, microsecond=0))
    today = local.date()
    soon = today + timedelta(days=SOON)
    planned = list(reader.rows(UpcomingTalk, _PLANNED, since=midnight, most=LISTED))
    appointments = _with_agreed(reader, planned, midnight)
    closing = list(reader.rows(TodayClosing, _CLOSING))
    expected = {one.handle for one in appointments} | {each.handle for each in closing}
    overdue = reader.rows(Waiting, _OVERDUE, today=today.isoformat(), most=LISTED)
    return Today(
        empty=not reader.value("select exists (select 1 from session)"),
        appointments=appointments,
        passed=list(reader.rows(UpcomingTalk, _PASSED, since=midnight, most=LISTED)),
        promised=list(reader.rows(Waiting, _PROMISED, most=LISTED)),
        overdue=list(overdue),
        overdue_count=int(reader.value(_OVERDUE_COUNT, today=today.isoformat())),
        unseen=list(_unseen(reader, today, expected)),
        goals=_standing(reader, today),
        closing=closing[:LISTED],
        unfinished=unfinished(reader),
        retention=list(reader.rows(Kept, _RETENTION, today=today.isoformat(), most=LISTED)),
        latest=reader.value(_LATEST),
        objectives=list(reader.rows(TodayScope, _OBJECTIVES, soon=soon.isoformat(), most=FEW)),
    )


_PLANNED_OF = (
    "select s.number, c.handle, c.name, s.starts_at, s.time_zone, s.topic"
    " from session s join coachee c on c.id = s.coachee_id where s.status = 'planned' and"
)
_PLANNED = _PLANNED_OF + " s.starts_at >= :since order by s.starts_at, s.number limit :most"
_PASSED = _PLANNED_OF + " s.starts_at < :since order by s.starts_at desc limit :most"
_LATE = (
    " from action a join coachee c on c.id = a.coachee_id"
    " where a.status = 'open' and a.due_on < :today and c.archived_at is null"
    " and a.done_by is not 'coach'"
)
_PROMISED = (
    "select a.number, c.handle, c.name, a.what, a.due_on, a.done_by"
    " from action a indexed by action_of_coach join coachee c on c.id = a.coachee_id"
    " where a.status = 'open' and a.done_by = 'coach' and c.archived_at is null"
    " order by a.due_on is null, a.due_on, a.number limit :most"
)
_OVERDUE = (
    "select a.number, c.handle, c.name, a.what, a.due_on, a.done_by"
    + _LATE
    + " order by a.due_on, a.number limit :most"
)
_OVERDUE_COUNT = "select count(*)" + _LATE
_RHYTHMS = (
    "select c.handle, c.name, max(t.starts_on, coalesce(substr(k.last_session_at, 1, 10), '')),"
    " t.rhythm_days from trajectory t join coachee c on c.id = t.coachee_id"
    " left join tally_coachee k on k.coachee_id = c.id"
    " where t.status = 'active' and t.rhythm_days is not null and c.archived_at is null"
    " order by t.number"
)
_RETENTION = (
    "select handle, name, retention_on from coachee where retention_on < :today"
    " order by retention_on, handle limit :most"
)
_OBJECTIVES = (
    "select v.number, v.statement, v.ends_on, v.active_goals,"  # noqa: S608 - words of our own
    f" ({REACHED}) as reached from objectives v join objective o on o.number = v.number"
    " where v.status = 'active'"
    " and (v.ends_on <= :soon or (v.active_goals = 0 and reached = 0))"
    " order by v.ends_on is null, v.ends_on, v.number limit :most"
)
_LATEST = (
    "select c.handle from session s join coachee c on c.id = s.coachee_id"
    " order by s.starts_at desc limit 1"
)


_GOAL = (
    "select g.number, c.handle, c.name, g.statement, g.target_on, g.target, (select s.score"
    " from goal_score s where s.goal_id = g.id"
    " order by s.scored_on desc, s.created_at desc, s.id desc limit 1), k.at_target"
)
_AT_TARGET = (
    f"{_GOAL} from tally_goal k cross join goal g on g.id = k.goal_id"
    " join coachee c on c.id = g.coachee_id"
    " where k.at_target = 1 and c.archived_at is null order by k.goal_id desc limit :most"
)
_GONE_BY = (
    f"{_GOAL} from goal g cross join tally_goal k on k.goal_id = g.id"
    " join coachee c on c.id = g.coachee_id"
    " where g.status = 'active' and g.target_on < :today and k.at_target = 0"
    " and c.archived_at is null order by g.target_on desc, g.number limit :most"
)
# After its closing conversation, and as long as no other one followed.
_CLOSING = (
    "select t.number, c.handle, c.name, s.held_on from session s indexed by session_closing"
    " cross join trajectory t on t.id = s.trajectory_id join coachee c on c.id = t.coachee_id"
    " where s.method = 'closing' and s.status = 'held' and t.status = 'active'"
    " and c.archived_at is null and not exists (select 1 from session x"
    " where x.trajectory_id = t.id and x.status = 'held' and x.starts_at > s.starts_at)"
    " order by s.held_on desc, t.number"
)


def _standing(reader: "Reader", today: date) -> list[ObjectiveNote]:
    """Goals that could be closed, and those whose day has passed, the latest first."""
    there = reader.rows(ObjectiveNote, _AT_TARGET, most=LISTED)
    over = reader.rows(ObjectiveNote, _GONE_BY, today=today.isoformat(), most=LISTED)
    return [*there, *over][:LISTED]


def ahead(reader: "Reader", now: datetime, zone_name: str) -> list[UpcomingTalk]:
    """The appointments from *now* on, the soonest first; those of earlier today where that is all.

    A conversation that has just begun may still be prepared.
    """
    local = now.astimezone(zone(zone_name)).replace(hour=0, minute=0, second=0, microsecond=0)
    midnight = instant(local)
    planned = list(reader.rows(UpcomingTalk, _PLANNED, since=midnight, most=LISTED))
    found = _with_agreed(reader, planned, midnight)
    return [one for one in found if one.at >= instant(now)] or found


def _with_agreed(reader: "Reader", planned: list[UpcomingTalk], since: str) -> list[UpcomingTalk]:
    found = sorted([*planned, *agreed_since(reader, since)], key=lambda one: (one.at, one.handle))
    return found[:LISTED]


def _unseen(reader: "Reader", today: date, expected: set[str]) -> Iterator[Unseen]:
    """Who is longer ago than agreed and has no appointment ahead, longest over the rhythm first."""
    latest = {one.handle: one for one in reader.rows(Unseen, _RHYTHMS)}
    over = [
        (_days(one, today) - one.rhythm_days, one)
        for one in latest.values()
        if one.handle not in expected and _days(one, today) > one.rhythm_days
    ]
    yield from (one for _over, one in sorted(over, key=lambda each: -each[0])[:LISTED])


def _days(one: Unseen, today: date) -> int:
    return (today - date.fromisoformat(one.since_on)) // timedelta(days=1)
