"""What a timeline consists of. Days are ISO text, instants are UTC text, as the views give them."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
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
        """What it was about, in the words that there are: a conversation is no empty line."""
        return self.topic or self.summary or self.reality_now or self.answer


class TimelineGoal(NamedTuple):
    """A goal; `session` is the number of the conversation in which it was set, if it was in one.

    `serves` tells the objectives that it serves, one after the other.
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
    """A score of a goal, 0–10; `before` is the figure until then, None for a first one."""

    goal: int
    coachee: str
    scored_on: str
    score: int
    session: int | None
    before: int | None


class TimelineAction(NamedTuple):
    """What was agreed; `session` and `goal` are numbers, `done_by` is empty for the person."""

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
    """A place on the axis: a conversation, or a day on which something happened without one."""

    on: str
    coachee: str
    conversation: TimelineConversation | None
    goals_set: list[TimelineGoal]
    goals_closed: list[TimelineGoal]
    actions: list[TimelineAction]
    scores: list[TimelineScore]
    observations: list[Observation]
    checkins: "list[CheckInLine]"

    def telling(self, methods: dict[str, str]) -> "Moment":
        """The same with what people call each of the *methods* in place of its id."""
        talk = self.conversation
        if talk is None or talk.method is None:
            return self
        return self._replace(conversation=talk._replace(method=methods[talk.method]))

    def held(self) -> bool:
        """Whether this is a conversation that took place."""
        return self.conversation is not None and self.conversation.status == "held"

    def touched(self) -> bool:
        """Whether anything happened to a goal or an action here, or something was seen."""
        goals = (self.goals_set, self.goals_closed, self.scores)
        return any((*goals, self.actions, self.observations))


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
    """A timeline: events from `since` until `until`, oldest first, and how things stand today.

    `closed` holds the actions closed in the period. `open_actions` (the overdue first) and
    `upcoming` (the soonest first) are empty when `until` has passed: a look back ends there.
    """

    coachee: str | None
    since: date | None
    until: date | None
    ends_today: bool
    people: dict[str, TimelinePerson]
    moments: list[Moment]
    goals: list[GoalCourse]
    closed: list[TimelineAction]
    open_actions: list[TimelineAction]
    upcoming: list[TimelineAppointment]

    def talks(self) -> list[TimelineConversation]:
        """The conversations, whether they took place or not, oldest first."""
        return [one.conversation for one in self.moments if one.conversation is not None]

    def telling(self, methods: dict[str, str]) -> "Timeline":
        """The same with what people call each of the *methods*, by its id, in place of that."""
        moments = [one.telling(methods) for one in self.moments]
        return self._replace(moments=moments)

    def held(self) -> list[TimelineConversation]:
        """The conversations that took place, oldest first."""
        return [
            one.conversation for one in self.moments if one.conversation is not None and one.held()
        ]
