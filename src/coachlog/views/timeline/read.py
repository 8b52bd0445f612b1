"""Reading the timeline: what happened when, how goals moved, what is open and what is to come.

Read from the public views in a fixed number of statements, however much there is.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from coachlog.base.clock import local_moment
from coachlog.journal.referral.queries import REFERRALS
from coachlog.journal.workability.queries import in_time
from coachlog.store.connection import Reader
from coachlog.views.timeline import milestones, statements
from coachlog.views.timeline.axis import Axis, AxisPeriod
from coachlog.views.timeline.events import EventLine, events
from coachlog.views.timeline.lines import (
    GoalCourse,
    Moment,
    Observation,
    Timeline,
    TimelineAction,
    TimelineAppointment,
    TimelineConversation,
    TimelineGoal,
    TimelinePerson,
    TimelineScore,
)
from coachlog.views.timeline.milestones import Milestone

if TYPE_CHECKING:
    from coachlog.journal.referral.queries import ReferralLine
    from coachlog.journal.workability.queries import CheckInLine

__all__ = ["EventLine", "Timeline", "events", "timeline"]


def timeline(
    reader: Reader,
    today: date,
    coachee: str | None = None,
    since: date | None = None,
    until: date | None = None,
    goal: int | None = None,
    workability: bool = False,
) -> Timeline:
    """Read the timeline of *coachee* (a handle), or of everyone, from *since* until *until*.

    Both days are included. With *goal*, only that goal, and the conversations in which it was
    set, scored or closed or got an action. With *workability*, check-ins too. Without any record
    the timeline is empty.
    """
    if goal is not None and coachee is None:
        # "" is the handle of nobody: the timeline of an unknown goal is empty.
        coachee = reader.value(statements.PERSON_OF_GOAL, goal=goal) or ""
    period = AxisPeriod(since, until, today)
    records = _read(reader, period, coachee, goal)
    if coachee is None:
        records = _of_people(records)
    if workability and goal is None:
        records = records._replace(checkins=in_time(reader, coachee, period.first(), period.last()))
    moments = _moments(records, period)
    if goal is not None:
        moments = [moment for moment in moments if moment.has_changes()]
    includes_today = period.includes_today()
    return Timeline(
        coachee=coachee,
        since=since,
        until=until,
        ends_today=includes_today,
        people=records.people,
        moments=moments,
        goals=_goal_courses(records, period),
        closed_actions=_closed_actions(records.actions, period),
        open_actions=_open_actions(records.actions, today) if includes_today else [],
        upcoming=_upcoming(records, period) if includes_today else [],
    )


class _AppointmentRow(NamedTuple):
    """A conversation that is itself an appointment, or that agreed on one (*next_at*)."""

    number: int
    coachee: str
    status: str
    starts_at: str
    time_zone: str
    next_at: str | None
    topic: str | None


class _Records(NamedTuple):
    """What was read for a timeline; *people* are by handle."""

    people: dict[str, TimelinePerson]
    talks: list[TimelineConversation]
    appointments: list[_AppointmentRow]
    goals: list[TimelineGoal]
    scores: list[TimelineScore]
    actions: list[TimelineAction]
    observations: list[Observation]
    checkins: "list[CheckInLine]"
    referrals: "list[ReferralLine]"
    milestones: list[Milestone]


def _read(reader: Reader, period: AxisPeriod, coachee: str | None, goal: int | None) -> _Records:
    """Read the records of one *coachee* or of everybody, and of one *goal* or of all."""
    # The local day may differ from the day in UTC by one: read a day more, and compare days later.
    first = (period.since - timedelta(days=1)).isoformat() if period.since else ""
    last = (period.until + timedelta(days=2)).isoformat() if period.until else "9999-12-31"
    days = {"since": period.first(), "until": period.last()}
    conditions = statements.OF_ALL if coachee is None else statements.OF_PERSON
    of_person = conditions.records
    people = reader.rows(TimelinePerson, statements.PEOPLE + conditions.people, coachee=coachee)
    sql = statements.TALKS + of_person + " order by starts_at, number"
    talks = reader.rows(TimelineConversation, sql, coachee=coachee, first=first, last=last)
    yesterday = (period.today - timedelta(days=1)).isoformat()
    sql = statements.APPOINTMENTS + of_person
    appointments = reader.rows(_AppointmentRow, sql, coachee=coachee, first=yesterday)
    sql = statements.GOALS + conditions.goals + " order by set_on, number"
    goals = reader.rows(TimelineGoal, sql, coachee=coachee, **days)
    order = " order by s.scored_on, g.number, n.number nulls last"
    sql = statements.SCORES + conditions.scores + order
    scores = reader.rows(TimelineScore, sql, coachee=coachee, **days)
    sql = statements.ACTIONS + conditions.actions + " order by agreed_on, number"
    actions = reader.rows(TimelineAction, sql, coachee=coachee, **days)
    sql = statements.OBSERVATIONS + of_person + " order by observed_on, number"
    observations = reader.rows(Observation, sql, coachee=coachee, **days)
    referrals = []
    if goal is None:
        sql = f"{statements.REFERRALS}{of_person} order by referred_on, number"
        referrals = REFERRALS.all(reader, sql, coachee=coachee, **days)
    return _Records(
        people={person.handle: person for person in people},
        talks=list(talks),
        appointments=list(appointments),
        goals=[line for line in goals if goal in (None, line.number)],
        scores=[line for line in scores if goal in (None, line.goal)],
        actions=[line for line in actions if goal in (None, line.goal)],
        observations=[line for line in observations if goal in (None, line.goal)],
        checkins=[],
        referrals=referrals,
        milestones=[] if goal else milestones.read(reader, coachee, **days),
    )


def _of_people(records: _Records) -> _Records:
    """Return the *records* of the people in it: the coach is not one of everybody."""
    lists: Sequence[list[Any]] = records[1:]
    others = [[line for line in lines if line.coachee in records.people] for lines in lists]
    return _Records._make([records.people, *others])


def _moments(records: _Records, period: AxisPeriod) -> list[Moment]:
    """Put each record at its moment on the axis; one outside *period* is left out."""
    axis = Axis(records.talks, period)
    for goal in records.goals:
        if moment := axis.moment_for(goal.set_on, goal.coachee, goal.session):
            moment.goals_set.append(goal)
        closed_on = goal.closed_on if goal.status != "active" else None
        if closed_on and (moment := axis.moment_for(closed_on, goal.coachee)):
            moment.goals_closed.append(goal)
    for score in records.scores:
        if moment := axis.moment_for(score.scored_on, score.coachee, score.session):
            moment.scores.append(score)
    for action in records.actions:
        if moment := axis.moment_for(action.agreed_on, action.coachee, action.session):
            moment.actions.append(action)
    _add_records_without_session(axis, records)
    return axis.moments()


def _add_records_without_session(axis: Axis, records: _Records) -> None:
    """Put on *axis*, by its day, what is in no conversation."""
    for name, day_field in _DAY_FIELDS.items():
        for record in getattr(records, name):
            if moment := axis.moment_for(getattr(record, day_field), record.coachee):
                getattr(moment, name).append(record)


_DAY_FIELDS = {
    "observations": "observed_on",
    "checkins": "checked_on",
    "referrals": "referred_on",
    "milestones": "on",
}
"""The day of records outside conversations, by the name that they have in _Records and Moment."""


def _goal_courses(records: _Records, period: AxisPeriod) -> list[GoalCourse]:
    """Return the goals that were not closed before *period*, with their scores in it."""
    scores_by_goal = defaultdict(list)
    for score in records.scores:
        if period.contains(score.scored_on):
            scores_by_goal[score.goal].append(score)
    return [
        GoalCourse(goal, scores_by_goal[goal.number])
        for goal in records.goals
        if not goal.closed_on or goal.closed_on >= period.first()
    ]


def _closed_actions(actions: list[TimelineAction], period: AxisPeriod) -> list[TimelineAction]:
    return [line for line in actions if line.closed_on and period.contains(line.closed_on)]


def _open_actions(actions: list[TimelineAction], today: date) -> list[TimelineAction]:
    """Return the open actions: overdue ones first, then by due day, those without one last."""

    def sort_key(action: TimelineAction) -> tuple[bool, str, int]:
        due_on = action.due_on or "~"  # sorts after every day
        return not action.overdue(today), due_on, action.number

    return sorted((action for action in actions if action.status == "open"), key=sort_key)


def _upcoming(records: _Records, period: AxisPeriod) -> list[TimelineAppointment]:
    """Return planned conversations, cancelled ones of later days, and agreed appointments, by time.

    The appointment that the latest conversation with a person agreed on is left out if there is a
    conversation on that day, whatever its status: it tells already what became of the agreement.
    """
    today = period.today.isoformat()
    sessions = [_planned_talk(row) for row in records.appointments if row.status != "held"]
    sessions = [talk for talk in sessions if talk.status == "planned" or talk.on > today]
    days_with_session = {(talk.coachee, talk.on) for talk in sessions}
    days_with_session |= {(talk.coachee, talk.held_on) for talk in records.talks}
    agreed_by_person: dict[str, TimelineAppointment] = {}
    for row in sorted(records.appointments, key=lambda row: row.starts_at):
        if row.status == "held" and row.next_at:
            agreed_by_person[row.coachee] = _agreed_talk(row, row.next_at)
    agreed = [
        talk
        for talk in agreed_by_person.values()
        if (talk.coachee, talk.on) not in days_with_session
    ]
    upcoming = [
        talk for talk in (*agreed, *sessions) if talk.on >= today and period.contains(talk.on)
    ]
    return sorted(upcoming, key=lambda talk: (talk.starts_at, talk.coachee))


def _planned_talk(row: _AppointmentRow) -> TimelineAppointment:
    on = local_moment(row.starts_at, row.time_zone).date().isoformat()
    values = (row.starts_at, row.time_zone, row.coachee, row.number, row.topic, row.status)
    return TimelineAppointment(on, *values)


def _agreed_talk(row: _AppointmentRow, next_at: str) -> TimelineAppointment:
    on = local_moment(next_at, row.time_zone).date().isoformat()
    return TimelineAppointment(on, next_at, row.time_zone, row.coachee, None, None)
