"""A saved conversation as one object, in the shape of the JSON that `session new` accepts."""

from typing import TYPE_CHECKING, cast

from coachlog.base.clock import in_zone, moment_of
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
from coachlog.journal.action import reviews as action_reviews
from coachlog.journal.coachee import queries as coachee_queries
from coachlog.journal.goal import queries as goal_queries
from coachlog.journal.goal.of_session import closed_in, statements_discussed_in
from coachlog.journal.goal.queries import GoalLine
from coachlog.journal.release.queries import ReleaseLine, of_goal, of_session
from coachlog.journal.session import content, queries
from coachlog.journal.session.fields import ENTERED_COLUMNS, REALITY
from coachlog.journal.topic import queries as topics
from coachlog.journal.trajectory import queries as trajectories
from coachlog.schema.goal import LEVEL_TEXTS
from coachlog.schema.session import REALITY_PREFIX

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


def conversation(reader: "Reader", number: int, *, shared_only: bool = False) -> Conversation:
    """Return conversation *number* without its empty fields; raises NotFoundError.

    With *shared_only*, what is private, what was released and the coach's own marks are not read.
    `session new --from` accepts the result: each goal set in the conversation has a ref, and its
    scores and actions refer to the goal by that.
    """
    line = queries.line(reader, number)
    goals = goal_queries.set_in(reader, number)
    refs = {goal.number: f"goal-{goal.number}" for goal in goals}
    parked_topics = topics.parked_in(reader, number)
    name = coachee_queries.line(reader, line.coachee).name
    notes = None if shared_only else content.private(reader, number)
    discreet = None if shared_only else content.discreet(reader, number)
    values: Conversation = {
        **_own_fields(line, discreet or notes, name),
        "goals": _goals(reader, line, goals, shared_only=shared_only),
        "scores": _scores(reader, number, refs),
        "options": _options(reader, number, shared_only=shared_only),
        "actions": _actions(reader, number, refs),
        "reviews": [_review(review) for review in action_reviews.reviews_in(reader, number)],
        "parked": [topic.text for topic in parked_topics],
        "taken_up": [topic.number for topic in topics.taken_up_in(reader, number)],
        "answers": _answers(reader, number, shared_only=shared_only),
    }
    if not shared_only:
        values |= cast("Conversation", trajectories.trajectory_fields_in(reader, number))
        values["communication"] = content.communication(reader, number)
        values["parked_numbers"] = [topic.number for topic in parked_topics]
        values["roles"] = without_empty(trajectories.role_answers_in(reader, number))
        values["releases"] = [_release(copy) for copy in of_session(reader, number)]
        values["goal_releases"] = [
            _release(copy, ref)
            for goal_number, ref in refs.items()
            for copy in of_goal(reader, goal_number)
        ]
    return without_empty(values)


def resolve_references(reader: "Reader", record: Conversation) -> dict[int, str]:
    """Put in *record*, for a page, the texts of the records that it refers to by number.

    These are the objectives and talents of its goals, and the actions that it reviews. Return the
    statements, by number, of the goals that were scored or closed in it.
    """
    new_goals = [goal for goal in record.get("goals", []) if "ref" in goal]
    has_links = any(LINKS & goal.keys() for goal in new_goals)
    links = goal_queries.links_of(reader, record["coachee"]) if has_links else []
    for goal in new_goals:
        goal["number"] = int(goal["ref"].removeprefix("goal-"))
        links_of_goal = [link for link in links if link.goal == goal["number"]]
        goal["objectives"] = [link.text for link in links_of_goal if link.objective is not None]
        goal["talent_numbers"] = [link.text for link in links_of_goal if link.talent is not None]
    if record.get("reviews"):
        reviewed_actions = action_reviews.reviewed_in(reader, record["number"])
        for review in record["reviews"]:
            review["what"], review["done_by"] = reviewed_actions[review["action"]]
    return statements_discussed_in(reader, record["number"])


LINKS = {"objectives", "talent_numbers"}
"""The keys of a goal that hold the numbers of the records it is linked with."""

_GOAL_COLUMNS = (
    *("statement", "why", "signs", "anti_goal", "milestone", "talents", "serves", "target_on"),
    *("baseline", "target"),
    *LEVEL_TEXTS.values(),
    "level_baseline",
    "weight",
)


def _lenses(reader: "Reader", coachee: str) -> dict[int, Goal]:
    """Return, by goal number, the lenses of each goal: its sides of workable work.

    They are for the coach only, so no page for others shows them.
    """
    lenses_by_goal: dict[int, list[str]] = {}
    for line in goal_queries.lenses_of(reader, coachee):
        lenses_by_goal.setdefault(line.goal, []).append(line.lens)
    return {
        number: {"lenses": goal_queries.sort_lenses(lenses)}
        for number, lenses in lenses_by_goal.items()
    }


def _goals(
    reader: "Reader", line: queries.SessionLine, goals: list[GoalLine], *, shared_only: bool
) -> list[Goal]:
    """Return the *goals* set in the conversation as worded now, and earlier ones it closed.

    A goal has its final status only in the conversation that closed it.
    """
    final_status = closed_in(reader, line.number)
    links = goal_queries.links_of(reader, line.coachee) if goals else []
    lenses = _lenses(reader, line.coachee) if goals and not shared_only else {}
    new_goals = [_goal(goal, links) | lenses.get(goal.number, {}) for goal in goals]
    for goal_line, goal in zip(goals, new_goals, strict=True):
        if goal_line.number in final_status:
            goal["status"] = final_status.pop(goal_line.number)
    # What is left in final_status was set in an earlier conversation.
    earlier_goals: list[Goal] = [
        {"number": number, "status": status} for number, status in final_status.items()
    ]
    return new_goals + earlier_goals


