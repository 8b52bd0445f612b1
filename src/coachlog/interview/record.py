"""Turns the answers of an interview into a conversation, as a script would give it in JSON."""

from typing import cast

from coachlog.interview.answers import answered, answers_beside_questions, is_older_release
from coachlog.interview.conditions import LINK_FIELDS
from coachlog.interview.conversation import (
    Action,
    Conversation,
    Goal,
    IfThen,
    Option,
    Reality,
    Release,
    Review,
    Score,
    without,
    without_empty,
)
from coachlog.interview.fills import (
    LAST_ANSWER_COUNTS,
    LIST_FIELDS,
    ActionReview,
    Aside,
    FieldValues,
)
from coachlog.interview.flow import Interview
from coachlog.interview.mentions import mention_text, objectives_to_keep, talents_to_keep
from coachlog.interview.method import Question
from coachlog.interview.path import least_sure_index
from coachlog.interview.situation import Situation

NEW_GOAL = "goal"
"""The ref by which the other parts of a conversation refer to a goal set in it."""


def record(interview: Interview) -> Conversation:
    """Return the conversation as `coachlog schema session` describes it, without skipped questions.

    Only questions on the final path count. Date, coachee and form are the caller's to add.
    """
    filled = field_values(interview)
    composed = compose(filled, interview.situation)
    answers = answers_beside_questions(interview, composed)
    method = interview.method
    result: Conversation = {"method": method.id, "method_version": method.version, **composed}
    if answers:
        result["answers"] = answers
    return result


def goal_of_score(interview: Interview) -> int | None:
    """Return the number of the goal that the score in `reality.score` counts for, if it is implied.

    None if a goal was chosen, if there is no such score, or if the goal was scored by itself.
    """
    filled = field_values(interview)
    if filled.get("goal") or "reality.score" not in filled:
        return None
    scored_goals = {
        score["goal"] for score in filled.get("scores") or [] if score.get("score") is not None
    }
    goal = _goal_worked_on(interview.situation, filled)
    return goal if isinstance(goal, int) and goal not in scored_goals else None


def field_values(interview: Interview, *, excluding: Question | None = None) -> FieldValues:
    """Return the answers on the path by the field they fill, without that to *excluding*."""
    filled: dict[str, object] = {}
    for question, value in answered(interview):
        field = question.fills
        if not field or question == excluding or is_older_release(question, value):
            continue
        earlier = filled.get(field)
        if field in LAST_ANSWER_COUNTS:
            field_value = question.value(value)
            filled[field] = earlier if field_value is None else field_value
        elif field in LIST_FIELDS:
            filled[field] = [*cast("list[object]", earlier or []), *cast("list[object]", value)]
        elif field == "actions.confidence" and earlier:
            # Confidence is asked again once the plan has been made more feasible.
            filled |= {"actions.confidence_before": earlier, field: value}
        else:
            filled[field] = value
    for aside in cast("list[Aside]", filled.pop("asides", [])):
        _append(filled, aside)
    return cast("FieldValues", filled)


def _append(filled: dict[str, object], aside: Aside) -> None:
    """Append a line that was noted at the end of the conversation to its field in *filled*."""
    field, text = aside["field"], aside["text"]
    earlier = filled.get(field)
    if field in LIST_FIELDS:
        filled[field] = [*cast("list[object]", earlier or []), text]
    else:
        filled[field] = f"{earlier}\n{text}" if earlier else text


def compose(filled: FieldValues, situation: Situation) -> Conversation:
    """Return the parts of a conversation from the values of its fields (see `fills`)."""
    goal = _goal_worked_on(situation, filled)
    better = filled.get("better")
    parts: Conversation = {
        "kind": filled.get("trajectory_kind"),
        "topic": filled.get("topic"),
        "summary": filled.get("summary"),
        "private_note": filled.get("private_note"),
        "reflection": filled.get("reflection"),
        "next_at": filled.get("next_at"),
        "communication": filled.get("communication", []),
        "better": "\n".join(better) if isinstance(better, list) else better,
        "goals": _goals(filled, goal),
        "scores": _scores(filled, goal),
        "roles": _within("roles", filled),
        "reality": cast("Reality", _within("reality", filled)),
        "options": _options(filled),
        "actions": _actions(filled, goal),
        "parked": filled.get("parked", []),
        "taken_up": filled.get("taken_up") or _taken_up(situation, filled.get("topic")),
        "reviews": [_review(review) for review in filled.get("reviews") or []],
        "talents": talents_to_keep(filled, goal),
        "objectives": objectives_to_keep(filled, goal),
        "releases": [cast("Release", copy) for copy in filled.get("release") or []],
        "trajectory_closing": filled.get("trajectory_closing"),
        "retention_on": filled.get("retention_on"),
    }
    if filled.get("trajectory_closed"):
        parts["trajectory_closed"] = True
    return without_empty(parts)


def _review(review: ActionReview) -> Review:
    """Return the review without empty fields, and without what was still to be asked."""
    fields = without(review, "asking").items()
    return cast("Review", {key: value for key, value in fields if value is not None})


