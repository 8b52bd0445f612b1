"""What matters today: appointments, what is overdue, who was not seen, what is unfinished.

Read in a fixed number of statements; indexes keep each as fast as its result is short.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from coachlog.base.clock import instant, zone
from coachlog.journal.objective.queries import REACHED
from coachlog.journal.session.appointment.upcoming import LISTED, UpcomingTalk, agreed_since
from coachlog.store.connection import Reader
from coachlog.store.unfinished import Unfinished, unfinished
from coachlog.views.today import newcomers, requests
from coachlog.views.today.contacts import TodayContact, waiting_contacts
from coachlog.views.today.hours import HoursWarning
from coachlog.views.today.networks import TodayNetwork, waiting_networks
from coachlog.views.today.newcomers import TodayNewcomer
from coachlog.views.today.requests import TodayRequest

OBJECTIVES_LISTED = 3
"""Objectives shown at most: they change slowly, so each is shown for a long time."""

SOON = 30
"""Days before the end of the period of an objective from which on it is shown."""


class TodayAction(NamedTuple):
    """An open action; *done_by* is empty for the person coached."""

    number: int
    handle: str
    name: str
    what: str
    due_on: str | None
    done_by: str | None

    def overdue(self, today: date) -> bool:
        """Whether it has a due day, and that is before *today*."""
        return self.due_on is not None and self.due_on < today.isoformat()


class UnseenPerson(NamedTuple):
    """A person not seen for longer than the agreed rhythm; *since_on* is the last conversation.

    Without a conversation *since_on* is the start of the trajectory.
    """

    handle: str
    name: str
    since_on: str
    rhythm_days: int


class ExpiredRetention(NamedTuple):
    """A person whose notes were to be kept until *retention_on*, which has passed."""

    handle: str
    name: str
    retention_on: str


class TodayGoal(NamedTuple):
    """An active goal that is at its target (*at_target* is 1), or whose day has passed (0)."""

    number: int
    handle: str
    name: str
    statement: str
    target_on: str | None
    target: int | None
    score: int | None
    at_target: int


class TodayTrajectory(NamedTuple):
    """An active trajectory, and the day on which its closing conversation was held."""

    number: int
    handle: str
    name: str
    held_on: str


class TodayObjective(NamedTuple):
    """An active objective whose period has ended or ends soon, or that no goal serves or served.

    *active_goals* and *reached* count the goals that serve it and those that were reached for it.
    """

    number: int
    statement: str
    ends_on: str | None
    active_goals: int
    reached: int


class LateCopy(NamedTuple):
    """A second place for backups to which no copy came for so many days."""

    place: str
    days: int


class Today(NamedTuple):
    """What the page of today shows.

    *empty* tells whether the journal has no conversation. *passed* are planned conversations of
    earlier days, latest first. *promised* are the open actions of the coach, which *overdue* and
    *overdue_count* leave out. *latest* is the handle of the person of the latest conversation.
    *hours* is what is due for a credential, *late_copy* a copy of the backups that is.
    *erase_in* are places with copies in which something is still to be erased.
    """

    empty: bool
    appointments: list[UpcomingTalk]
    passed: list[UpcomingTalk]
    promised: list[TodayAction]
    overdue: list[TodayAction]
    overdue_count: int
    unseen: list[UnseenPerson]
    unfinished: list[Unfinished]
    goals: list[TodayGoal]
    closing: list[TodayTrajectory]
    retention: list[ExpiredRetention]
    latest: str | None
    objectives: list[TodayObjective]
    contacts: list[TodayContact]
    newcomers: list[TodayNewcomer]
    networks: list[TodayNetwork]
    requests: list[TodayRequest]
    hours: Sequence[HoursWarning] = ()
    late_copy: LateCopy | None = None
    erase_in: Sequence[str] = ()


def read(reader: Reader, now: datetime, zone_name: str) -> Today:
    """Read what matters on the day of *now* to a coach in the time zone *zone_name*."""
    today = now.astimezone(zone(zone_name)).date()
    midnight = _last_midnight(now, zone_name)
    soon = today + timedelta(days=SOON)
    appointments = _appointments_since(reader, midnight)
    closing = list(reader.rows(TodayTrajectory, _CLOSING))
    # Nobody has to be reminded of these people: they are seen soon, or will not be seen again.
    excused = {talk.handle for talk in appointments} | {line.handle for line in closing}
    return Today(
        empty=not reader.value("select exists (select 1 from session)"),
        appointments=appointments,
        passed=list(reader.rows(UpcomingTalk, _PASSED, since=midnight, most=LISTED)),
        promised=list(reader.rows(TodayAction, _PROMISED, most=LISTED)),
        overdue=list(reader.rows(TodayAction, _OVERDUE, today=today.isoformat(), most=LISTED)),
        overdue_count=int(reader.value(_OVERDUE_COUNT, today=today.isoformat())),
        unseen=_unseen(reader, today, excused),
        goals=_goals(reader, today),
        closing=closing[:LISTED],
        unfinished=unfinished(reader),
        retention=list(
            reader.rows(ExpiredRetention, _RETENTION, today=today.isoformat(), most=LISTED)
        ),
        latest=reader.value(_LATEST),
        objectives=list(
            reader.rows(TodayObjective, _OBJECTIVES, soon=soon.isoformat(), most=OBJECTIVES_LISTED)
        ),
        contacts=waiting_contacts(reader, today),
        newcomers=newcomers.read(reader, today),
        networks=waiting_networks(reader, today),
        requests=requests.read(reader),
    )


_PLANNED_OF = (
    "select s.number, c.handle, c.name, s.starts_at, s.time_zone, iif(s.discreet, null, s.topic)"
    " from session s join coachee c on c.id = s.coachee_id where s.status = 'planned' and"
)
_PLANNED = _PLANNED_OF + " s.starts_at >= :since order by s.starts_at, s.number limit :most"
_PASSED = _PLANNED_OF + " s.starts_at < :since order by s.starts_at desc limit :most"
_FROM_OVERDUE = (
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
    + _FROM_OVERDUE
    + " order by a.due_on, a.number limit :most"
)
_OVERDUE_COUNT = "select count(*)" + _FROM_OVERDUE
_RHYTHMS = (
    "select c.handle, c.name, max(t.starts_on, coalesce(substr(k.last_session_at, 1, 10), '')),"
    " t.rhythm_days from trajectory t join coachee c on c.id = t.coachee_id"
    " left join tally_coachee k on k.coachee_id = c.id"
    " where t.status = 'active' and t.rhythm_days is not null and c.archived_at is null"
    # Who withdrew the consent to talk, and gave no other, is not missed.
    " and c.is_self is not 1 and not exists (select 1 from consent n where n.coachee_id = c.id"
    " and n.about = 'talks' group by n.about having max(n.withdrawn_on is null) = 0)"
    " order by t.number"
)
_RETENTION = (
    "select handle, name, retention_on from coachee where retention_on < :today"
    " and is_self is not 1"
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
    " where c.is_self is not 1 order by s.starts_at desc limit 1"
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
_PAST_DUE = (
    f"{_GOAL} from goal g cross join tally_goal k on k.goal_id = g.id"
    " join coachee c on c.id = g.coachee_id"
    " where g.status = 'active' and g.target_on < :today and k.at_target = 0"
    " and c.archived_at is null order by g.target_on desc, g.number limit :most"
)
# Trajectories after their closing conversation, as long as no other conversation followed.
_CLOSING = (
    "select t.number, c.handle, c.name, s.held_on from session s indexed by session_closing"
    " cross join trajectory t on t.id = s.trajectory_id join coachee c on c.id = t.coachee_id"
    " where s.method = 'closing' and s.status = 'held' and t.status = 'active'"
    " and c.archived_at is null and not exists (select 1 from session x"
    " where x.trajectory_id = t.id and x.status = 'held' and x.starts_at > s.starts_at)"
    " order by s.held_on desc, t.number"
)


def _goals(reader: Reader, today: date) -> list[TodayGoal]:
    """Return goals at their target, then those whose day has passed, each the latest first."""
    at_target = reader.rows(TodayGoal, _AT_TARGET, most=LISTED)
    past_due = reader.rows(TodayGoal, _PAST_DUE, today=today.isoformat(), most=LISTED)
    return [*at_target, *past_due][:LISTED]


def appointments_ahead(reader: Reader, now: datetime, zone_name: str) -> list[UpcomingTalk]:
    """Return the appointments from *now* on, soonest first, or those of earlier today if none.

    A conversation that has just begun may still be prepared.
    """
    appointments = _appointments_since(reader, _last_midnight(now, zone_name))
    return [talk for talk in appointments if talk.at >= instant(now)] or appointments


def _last_midnight(now: datetime, zone_name: str) -> str:
    """Return the instant at which the day of *now* began in the time zone *zone_name*."""
    local = now.astimezone(zone(zone_name))
    return instant(local.replace(hour=0, minute=0, second=0, microsecond=0))


def _appointments_since(reader: Reader, since: str) -> list[UpcomingTalk]:
    """Return conversations planned or agreed on from the instant *since* on, soonest first."""
    planned = reader.rows(UpcomingTalk, _PLANNED, since=since, most=LISTED)
    talks = [*planned, *agreed_since(reader, since)]
    return sorted(talks, key=lambda talk: (talk.at, talk.handle))[:LISTED]


def _unseen(reader: Reader, today: date, excused: set[str]) -> list[UnseenPerson]:
    """Return people not seen for longer than agreed, those overdue for most days first.

    People whose handle is among the *excused* are left out.
    """
    # Of a person with several active trajectories, the latest counts: its row comes last.
    people = {person.handle: person for person in reader.rows(UnseenPerson, _RHYTHMS)}

    def days_overdue(person: UnseenPerson) -> int:
        return (today - date.fromisoformat(person.since_on)).days - person.rhythm_days

    unseen = [
        person
        for person in people.values()
        if person.handle not in excused and days_overdue(person) > 0
    ]
    return sorted(unseen, key=days_overdue, reverse=True)[:LISTED]
