"""A timeline as flat events, for `--json`, `--csv` and plain text."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from coachlog.views.timeline.lines import (
    Moment,
    Observation,
    Timeline,
    TimelineAction,
    TimelineAppointment,
    TimelineGoal,
    TimelineScore,
)
from coachlog.views.timeline.milestones import Milestone

if TYPE_CHECKING:
    from coachlog.journal.referral.queries import ReferralLine
    from coachlog.journal.workability.queries import CheckInLine

_KINDS_IN_ORDER = (
    "conversation",
    "goal_set",
    "score",
    "goal_reached",
    "goal_dropped",
    "action_agreed",
    "action_closed",
    "observation",
    "check_in",
    "referral",
    "charter_signed",
    "checklist",
)


class EventLine(NamedTuple):
    """One event, as `timeline --json` and `--csv` give it.

    on       the local day; of an appointment or a planned conversation the day it will be on
    at       the instant, in UTC, of a conversation, an appointment or a planned one
    coachee  the handle
    kind     conversation, goal_set, score, goal_reached, goal_dropped, action_agreed,
             action_closed, observation, check_in, referral, charter_signed, checklist, appointment
             or planned
    number   of the conversation, the goal (also for a score), the action, the observation, the
             check-in, the referral, or the trajectory of a charter or a checklist
    text     the topic (or else the summary, the reality, the first answer), the statement of the
             goal, what was agreed, what was seen, figures by lens, or who may help
    value    conversation: its status; goal_set: the target; score: the score; action_agreed: the
             day it is due; action_closed: done, partly or dropped; checklist: how many items were
             noted; otherwise empty
    session  the number of the conversation in which it happened, if it was in one
    serves   goal_set: the objectives that the goal serves; otherwise empty
    done_by  action_agreed and action_closed: who does it; empty for the person coached
    """

    on: str
    at: str | None
    coachee: str
    kind: str
    number: int | None
    text: str | None = None
    value: str | int | None = None
    session: int | None = None
    serves: str | None = None
    done_by: str | None = None


def events(timeline: Timeline) -> Iterator[EventLine]:
    """Yield everything on the *timeline*, oldest first; what is to come stands last."""
    statements = {course.goal.number: course.goal.statement for course in timeline.goals}
    past = [event for moment in timeline.moments for event in _events_of(moment, statements)]
    past += [_action_closed(action) for action in timeline.closed_actions]
    yield from sorted(past, key=_sort_key)
    yield from map(_upcoming, timeline.upcoming)


def _sort_key(event: EventLine) -> tuple[str, str, int]:
    # "~" sorts after every instant: what has no time of day comes last.
    return event.on, event.at or "~", _KINDS_IN_ORDER.index(event.kind)


def _events_of(moment: Moment, statements: dict[int, str]) -> Iterator[EventLine]:
    """Yield what happened at a *moment*; *statements* are those of the goals, by number."""
    if talk := moment.conversation:
        values = (talk.coachee, "conversation", talk.number, talk.core(), talk.status)
        yield EventLine(talk.held_on, talk.starts_at, *values, session=talk.number)
    for goal in moment.goals_set:
        event = _goal_event(goal, goal.set_on, "goal_set", goal.target, goal.session)
        yield event._replace(serves=goal.serves)
    for score in moment.scores:
        yield _score(score, statements.get(score.goal))
    for goal in moment.goals_closed:
        kind = "goal_reached" if goal.status == "achieved" else "goal_dropped"
        yield _goal_event(goal, moment.on, kind, None, None)
    yield from map(_action_agreed, moment.actions)
    yield from map(_observation, moment.observations)
    yield from map(_check_in, moment.checkins)
    yield from map(_referral, moment.referrals)
    yield from map(_milestone, moment.milestones)


def _observation(observation: Observation) -> EventLine:
    values = (observation.coachee, "observation", observation.number, observation.fact)
    return EventLine(observation.observed_on, None, *values)


def _check_in(checkin: "CheckInLine") -> EventLine:
    figures = ", ".join(f"{lens} {figure}" for lens, figure in checkin.given().items())
    values = (checkin.coachee, "check_in", checkin.number, figures)
    return EventLine(checkin.checked_on, None, *values)


def _referral(referral: "ReferralLine") -> EventLine:
    values = (referral.coachee, "referral", referral.number, referral.helper)
    return EventLine(referral.referred_on, None, *values)


def _milestone(milestone: Milestone) -> EventLine:
    values = (milestone.coachee, milestone.kind, milestone.trajectory, None, milestone.items)
    return EventLine(milestone.on, None, *values)


def _goal_event(
    goal: TimelineGoal, on: str, kind: str, value: int | None, session: int | None
) -> EventLine:
    return EventLine(on, None, goal.coachee, kind, goal.number, goal.statement, value, session)


def _score(score: TimelineScore, statement: str | None) -> EventLine:
    values = (score.coachee, "score", score.goal, statement, score.score, score.session)
    return EventLine(score.scored_on, None, *values)


def _action_agreed(action: TimelineAction) -> EventLine:
    values = (action.coachee, "action_agreed", action.number, action.what, action.due_on)
    return EventLine(action.agreed_on, None, *values, action.session, done_by=action.done_by)


def _action_closed(action: TimelineAction) -> EventLine:
    on = action.closed_on or action.agreed_on
    values = (action.coachee, "action_closed", action.number, action.what, action.status)
    return EventLine(on, None, *values, done_by=action.done_by)


def _upcoming(talk: TimelineAppointment) -> EventLine:
    """Return the event of a conversation to come; one that was cancelled has its status as value.

    An appointment that was only agreed on has no number.
    """
    kind = "appointment" if talk.number is None else "planned"
    values = (talk.coachee, kind, talk.number, talk.topic)
    event = EventLine(talk.on, talk.starts_at, *values)
    if talk.status == "cancelled":
        return event._replace(kind="conversation", value=talk.status, session=talk.number)
    return event