def _taken_up(situation: Situation, topic: str | None) -> list[int]:
    """Return the numbers of parked topics that stand on lines of their own in the *topic*.

    A parked topic may have several lines itself, so they are found between line ends.
    """
    topic_lines = f"\n{topic or ''}\n"
    return [parked.number for parked in situation.topics if f"\n{parked.text}\n" in topic_lines]


def _within(noun: str, filled: FieldValues) -> dict[str, object]:
    """Return the fields of *noun*, as `why` of `goal.why`; lists of lines become one text."""
    return {
        key.removeprefix(f"{noun}."): _as_text(value)
        for key, value in filled.items()
        if key.startswith(f"{noun}.")
    }


def _as_text(value: object) -> object:
    is_lines = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return "\n".join(cast("list[str]", value)) if is_lines else value


def _goal_worked_on(situation: Situation, filled: FieldValues) -> str | int | None:
    """Return the goal that was chosen, or else the only one: NEW_GOAL or a number.

    None if none was chosen and there is not exactly one.
    """
    chosen = filled.get("goal")
    if chosen:
        return chosen.get("number", NEW_GOAL)
    if situation.unseen:  # with three at the table, the goals themselves are left out
        return situation.scored
    goals = situation.goals
    return goals[0].number if len(goals) == 1 else None


def _goals(filled: FieldValues, worked_on: str | int | None) -> list[Goal]:
    """Return the goal set or worked on, with its fields, and the goals whose status changed."""
    fields = cast("Goal", without(_within("goal", filled), "mentioned"))
    if named := filled.get("goal.talents"):
        fields["talents"] = mention_text(named)
    goals: list[Goal] = []
    chosen = filled.get("goal")
    if chosen and "statement" in chosen:
        new_goal: Goal = {"ref": NEW_GOAL, "statement": chosen["statement"], **fields}
        if "reality.score" in filled:
            new_goal["baseline"] = filled["reality.score"]
        goals.append(new_goal)
    elif isinstance(worked_on, int):
        new_fields = _without_links(fields)
        if new_fields:
            goals.append({"number": worked_on, **new_fields})
    for score in filled.get("scores") or []:
        if score.get("status") not in (None, "active"):  # active: it was asked, and it goes on
            goals.append({"number": score["goal"], "status": score["status"]})
    return goals


def _without_links(fields: Goal) -> Goal:
    """Return *fields* without links: an answer would replace those that an earlier goal has."""
    remaining = {key: value for key, value in fields.items() if key not in LINK_FIELDS}
    return cast("Goal", remaining)


def _scores(filled: FieldValues, goal: str | int | None) -> list[Score]:
    """Return the scores of the look-back, and that of *goal* if it has none there."""
    scores: list[Score] = [
        {"goal": score["goal"], "score": score["score"]}
        for score in filled.get("scores") or []
        if score.get("score") is not None
    ]
    scored_goals = {score["goal"] for score in scores}
    if goal is not None and "reality.score" in filled and goal not in scored_goals:
        scores.append({"goal": goal, "score": filled["reality.score"]})
    return scores


def _options(filled: FieldValues) -> list[Option]:
    """Return the options in their order; one that was weighed or became an action is chosen."""
    weighed_by_text = {option["option"]: option for option in filled.get("options.chosen") or []}
    action_options = {action.get("option") for action in filled.get("actions") or []}
    options: list[Option] = []
    for option in filled.get("options", []):
        weighed = weighed_by_text.get(option["text"])
        is_chosen = weighed or option["text"] in action_options
        chosen = {"chosen": True} if is_chosen else {}
        pros_and_cons = without_empty(without(weighed or {}, "option"))
        options.append(cast("Option", option | chosen | pros_and_cons))
    return options


def least_sure_action(interview: Interview) -> str | None:
    """Return the text of the action with the lowest confidence; None without actions.

    It is the one that questions about a single action are about.
    """
    filled = field_values(interview)
    actions = filled.get("actions") or []
    if not actions:
        return None
    # There may be more scores than actions, where an action was removed since.
    confidences = (filled.get("actions.confidence") or [])[: len(actions)]
    return actions[least_sure_index(confidences)]["what"]


def _actions(filled: FieldValues, goal: str | int | None) -> list[Action]:
    """Return the actions with their confidence; the least sure one gets the plan and the helper."""
    actions = [
        cast("Action", without_empty(without(action, "option")))
        for action in filled.get("actions") or []
    ]
    confidences = (filled.get("actions.confidence") or [])[: len(actions)]
    first_confidences = filled.get("actions.confidence_before") or []
    first_confidences = first_confidences + [None] * len(confidences)  # at least as many
    for action, confidence, first in zip(actions, confidences, first_confidences, strict=False):
        if confidence is not None:
            action["confidence"] = confidence
        if first not in (None, confidence):
            action["confidence_before"] = first
    if not actions:
        return []
    least_sure = actions[least_sure_index(confidences)]
    plan = filled.get("actions.if_then") or {}
    if if_then := without(plan, "helper"):
        least_sure["if_then"] = cast("IfThen", if_then)
    if helper := filled.get("actions.helper") or plan.get("helper"):
        least_sure["helper"] = helper
    if goal is not None:
        for action in actions:
            action["goal"] = goal
    return actions
