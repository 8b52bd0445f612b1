"""What a letter tells: what somebody said in a year of conversations, as far as it is shared."""

from collections.abc import Container
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.clock import local_moment
from coachlog.interview.layers import is_alone
from coachlog.journal.action.queries import ACTIONS, ActionLine
from coachlog.journal.coachee.lookup import Person
from coachlog.journal.coachee.queries import talents
from coachlog.journal.goal.queries import GOALS, SCORES, GoalLine
from coachlog.journal.session.content import ANSWERS
from coachlog.journal.session.queries import SESSIONS, SessionLine
from coachlog.journal.topic.queries import TOPICS
from coachlog.journal.trajectory.queries import TRAJECTORIES
from coachlog.settings import own_methods
from coachlog.views.prep.read import read as read_prep

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from coachlog.store.connection import Reader

MADE_THE_DIFFERENCE, MOST_USEFUL, DISCOVERED = "difference", "useful", "discovered"
TURNS = {
    "closing.learning.02": MADE_THE_DIFFERENCE,
    "closing.learning.01": DISCOVERED,
    "grow.closing.02": MOST_USEFUL,
    "progress_7.usefulness_after.01": MOST_USEFUL,
}
"""The questions whose answers tell what turned something, each with what it asks for."""


class Quote(NamedTuple):
    """Words of the person, and the day on which they were said."""

    text: str
    on: str


class FigureThen(NamedTuple):
    """A figure from 0 to 10, and its day."""

    value: int
    on: str


class Aim(NamedTuple):
    """A goal: its words, why, its first and last figure where they differ, when it was reached."""

    goal: Quote
    why: str | None
    figures: tuple[FigureThen, FigureThen] | None
    reached_on: str | None


class Deed(NamedTuple):
    """What was planned and done, and what the person told of it."""

    planned: Quote
    outcome: Quote | None


class Story(NamedTuple):
    """All that a letter may tell. The *talks* are those of the period, the first one first.

    *is_from_start* and *is_until_now* tell that no other conversation came before, or after.
    """

    talks: "Sequence[SessionLine]"
    is_from_start: bool
    is_until_now: bool
    not_wanted: "Sequence[Quote]"
    aims: "Sequence[Aim]"
    deeds: "Sequence[Deed]"
    better: "Sequence[Quote]"
    turns: "Sequence[tuple[str, Quote]]"
    talents: "Sequence[str]"
    planned: "Sequence[Quote]"
    parked: "Sequence[Quote]"
    brought: Quote | None
    next_on: date | None
    kind: str | None


class Period(NamedTuple):
    """The days that a letter is about, both included, as `YYYY-MM-DD`."""

    first: str
    last: str

    def has(self, day: str | None) -> bool:
        """Whether it has that *day*."""
        return day is not None and self.first <= day <= self.last


def read(reader: "Reader", person: Person, period: Period, now: datetime) -> Story:
    """Return what may be told of a *period*: nothing private, nothing of a discreet talk."""
    handle = {"coachee": person.handle}
    discreet = set(reader.rows(int, _DISCREET, person=person.id))
    held = [
        talk
        for talk in SESSIONS.all(reader, _HELD, **handle)
        if talk.number not in discreet and not is_alone(talk.method, own_methods())
    ]
    talks = [talk for talk in held if period.has(talk.held_on)]
    goals = _goals(GOALS.all(reader, _BY_NUMBER, **handle), period, discreet)
    actions = _own_actions(reader, person, discreet)
    is_until_now = not held or held[-1].held_on <= period.last
    ahead = read_prep(reader, person.handle, now).ahead if is_until_now else None
    trajectories = TRAJECTORIES.all(reader, _BY_NUMBER, **handle)
    closed = [each for each in trajectories if each.closing and period.has(each.closed_on)]
    return Story(
        talks=talks,
        is_from_start=held[:1] == talks[:1],
        is_until_now=is_until_now,
        not_wanted=[Quote(goal.anti_goal, goal.set_on) for goal in goals if goal.anti_goal],
        aims=[_aim(reader, goal, period, discreet) for goal in goals],
        deeds=[_deed(action) for action in actions if _is_done(action, period)],
        better=[Quote(talk.better, talk.held_on) for talk in talks if talk.better],
        turns=list(_turns(reader, person, talks)),
        talents=[
            *(line.strength for line in talents(reader, person.handle)),
            *(goal.talents for goal in goals if goal.talents),
        ],
        planned=[
            Quote(action.what, action.agreed_on)
            for action in actions
            if talks and action.session == talks[-1].number and action.status == "open"
        ],
        parked=_parked(reader, person, {talk.number for talk in talks}),
        brought=Quote(closed[-1].closing or "", closed[-1].closed_on or "") if closed else None,
        next_on=local_moment(ahead.at, ahead.time_zone).date() if ahead else None,
        kind=trajectories[-1].kind if trajectories else None,
    )


