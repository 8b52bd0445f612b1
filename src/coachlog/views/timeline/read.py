"""The timeline: what happened when, how goals moved, what is open and what is to come.

Read from the public views in a fixed number of statements, however much there is.
"""

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.clock import local_moment
from coachlog.journal.workability.queries import in_time
from coachlog.store.connection import Reader
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

if TYPE_CHECKING:
    from coachlog.journal.workability.queries import CheckInLine

__all__ = ["EventLine", "Timeline", "events", "timeline"]

_WHO = "select handle, name, role, team, since, archived_at from coachees"
_TALKS = (
    "select number, coachee, status, starts_at, time_zone, held_on, minutes, form, method, topic,"
    " summary, options, options_by_coachee, next_at, reality_now, reality_score,"
    " (select text from answers a where a.session = sessions.number order by place limit 1)"
    " from sessions"
    " where starts_at >= :first and starts_at < :last"
)
_COMING = (
    "select number, coachee, status, starts_at, time_zone, next_at, topic from sessions"
    " where number in (select number from session where next_at >= :first"
    " union all select number from session where status = 'planned' and starts_at >= :first"
    " union all select number from session where status = 'cancelled' and starts_at >= :first)"
)
_SERVES = (
    "select group_concat(o.statement, '; ') from goal g join goal_objective l on l.goal_id = g.id"
    " join objective o on o.id = l.objective_id where g.number = goals.number"
)
_GOALS = (
    "select number, coachee, statement, target_on, baseline, target, status, set_on, closed_on,"  # noqa: S608 - parts of our own
    f" session, ({_SERVES}) from goals where set_on <= :until and "
)
_EARLIER = (
    "select e.score from goal_score e left join session m on m.id = e.session_id"
    " where e.goal_id = s.goal_id and e.scored_on <= s.scored_on and (e.scored_on < s.scored_on"
    " or coalesce(m.number, 1e18) < coalesce(n.number, 1e18))"
    " order by e.scored_on desc, coalesce(m.number, 1e18) desc limit 1"
)
"""Of one day, what was said outside a conversation counts as the last word."""
_SCORES = (
    "select g.number, c.handle, s.scored_on, s.score, n.number,"  # noqa: S608 - parts of our own
    f" coalesce(({_EARLIER}), case when g.set_on < s.scored_on then g.baseline end)"
    " from goal_score s join goal g on g.id = s.goal_id join coachee c on c.id = g.coachee_id"
    " left join session n on n.id = s.session_id"
    " where s.scored_on >= :since and s.scored_on <= :until"
)
_ACTIONS = (
    "select number, coachee, what, agreed_on, due_on, status, closed_on, session, goal,"
    " done_by from actions where agreed_on <= :until and "
)
_SEEN = (
    "select number, coachee, observed_on, fact, goal from observations"
    " where observed_on >= :since and observed_on <= :until"
)
_MOVED = "(status = 'active' or set_on >= :since or closed_on >= :since)"
_TOUCHED = "(status = 'open' or agreed_on >= :since or closed_on >= :since)"
# Where nobody is named, an index for each: SQLite would walk through all of them.
_MOVED_OF_ALL = (
    "number in (select number from goal where status = 'active'"
    " union all select number from goal where set_on >= :since"
    " union all select number from goal where closed_on >= :since)"
)
_TOUCHED_OF_ALL = (
    "number in (select number from action where status = 'open'"
    " union all select number from action where agreed_on >= :since"
    " union all select number from action where closed_on >= :since)"
)
_OF_ONE = " and coachee = :coachee"
_SCORED_OF_ONE = " and c.handle = :coachee"
_OWNER = "select coachee from goals where number = :goal"


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
    set, scored or closed or got an action. Check-ins on *workability* only where they are asked
    for. Nothing found is an empty timeline, not an error.
    """
    if goal is not None and coachee is None:
        coachee = reader.value(_OWNER, goal=goal) or ""
    period = AxisPeriod(since, until, today)
    facts = _read(reader, period, coachee, goal)
    if workability and goal is None:
        facts = facts._replace(checkins=in_time(reader, coachee, period.first(), period.last()))
    moments = _moments(facts, period)
    if goal is not None:
        moments = [moment for moment in moments if moment.touched()]
    return Timeline(
        coachee=coachee,
        since=since,
        until=until,
        ends_today=period.ends_today(),
        people=facts.people,
        moments=moments,
        goals=_courses(facts, period),
        closed=[one for one in facts.actions if one.closed_on and period.holds(one.closed_on)],
        open_actions=_open(facts.actions, today) if period.ends_today() else [],
        upcoming=_upcoming(facts, period) if period.ends_today() else [],
    )


class _Coming(NamedTuple):
    number: int
    coachee: str
    status: str
    starts_at: str
    time_zone: str
    next_at: str | None
    topic: str | None


class _Facts(NamedTuple):
    people: dict[str, TimelinePerson]
    talks: list[TimelineConversation]
    coming: list[_Coming]
    goals: list[TimelineGoal]
    scores: list[TimelineScore]
    actions: list[TimelineAction]
    observations: list[Observation]
    checkins: "list[CheckInLine]"


def _read(reader: Reader, period: AxisPeriod, coachee: str | None, goal: int | None) -> _Facts:
    one = _OF_ONE if coachee is not None else ""
    # The local day may differ from the day in UTC by one: read a day more, and compare days later.
    first = (period.since - timedelta(days=1)).isoformat() if period.since else ""
    last = (period.until + timedelta(days=2)).isoformat() if period.until else "9999-12-31"
    yesterday = (period.today - timedelta(days=1)).isoformat()
    bounds: dict[str, object] = {
        "coachee": coachee,
        "since": period.first(),
        "until": period.last(),
    }
    who = _WHO + (
        " where handle = :coachee" if coachee is not None else " order by name_sort, handle"
    )
    moved = _MOVED + one if one else _MOVED_OF_ALL
    goals = reader.rows(TimelineGoal, _GOALS + moved + " order by set_on, number", **bounds)
    scored = _SCORES + (_SCORED_OF_ONE if one else "")
    scores = reader.rows(
        TimelineScore, scored + " order by s.scored_on, g.number, n.number nulls last", **bounds
    )
    touched = _TOUCHED + one if one else _TOUCHED_OF_ALL
    actions = reader.rows(
        TimelineAction, _ACTIONS + touched + " order by agreed_on, number", **bounds
    )
    seen = reader.rows(Observation, _SEEN + one + " order by observed_on, number", **bounds)
    talks = _TALKS + one + " order by starts_at, number"
    return _Facts(
        people={
            person.handle: person for person in reader.rows(TimelinePerson, who, coachee=coachee)
        },
        talks=list(
            reader.rows(TimelineConversation, talks, coachee=coachee, first=first, last=last)
        ),
        coming=list(reader.rows(_Coming, _COMING + one, coachee=coachee, first=yesterday)),
        goals=[line for line in goals if goal in (None, line.number)],
        scores=[line for line in scores if goal in (None, line.goal)],
        actions=[line for line in actions if goal in (None, line.goal)],
        observations=[line for line in seen if goal in (None, line.goal)],
        checkins=[],
    )


def _moments(facts: _Facts, period: AxisPeriod) -> list[Moment]:
    axis = Axis(facts.talks, period)
    for goal in facts.goals:
        if at := axis.at(goal.set_on, goal.coachee, goal.session):
            at.goals_set.append(goal)
        closed_on = goal.closed_on if goal.status != "active" else None
        if closed_on and (at := axis.at(closed_on, goal.coachee)):
            at.goals_closed.append(goal)
    for score in facts.scores:
        if at := axis.at(score.scored_on, score.coachee, score.session):
            at.scores.append(score)
    for action in facts.actions:
        if at := axis.at(action.agreed_on, action.coachee, action.session):
            at.actions.append(action)
    _noted_outside(axis, facts)
    return axis.moments()


def _noted_outside(axis: Axis, facts: _Facts) -> None:
    """What is noted by its day alone: never part of a conversation."""
    for seen in facts.observations:
        if at := axis.at(seen.observed_on, seen.coachee):
            at.observations.append(seen)
    for checkin in facts.checkins:
        if at := axis.at(checkin.checked_on, checkin.coachee):
            at.checkins.append(checkin)


def _courses(facts: _Facts, period: AxisPeriod) -> list[GoalCourse]:
    scores = defaultdict(list)
    for score in facts.scores:
        if period.holds(score.scored_on):
            scores[score.goal].append(score)
    return [
        GoalCourse(goal, scores[goal.number])
        for goal in facts.goals
        if not goal.closed_on or goal.closed_on >= period.first()
    ]


def _open(actions: list[TimelineAction], today: date) -> list[TimelineAction]:
    still = [action for action in actions if action.status == "open"]
    return sorted(still, key=lambda one: (not one.overdue(today), one.due_on or "~", one.number))


def _upcoming(facts: _Facts, period: AxisPeriod) -> list[TimelineAppointment]:
    """Conversations that are planned, or were cancelled, and what the latest ones agreed.

    A conversation on that day, of whatever status, tells already what became of the agreement.
    """
    today = period.today.isoformat()
    planned = [_planned(line) for line in facts.coming if line.status in ("planned", "cancelled")]
    planned = [one for one in planned if one.status == "planned" or one.on > today]
    agreed: dict[str, TimelineAppointment] = {}
    for line in sorted(facts.coming, key=lambda line: line.starts_at):
        if line.status == "held" and line.next_at:
            agreed[line.coachee] = _agreed(line, line.next_at)
    told = {(one.coachee, one.on) for one in planned}
    told |= {(talk.coachee, talk.held_on) for talk in facts.talks}
    found = [one for one in agreed.values() if (one.coachee, one.on) not in told] + planned
    shown = [one for one in found if one.on >= today and period.holds(one.on)]
    return sorted(shown, key=lambda one: (one.starts_at, one.coachee))


def _planned(line: _Coming) -> TimelineAppointment:
    on = local_moment(line.starts_at, line.time_zone).date().isoformat()
    known = (line.starts_at, line.time_zone, line.coachee, line.number, line.topic, line.status)
    return TimelineAppointment(on, *known)


def _agreed(line: _Coming, at: str) -> TimelineAppointment:
    on = local_moment(at, line.time_zone).date().isoformat()
    return TimelineAppointment(on, at, line.time_zone, line.coachee, None, None)
