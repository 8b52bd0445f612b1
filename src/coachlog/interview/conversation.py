"""The JSON shape of a conversation, for options, interviews, files and pages alike.

Empty values may be left out of each part. `coachlog schema session` describes the same.
"""

from collections.abc import Mapping, Sequence
from typing import TypedDict, TypeVar, cast

from coachlog.base.texts import N_, _
from coachlog.schema.field import PRIVATE


class Reality(TypedDict, total=False):
    """How things are now."""

    now: str | None
    score: int | None
    why_not_lower: str | None
    tried: str | None
    exceptions: str | None
    people: str | None
    obstacles: str | None


class Goal(TypedDict, total=False):
    """A goal: a new one, which the other parts refer to by *ref*, or an earlier one by number."""

    ref: str
    number: int
    statement: str
    status: str
    why: str | None
    signs: str | None
    anti_goal: str | None
    milestone: str | None
    talents: str | None
    serves: str | None
    target_on: str | None
    baseline: int | None
    target: int | None
    objectives: Sequence[int | str]
    talent_numbers: Sequence[int | str]
    lenses: list[str] | None


class Score(TypedDict):
    """The score of a goal, which is given by its number or ref."""

    goal: int | str
    score: int | None


class Option(TypedDict, total=False):
    """One option that was considered, and whose idea it was."""

    text: str
    origin: str | None
    contact: str | None
    pros: str | None
    cons: str | None
    chosen: bool | None
    layer: str | None


class IfThen(TypedDict, total=False):
    """What may get in the way of an action, and the plan for that case."""

    obstacle: str | None
    plan: str | None


class Action(TypedDict, total=False):
    """An action that was agreed."""

    number: int
    what: str
    due_on: str | None
    status: str
    outcome: str | None
    confidence: int | None
    confidence_before: int | None
    goal: int | str | None
    if_then: IfThen
    helper: str | None
    done_by: str | None
    talent: int | None


class Review(TypedDict, total=False):
    """The outcome of an earlier action; *what* and *done_by* are only for showing it."""

    action: int
    what: str | None
    status: str
    outcome: str | None
    obstacle_came: bool | None
    plan_helped: str | None
    done_by: str | None


class Answer(TypedDict, total=False):
    """The answer to a question that fills no field of the conversation."""

    stage: str
    question: str
    asked: str | None
    text: str
    layer: str | None


class Release(TypedDict, total=False):
    """A copy that was released, of the conversation or of the *goal* with that ref."""

    goal: str | None
    number: int
    kind: str | None
    text: str
    to_whom: str
    agreed_by: str
    released_on: str
    personnel_file: bool | None


class MentionedTalent(TypedDict, total=False):
    """A talent that was named: a new one, or a known one by its number; and the goal it is for."""

    number: int
    strength: str
    shows: str
    goal: int | str


class MentionedObjective(TypedDict, total=False):
    """An objective that was named: a new one, or a known one by its number; and the goal for it."""

    number: int
    statement: str
    goal: int | str


class Conversation(TypedDict, total=False):
    """One whole conversation."""

    number: int
    coachee: str
    coachee_name: str
    status: str
    planned: int
    date: str
    time_zone: str
    starts_at: str
    held_on: str
    minutes: int | None
    form: str | None
    method: str | None
    method_version: int | None
    reason: str | None
    kind: str | None
    topic: str | None
    better: str | None
    goals: list[Goal]
    scores: list[Score]
    reality: Reality
    options: list[Option]
    actions: list[Action]
    reviews: list[Review]
    parked: list[str]
    parked_numbers: list[int]
    taken_up: list[int]
    roles: dict[str, object]
    answers: list[Answer]
    releases: list[Release]
    goal_releases: list[Release]
    summary: str | None
    private_note: str | None
    reflection: str | None
    next_at: str | None
    communication: list[str]
    people: int | None
    paid: str | None
    activity: str | None
    talents: list[MentionedTalent]
    objectives: list[MentionedObjective]
    trajectory_closing: str | None
    trajectory_closed: bool
    retention_on: str | None


AFTER, NOTES = "after", "after.notes"
"""The stage and the question of what was noted before a conversation was written up."""
ASK_NOTES = N_("What do you remember of it?")
"""The question to which notes are the answer, in a conversation that is written up afterwards."""


def notes_answer(notes: str) -> Answer:
    """Return *notes* as a private answer: to what the coach remembers of the conversation."""
    return {
        "stage": AFTER,
        "question": NOTES,
        "asked": _(ASK_NOTES),
        "layer": PRIVATE,
        "text": notes,
    }


Part = TypeVar("Part", bound=Mapping[str, object])


def without_empty(values: Part) -> Part:
    """Return *values* without None and without empty texts, lists and objects."""
    filled = {name: value for name, value in values.items() if value not in (None, "", [], {})}
    return cast("Part", filled)


def without(values: Part, *names: str) -> Part:
    """Return *values* without these *names*."""
    return cast("Part", {name: value for name, value in values.items() if name not in names})