def _own_actions(
    reader: "Reader", person: Person, discreet: Container[int | None]
) -> list[ActionLine]:
    """Return what the person took on, but in *discreet* conversations."""
    actions = ACTIONS.all(reader, _BY_NUMBER, coachee=person.handle)
    return [
        action
        for action in actions
        if action.done_by in (None, "coachee") and action.session not in discreet
    ]


def _parked(reader: "Reader", person: Person, numbers: Container[int | None]) -> list[Quote]:
    """Return what was left for later in the conversations with these *numbers*."""
    topics = TOPICS.all(reader, _BY_NUMBER, coachee=person.handle)
    return [
        Quote(topic.text, topic.parked_on)
        for topic in topics
        if topic.status == "parked" and topic.session in numbers
    ]


def _goals(
    goals: "Iterable[GoalLine]", period: Period, discreet: "Collection[int]"
) -> "list[GoalLine]":
    """Return the goals that were worked on in a *period*, and not dropped, as they were set."""
    kept = [
        goal
        for goal in goals
        if goal.status != "dropped"
        and goal.session not in discreet
        and goal.set_on <= period.last
        and (goal.closed_on or period.last) >= period.first
    ]
    return sorted(kept, key=lambda goal: goal.set_on)


def _aim(reader: "Reader", goal: GoalLine, period: Period, discreet: "Collection[int]") -> Aim:
    """Return a goal with its first and last figure where they differ."""
    scores = [
        FigureThen(score.score, score.scored_on)
        for score in SCORES.all(reader, _OF_GOAL, goal=goal.number)
        if score.scored_on <= period.last and score.session not in discreet
    ]
    if goal.baseline is not None:
        scores.insert(0, FigureThen(goal.baseline, goal.set_on))
    has_course = len(scores) > 1 and scores[0].value != scores[-1].value
    return Aim(
        goal=Quote(goal.statement, goal.set_on),
        why=goal.why,
        figures=(scores[0], scores[-1]) if has_course else None,
        reached_on=goal.closed_on
        if goal.status == "achieved" and period.has(goal.closed_on)
        else None,
    )


def _is_done(action: ActionLine, period: Period) -> bool:
    return action.status == "done" and period.has(action.closed_on)


def _deed(action: ActionLine) -> Deed:
    outcome = Quote(action.outcome, action.closed_on or "") if action.outcome else None
    return Deed(Quote(action.what, action.agreed_on), outcome)


def _turns(
    reader: "Reader", person: Person, talks: "Sequence[SessionLine]"
) -> "Iterable[tuple[str, Quote]]":
    """Yield the latest answer about each thing that made a difference."""
    day_of = {talk.number: talk.held_on for talk in talks}
    latest: dict[str, Quote] = {}
    for answer in ANSWERS.all(reader, _ANSWERED, coachee=person.handle):
        if answer.question in TURNS and answer.session in day_of:
            latest[TURNS[answer.question]] = Quote(answer.text, day_of[answer.session])
    return latest.items()


_DISCREET = "select number from session where coachee_id = :person and discreet = 1"
_HELD = "where coachee = :coachee and status = 'held' order by starts_at, number"
_BY_NUMBER = "where coachee = :coachee order by number"
_OF_GOAL = "where goal = :goal order by scored_on, created_at"
_ANSWERED = "where coachee = :coachee order by session, place"
