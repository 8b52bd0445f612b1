"""A kept conversation as one object: the shape in which a script would give it."""

from typing import TYPE_CHECKING, cast

from coachlog.base.clock import moment_of, zone
from coachlog.interview.conversation import (
    Action,
    Answer,
    Conversation,
    Goal,
    IfThen,
    Option,
    Release,
    Review,
    Score,
    without_empty,
)
from coachlog.journal.action import queries as action_queries
from coachlog.journal.action import reviews as said
from coachlog.journal.coachee import queries as coachee_queries
from coachlog.journal.goal import queries as goal_queries
from coachlog.journal.goal.of_session import closed_in, statements_discussed_in
from coachlog.journal.goal.queries import GoalLine
from coachlog.journal.release.queries import ReleaseLine, of_goal, of_session
from coachlog.journal.session import queries
from coachlog.journal.session.fields import GIVEN, REALITY
from coachlog.journal.topic import queries as topics
from coachlog.journal.trajectory import queries as trajectories
from coachlog.schema.goal import LEVEL_TEXTS
from coachlog.schema.session import REALITY_PREFIX

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


def conversation(reader: "Reader", number: int, *, shared_only: bool = False) -> Conversation:
    """Conversation *number*, empty fields left out; raises NotFoundError.

    With *shared_only*, what is private, what was released and the coach's own marks are not read.
    `session new --from` takes it back: goals set in it have a ref, scores and actions use it.
    """
    line = queries.line(reader, number)
    goals = goal_queries.set_in(reader, number)
    refs = {goal.number: f"goal-{goal.number}" for goal in goals}
    parked = topics.parked_in(reader, number)
    name = coachee_queries.line(reader, line.coachee).name
    out: Conversation = {
        **_head(line, None if shared_only else queries.private(reader, number), name),
        "goals": _goals(reader, line, goals, shared_only=shared_only),
        "scores": _scores(reader, number, refs),
        "options": [_option(option) for option in queries.options(reader, number)],
        "actions": _actions(reader, number, refs),
        "reviews": [_review(each) for each in said.reviews_in(reader, number)],
        "parked": [topic.text for topic in parked],
        "taken_up": [topic.number for topic in topics.taken_up_in(reader, number)],
        "answers": _answers(reader, number, shared_only=shared_only),
    }
    if not shared_only:
        out["communication"] = queries.communication(reader, number)
        out["parked_numbers"] = [topic.number for topic in parked]
        out["roles"] = without_empty(trajectories.answered_in(reader, number))
        out["releases"] = [_release(each) for each in of_session(reader, number)]
        out["goal_releases"] = [
            _release(each, ref) for goal, ref in refs.items() for each in of_goal(reader, goal)
        ]
    return without_empty(out)


def resolve_references(reader: "Reader", kept: Conversation) -> dict[int, str]:
    """Tell in *kept*, for people, which records it means by their numbers.

    The result is the statements of the goals that were scored or closed in it, by number.
    """
    goals = [goal for goal in kept.get("goals", []) if "ref" in goal]
    linked = any(LINKS & goal.keys() for goal in goals)
    links = goal_queries.links_of(reader, kept["coachee"]) if linked else []
    for goal in goals:
        goal["number"] = int(goal["ref"].removeprefix("goal-"))
        own = [link for link in links if link.goal == goal["number"]]
        goal["objectives"] = [link.text for link in own if link.objective is not None]
        goal["talent_numbers"] = [link.text for link in own if link.talent is not None]
    if kept.get("reviews"):
        agreed = said.reviewed_in(reader, kept["number"])
        for review in kept["reviews"]:
            review["what"], review["done_by"] = agreed[review["action"]]
    return statements_discussed_in(reader, kept["number"])


LINKS = {"objectives", "talent_numbers"}
"""What a goal is linked with, by their numbers."""

_GOAL = (
    "statement",
    "why",
    "signs",
    "anti_goal",
    "milestone",
    "talents",
    "serves",
    "target_on",
    "baseline",
    "target",
    *LEVEL_TEXTS.values(),
    "level_baseline",
    "weight",
)


def _lenses(reader: "Reader", coachee: str) -> dict[int, Goal]:
    """The sides of workable work by goal: for the coach, so they stand in no page for others."""
    found: dict[int, list[str]] = {}
    for each in goal_queries.lenses_of(reader, coachee):
        found.setdefault(each.goal, []).append(each.lens)
    return {goal: {"lenses": goal_queries.in_order(lenses)} for goal, lenses in found.items()}


def _goals(
    reader: "Reader", line: queries.SessionLine, goals: list[GoalLine], *, shared_only: bool
) -> list[Goal]:
    """The *goals* that it set, in their words of now, and the earlier ones that it closed.

    How a goal ended is told by the conversation in which it did.
    """
    closed = closed_in(reader, line.number)
    links = goal_queries.links_of(reader, line.coachee) if goals else []
    lenses = _lenses(reader, line.coachee) if goals and not shared_only else {}
    own = [_goal(goal, links) | lenses.get(goal.number, {}) for goal in goals]
    for goal, told in zip(goals, own, strict=True):
        if goal.number in closed:
            told["status"] = closed.pop(goal.number)
    earlier: list[Goal] = [{"number": number, "status": how} for number, how in closed.items()]
    return own + earlier