def _goal(line: GoalLine, links: list[goal_queries.LinkLine]) -> Goal:
    """Return a goal that the conversation set, with the numbers of what it is linked with."""
    linked_numbers = goal_queries.link_numbers(link for link in links if link.goal == line.number)
    goal = {"ref": f"goal-{line.number}"}
    return cast("Goal", goal | _filled(line, _GOAL_COLUMNS) | without_empty(linked_numbers))


_COMPUTED = ("starts_at", "held_on", "method_version")
"""Columns that nobody types: the journal fills them in, and the JSON has them."""


def _own_fields(
    line: queries.SessionLine,
    private: content.PrivateLine | content.DiscreetLine | None,
    name: str,
) -> Conversation:
    """Return the fields of the row itself, with moments in the time zone of the conversation.

    *private* has what other pages do not have: of a discreet conversation nearly everything.
    """
    row = line._asdict() | (private._asdict() if private else {})
    # Without private notes the row lacks some keys; those of reality become an object of their own.
    keys = [key for key in (*ENTERED_COLUMNS, *_COMPUTED) if key in row and key not in REALITY]
    reality = {key.removeprefix(REALITY_PREFIX): row[key] for key in REALITY}
    fields = {key: row[key] for key in keys} | {
        "number": line.number,
        "coachee_name": name,
        "date": _local(line.starts_at, line.time_zone),
        "reality": without_empty(reality),
        "next_at": line.next_at and _local(line.next_at, line.time_zone),
    }
    return cast("Conversation", fields)


def _local(instant: str, zone_name: str) -> str:
    """Return an instant as ISO text on the clock of *zone_name*, for example `2026-11-30T14:00`.

    The offset is left out, except in the hour that the clock shows twice when summer time ends.
    """
    local = in_zone(moment_of(instant), zone_name)
    is_second_of_two = bool(local.fold)
    moment = local if is_second_of_two else local.replace(tzinfo=None)
    if local.microsecond:
        return moment.isoformat(timespec="milliseconds")
    return moment.isoformat(timespec="seconds" if local.second else "minutes")


def _scores(reader: "Reader", number: int, refs: dict[int, str]) -> list[Score]:
    """Return the scores given in a conversation; a goal set in it is given by its ref."""
    lines = goal_queries.scores_of_session(reader, number)
    return [{"goal": refs.get(line.goal, line.goal), "score": line.score} for line in lines]


def _options(reader: "Reader", number: int, *, shared_only: bool) -> list[Option]:
    """Return the options in the order in which they came up; private ones have a *layer*."""
    private = () if shared_only else (content.PRIVATE_OPTIONS,)
    pairs = content.parts_with_layer(reader, number, content.OPTIONS, private)
    return [cast("Option", _option(line) | layer) for line, layer in pairs]


def _option(line: content.OptionLine) -> Option:
    option = cast("Option", _filled(line, ("text", "origin", "contact", "pros", "cons")))
    if line.chosen:
        option["chosen"] = True  # left out where it is false
    return option


def _release(line: ReleaseLine, ref: str | None = None) -> Release:
    """Return a copy that was released: of the conversation, or of the goal with that *ref*."""
    into_file = None if line.personnel_file is None else bool(line.personnel_file)
    # The conversation itself says which session and coachee, so None removes them here.
    replaced = {"session": None, "coachee": None, "goal": ref, "personnel_file": into_file}
    return cast("Release", without_empty(line._asdict() | replaced))


def _actions(reader: "Reader", number: int, refs: dict[int, str]) -> list[Action]:
    """Return the actions agreed in a conversation, with the confidence that was given in it."""
    figures_by_action: dict[int, list[int]] = {}
    for line in action_reviews.confidences_in(reader, number):
        figures_by_action.setdefault(line.action, []).append(line.figure)
    actions = []
    for action in action_queries.of_session(reader, number):
        figures = figures_by_action.get(action.number) or _only_figure(reader, action)
        actions.append(_action(action, refs, figures))
    return actions


def _only_figure(reader: "Reader", action: action_queries.ActionLine) -> list[int]:
    """Return the figure of an action from before figures had a history, or an empty list.

    Such an action has one figure only, which was given when it was agreed.
    """
    if action.confidence is None or action_reviews.confidences_of(reader, action.number):
        return []
    return [action.confidence]


def _review(line: action_reviews.ReviewLine) -> Review:
    review = cast("Review", _filled(line, ("action", "status", "outcome", "plan_helped")))
    if line.obstacle_came is not None:
        review["obstacle_came"] = bool(line.obstacle_came)
    return review


def _action(action: action_queries.ActionLine, refs: dict[int, str], figures: list[int]) -> Action:
    """Return an action; *figures* are the confidence given when it was agreed, oldest first.

    The guide asks again once the plan has been made more feasible; that makes two figures.
    """
    goal = refs.get(action.goal, action.goal) if action.goal else None
    plan: IfThen = {"obstacle": action.obstacle, "plan": action.plan}
    progress = cast("Action", _filled(action, ("number", "status", "outcome")))
    agreed: Action = {
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
    return without_empty(agreed) | progress


def _answers(reader: "Reader", number: int, *, shared_only: bool) -> list[Answer]:
    """Return the answers in the order of the questions; private ones have a *layer*."""
    private = () if shared_only else (content.PRIVATE_ANSWERS, content.DISCREET_ANSWERS)
    pairs = content.parts_with_layer(reader, number, content.ANSWERS, private)
    names = ("stage", "question", "asked", "text")
    return [cast("Answer", _filled(line, names) | layer) for line, layer in pairs]


def _filled(line: object, columns: tuple[str, ...]) -> dict[str, object]:
    """Return these *columns* of a row, without the empty ones."""
    return without_empty({column: getattr(line, column) for column in columns})
