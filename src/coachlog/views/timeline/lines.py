"""What a timeline consists of. Days are ISO text, instants are UTC text, as the views give them."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coachlog.views.timeline.milestones import Milestone

if TYPE_CHECKING:
    from coachlog.journal.referral.queries import ReferralLine
    from coachlog.journal.workability.queries import CheckInLine


class TimelinePerson(NamedTuple):
    """Somebody who is on the timeline; `since` is a day, `archived_at` an instant."""

    handle: str
    name: str
    role: str | None
    team: str | None
    since: str | None
    archived_at: str | None


class TimelineConversation(NamedTuple):
    """One conversation; the fields are columns of the view `sessions`."""

    number: int
    coachee: str
    status: str
    starts_at: str
    time_zone: str
    held_on: str
    minutes: int | None
    form: str | None
    method: str | None
    topic: str | None
    summary: str | None
    options: int
    options_by_coachee: int
    next_at: str | None
    reality_now: str | None = None
    reality_score: int | None = None
    answer: str | None = None

    def core(self) -> str | None:
        """Return what it was about: the first of topic, summary, reality and answer that is given.

        None if there is none of these.
        """
        return self.topic or self.summary or self.reality_now or self.answer


class TimelineGoal(NamedTuple):
    """A goal; `session` is the number of the conversation in which it was set, if it was in one.

    `serves` has the statements of its objectives, with semicolons between; None without any.
    """

    number: int
    coachee: str
    statement: str
    target_on: str | None
    baseline: int | None
    target: int | None
    status: str
    set_on: str
    closed_on: str | None
    session: int | None
    serves: str | None


class TimelineScore(NamedTuple):
    """A score of a goal, 0–10; `before` is the previous score or the baseline, None without one."""

    goal: int
    coachee: str
    scored_on: str
    score: int
    session: int | None
    before: int | None


class TimelineAction(NamedTuple):
    """An action; `session` and `goal` are numbers, `done_by` is None for the person coached."""

    number: int
    coachee: str
    what: str
    agreed_on: str
    due_on: str | None
    status: str
    closed_on: str | None
    session: int | None
    goal: int | None
    done_by: str | None

    def overdue(self, today: date) -> bool:
        """Whether it is open and the last day for it has passed."""
        return self.status == "open" and self.due_on is not None and self.due_on < today.isoformat()


class Observation(NamedTuple):
    """What was seen of somebody at work; `goal` is a number."""

    number: int
    coachee: str
    observed_on: str
    fact: str
    goal: int | None


class Moment(NamedTuple):
    """A point on the axis: a conversation, or a day on which something happened without one."""

    on: str
    coachee: str
    conversation: TimelineConversation | None
    goals_set: list[TimelineGoal]
    goals_closed: list[TimelineGoal]
    actions: list[TimelineAction]
    scores: list[TimelineScore]
    observations: list[Observation]
    checkins: "list[CheckInLine]"
    referrals: "list[ReferralLine]"
    milestones: list[Milestone]

    def with_method_titles(self, titles: dict[str, str]) -> "Moment":
        """Return the moment with the title of its method in place of the id.

        *titles* are by id.
        """
        talk = self.conversation
        if talk is None or talk.method is None:
            return self
        return self._replace(conversation=talk._replace(method=titles[talk.method]))

    def is_held(self) -> bool:
        """Whether this is a conversation that took place."""
        return self.conversation is not None and self.conversation.status == "held"

    def has_changes(self) -> bool:
        """Whether it has an event of a goal or an action, or an observation.

        Check-ins and what happened with a newcomer are none.
        """
        goal_events = (self.goals_set, self.goals_closed, self.scores)
        return any((*goal_events, self.actions, self.observations))


class GoalCourse(NamedTuple):
    """A goal and its scores in the period, oldest first."""

    goal: TimelineGoal
    scores: list[TimelineScore]


class TimelineAppointment(NamedTuple):
    """A conversation to come; `number` when it was planned as one, None when only agreed on.

    `status` tells one that was cancelled from one that is planned.
    """

    on: str
    starts_at: str
    time_zone: str
    coachee: str
    number: int | None
    topic: str | None
    status: str = "planned"


class Timeline(NamedTuple):
    """Moments from `since` until `until`, oldest first, and how things stand today.

    `people` are by handle. `closed_actions` were closed in the period. `open_actions` (the overdue
    first) and `upcoming` (the soonest first) are empty when `until` has passed: a look back ends
    there.
    """

    coachee: str | None
    since: date | None
    until: date | None
    ends_today: bool
    people: dict[str, TimelinePerson]
    moments: list[Moment]
    goals: list[GoalCourse]
    closed_actions: list[TimelineAction]
    open_actions: list[TimelineAction]
    upcoming: list[TimelineAppointment]

    def talks(self) -> list[TimelineConversation]:
        """Return the conversations, whether they took place or not, oldest first."""
        return [moment.conversation for moment in self.moments if moment.conversation is not None]

    def held_talks(self) -> list[TimelineConversation]:
        """Return the conversations that took place, oldest first."""
        return [talk for talk in self.talks() if talk.status == "held"]

    def with_method_titles(self, titles: dict[str, str]) -> "Timeline":
        """Return the timeline with titles of methods, out of *titles* by id, in place of ids."""
        return self._replace(moments=[moment.with_method_titles(titles) for moment in self.moments])