def _goal(goal: GoalLine, links: list[goal_queries.LinkLine]) -> Goal:
    linked = goal_queries.numbers(each for each in links if each.goal == goal.number)
    told = {"ref": f"goal-{goal.number}"} | _some(goal, _GOAL) | without_empty(linked)
    return cast("Goal", told)


_MARKS = ("starts_at", "held_on", "method_version")
"""Columns that the journal alone writes, and tells."""


def _head(
    line: queries.SessionLine, private: queries.PrivateLine | None, name: str
) -> Conversation:
    """What stands in its own row, with the moments by the clock of the conversation."""
    row = line._asdict() | (private._asdict() if private else {})
    told = {key: row[key] for key in (*GIVEN, *_MARKS) if key in row and key not in REALITY}
    reality = {key.removeprefix(REALITY_PREFIX): row[key] for key in REALITY}
    told |= {
        "number": line.number,
        "coachee_name": name,
        "date": _local(line.starts_at, line.time_zone),
        "reality": without_empty(reality),
        "next_at": line.next_at and _local(line.next_at, line.time_zone),
    }
    return cast("Conversation", told)


def _local(instant: str, zone_name: str) -> str:
    """The clock of the conversation; the offset is told where the clock alone is not enough."""
    local = moment_of(instant).astimezone(zone(zone_name))
    told = local if local.fold else local.replace(tzinfo=None)
    if local.microsecond:
        return told.isoformat(timespec="milliseconds")
    return told.isoformat(timespec="seconds" if local.second else "minutes")


def _scores(reader: "Reader", number: int, refs: dict[int, str]) -> list[Score]:
    lines = goal_queries.scores_of_session(reader, number)
    return [{"goal": refs.get(line.goal, line.goal), "score": line.score} for line in lines]


def _option(option: queries.OptionLine) -> Option:
    kept = cast("Option", _some(option, ("text", "origin", "contact", "pros", "cons")))
    if option.chosen:
        kept["chosen"] = True
    return kept


def _release(line: ReleaseLine, ref: str | None = None) -> Release:
    """A copy that was released: of the conversation, or of the goal that it calls *ref*."""
    file = None if line.personnel_file is None else bool(line.personnel_file)
    told = {"session": None, "coachee": None, "goal": ref, "personnel_file": file}
    return cast("Release", without_empty(line._asdict() | told))


def _actions(reader: "Reader", number: int, refs: dict[int, str]) -> list[Action]:
    figures: dict[int, list[int]] = {}
    for each in said.confidences_in(reader, number):
        figures.setdefault(each.action, []).append(each.figure)
    return [
        _action(action, refs, figures.get(action.number) or _only_figure(reader, action))
        for action in action_queries.of_session(reader, number)
    ]


def _only_figure(reader: "Reader", action: action_queries.ActionLine) -> list[int]:
    """The figure of an action that is older than the history of figures: it was said then."""
    if action.confidence is None or said.confidences_of(reader, action.number):
        return []
    return [action.confidence]


def _review(review: said.ReviewLine) -> Review:
    came = review.obstacle_came
    told = cast("Review", _some(review, ("action", "status", "outcome", "plan_helped")))
    if came is not None:
        told["obstacle_came"] = bool(came)
    return told


def _action(action: action_queries.ActionLine, refs: dict[int, str], figures: list[int]) -> Action:
    """An action; *figures* tell how sure the person was in the conversation that agreed it."""
    goal = refs.get(action.goal, action.goal) if action.goal else None
    plan: IfThen = {"obstacle": action.obstacle, "plan": action.plan}
    mark = cast("Action", _some(action, ("number", "status", "outcome")))
    kept: Action = {
        "what": action.what,
        "due_on": action.due_on,
        "confidence": figures[-1] if figures else None,
        "confidence_before": figures[0] if len(figures) > 1 else None,
        "goal": goal,
        "if_then": without_empty(plan),
        "helper": action.helper,
        "done_by": action.done_by,
        "talent": action.talent,
    }
    return without_empty(kept) | mark


def _answers(reader: "Reader", number: int, *, shared_only: bool) -> list[Answer]:
    shared: list[tuple[queries.AnswerLine, Answer]] = [
        (line, {}) for line in queries.answers(reader, number)
    ]
    hidden = () if shared_only else queries.answers_private(reader, number)
    private: list[tuple[queries.AnswerLine, Answer]] = [
        (line, {"layer": "private"}) for line in hidden
    ]
    kept = sorted([*shared, *private], key=lambda each: each[0].place)
    return [
        cast("Answer", _some(line, ("stage", "question", "asked", "text"))) | layer
        for line, layer in kept
    ]


def _some(line: object, names: tuple[str, ...]) -> dict[str, object]:
    return without_empty({name: getattr(line, name) for name in names})
