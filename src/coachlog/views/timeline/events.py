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

if TYPE_CHECKING:
    from coachlog.journal.workability.queries import CheckInLine

_ORDER = (
    "conversation",
    "goal_set",
    "score",
    "goal_reached",
    "goal_dropped",
    "action_agreed",
    "action_closed",
    "observation",
    "check_in",
)


class EventLine(NamedTuple):
    """One event, as `timeline --json` and `--csv` give it.

    on       the local day; of an appointment or a planned conversation the day it will be on
    at       the instant, in UTC, of a conversation, an appointment or a planned one
    coachee  the handle
    kind     conversation, goal_set, score, goal_reached, goal_dropped, action_agreed,
             action_closed, observation, check_in, appointment or planned
    number   of the conversation, the goal (also for a score), the action, the observation or the
             check-in
    text     the topic (or else the summary, the reality, the first answer), the statement of the
             goal, what was agreed, what was seen, or figures by lens
    value    conversation: its status; goal_set: the target; score: the score; action_agreed: the
             day it is due; action_closed: done, partly or dropped; otherwise empty
    session  the number of the conversation in which it happened, if it was in one
    serves   goal_set: the objectives that the goal serves; otherwise empty
    done_by  action_agreed and action_closed: who does it; empty for the person coached
    """

    on: str
    at: str | None
    coachee: str
    kind: str
    number: int | None
    text: str | None
    value: str | int | None
    session: int | None
    serves: str | None = None
    done_by: str | None = None


def events(timeline: Timeline) -> Iterator[EventLine]:
    """Everything on the *timeline*, oldest first; what is to come stands last."""
    statements = {course.goal.number: course.goal.statement for course in timeline.goals}
    happened = [event for moment in timeline.moments for event in _events_of(moment, statements)]
    happened += [_closing(action) for action in timeline.closed]
    yield from sorted(
        happened, key=lambda event: (event.on, event.at or "~", _ORDER.index(event.kind))
    )
    yield from map(_coming, timeline.upcoming)


def _events_of(moment: Moment, statements: dict[int, str]) -> Iterator[EventLine]:
    if talk := moment.conversation:
        yield EventLine(
            talk.held_on,
            talk.starts_at,
            talk.coachee,
            "conversation",
            talk.number,
            talk.core(),
            talk.status,
            talk.number,
        )
    for goal in moment.goals_set:
        event = _of_goal(goal, goal.set_on, "goal_set", goal.target, goal.session)
        yield event._replace(serves=goal.serves)
    for score in moment.scores:
        yield _scoring(score, statements.get(score.goal))
    for goal in moment.goals_closed:
        kind = "goal_reached" if goal.status == "achieved" else "goal_dropped"
        yield _of_goal(goal, moment.on, kind, None, None)
    for one in moment.actions:
        yield EventLine(
            one.agreed_on,
            None,
            one.coachee,
            "action_agreed",
            one.number,
            one.what,
            one.due_on,
            one.session,
            done_by=one.done_by,
        )
    yield from map(_seeing, moment.observations)
    yield from map(_checking, moment.checkins)


def _seeing(seen: Observation) -> EventLine:
    known = (seen.coachee, "observation", seen.number, seen.fact)
    return EventLine(seen.observed_on, None, *known, None, None)


def _checking(checkin: "CheckInLine") -> EventLine:
    figures = ", ".join(f"{lens} {figure}" for lens, figure in checkin.given().items())
    known = (checkin.coachee, "check_in", checkin.number, figures)
    return EventLine(checkin.checked_on, None, *known, None, None)


def _of_goal(
    goal: TimelineGoal, on: str, kind: str, value: int | None, session: int | None
) -> EventLine:
    return EventLine(on, None, goal.coachee, kind, goal.number, goal.statement, value, session)


def _scoring(score: TimelineScore, statement: str | None) -> EventLine:
    return EventLine(
        score.scored_on,
        None,
        score.coachee,
        "score",
        score.goal,
        statement,
        score.score,
        score.session,
    )


def _closing(one: TimelineAction) -> EventLine:
    on = one.closed_on or one.agreed_on
    known = (one.coachee, "action_closed", one.number, one.what, one.status, None)
    return EventLine(on, None, *known, done_by=one.done_by)


def _coming(one: TimelineAppointment) -> EventLine:
    if one.status == "cancelled":
        known = (one.starts_at, one.coachee, "conversation", one.number, one.topic, one.status)
        return EventLine(one.on, *known, one.number)
    kind = "appointment" if one.number is None else "planned"
    return EventLine(one.on, one.starts_at, one.coachee, kind, one.number, one.topic, None, None)
