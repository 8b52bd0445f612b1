"""From answers to a conversation: the shape that a script would give as JSON."""

from typing import Any, cast

from coachlog.interview.conditions import CHOSEN_FROM
from coachlog.interview.conversation import (
    Action,
    Answer,
    Conversation,
    Goal,
    IfThen,
    Option,
    Reality,
    Review,
    Score,
    without_empty,
)
from coachlog.interview.fills import SEVERAL
from coachlog.interview.flow import Interview
from coachlog.interview.method import Question
from coachlog.interview.path import least_sure
from coachlog.interview.situation import Situation

NEW_GOAL = "goal"
"""The name by which the other parts of a conversation refer to the goal set in it."""

_YES_NO = {"nl": ("nee", "ja"), "fr": ("non", "oui"), "en": ("no", "yes")}


def record(interview: Interview) -> Conversation:
    """The conversation as `coachlog schema session` describes it; what was skipped is left out.

    Only questions on the final path count. Date, coachee and form are the caller's to add.
    """
    filled = _filled(interview)
    composed = compose(filled, interview.situation)
    answers = [
        _answer(question, value, interview.language)
        for question, value in _given(interview)
        if not question.fills or _is_without_its_whole(question, value, composed)
    ]
    method = interview.method
    told: Conversation = {"method": method.id, "method_version": method.version, **composed}
    if answers:
        told["answers"] = answers
    return told


def goal_of_figure(interview: Interview) -> int | None:
    """The number of the one goal that the figure of the reality counts for, unless it was chosen.

    None where there is no figure yet, or where the goal was scored apart.
    """
    filled, situation = _filled(interview), interview.situation
    scored = {
        score["goal"] for score in filled.get("scores") or [] if score.get("score") is not None
    }
    goal = None if filled.get("goal") else _goal_worked_on(situation, filled)
    apart = goal in scored or "reality.score" not in filled
    return goal if isinstance(goal, int) and not apart else None


def _is_without_its_whole(question: Question, value: Any, composed: Conversation) -> bool:
    """Whether it tells something of a goal or an action, and there is none: it is kept beside."""
    noun, _dot, part = (question.fills or "").partition(".")
    whole = {"goal": "goals", "actions": "actions"}.get(noun)
    return bool(part and whole) and isinstance(value, str) and not composed.get(str(whole))


def _given(interview: Interview) -> list[tuple[Question, Any]]:
    asked = [(each, interview.given.get(each.id)) for each in interview.path]
    return [(question, value) for question, value in asked if value is not None]


def _filled(interview: Interview) -> dict[str, Any]:
    filled: dict[str, Any] = {}
    for question, value in _given(interview):
        if question.fills == "asides":
            _add_asides(filled, value)
        elif question.fills in SEVERAL:
            filled[question.fills] = [*filled.get(question.fills, []), *value]
        elif question.fills:
            if question.fills == "actions.confidence" and question.fills in filled:
                filled["actions.confidence_before"] = filled[question.fills]
            filled[question.fills] = value
    return filled


def _add_asides(filled: dict[str, Any], asides: list[dict[str, str]]) -> None:
    """The lines at the end go to their fields, after what stands there."""
    for aside in asides:
        field, text = aside["field"], aside["text"]
        if field in SEVERAL:
            filled[field] = [*filled.get(field, []), text]
        else:
            filled[field] = "\n".join(filter(None, (filled.get(field), text)))


def compose(filled: dict[str, Any], situation: Situation) -> Conversation:
    """The parts of a conversation out of the values of its fields (see `fills`)."""
    goal = _goal_worked_on(situation, filled)
    better = filled.get("better")
    said: Conversation = {
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
        "reviews": [_review(each) for each in filled.get("reviews") or []],
    }
    return without_empty(said)


def _review(review: dict[str, Any]) -> Review:
    names = ("action", "status", "outcome", "obstacle_came", "plan_helped")
    return cast("Review", {key: review[key] for key in names if review.get(key) is not None})


def _taken_up(situation: Situation, topic: str | None) -> list[int]:
    """The parked topics that this conversation is about: each stands in it on lines of its own."""
    said = f"\n{topic or ''}\n"
    return [each.number for each in situation.topics if f"\n{each.text}\n" in said]


def _within(noun: str, filled: dict[str, Any]) -> dict[str, Any]:
    """The fields of *noun*; several lines become one text, numbers stay numbers."""
    return {
        key.removeprefix(f"{noun}."): "\n".join(value) if _lines(value) else value
        for key, value in filled.items()
        if key.startswith(f"{noun}.")
    }


def _lines(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _goal_worked_on(situation: Situation, filled: dict[str, Any]) -> str | int | None:
    chosen = filled.get("goal")
    if chosen:
        return int(chosen["number"]) if "number" in chosen else NEW_GOAL
    if situation.unseen:
        return situation.scored
    goals = situation.goals
    return goals[0].number if len(goals) == 1 else None


def _goals(filled: dict[str, Any], worked_on: str | int | None) -> list[Goal]:
    fields = cast("Goal", _within("goal", filled))
    goals: list[Goal] = []
    chosen = filled.get("goal")
    if chosen and "statement" in chosen:
        goal: Goal = {"ref": NEW_GOAL, "statement": chosen["statement"], **fields}
        if "reality.score" in filled:
            goal["baseline"] = filled["reality.score"]
        goals.append(goal)
    elif isinstance(worked_on, int) and (fields := _without_links(fields)):
        goals.append({"number": worked_on, **fields})
    for score in filled.get("scores") or []:
        if score.get("status"):
            goals.append({"number": score["goal"], "status": score["status"]})
    return goals


def _without_links(fields: Goal) -> Goal:
    """*fields* of a goal of before: it keeps the links it has, and an answer would replace them."""
    left = {key: value for key, value in fields.items() if key not in CHOSEN_FROM}
    return cast("Goal", left)


def _scores(filled: dict[str, Any], goal: str | int | None) -> list[Score]:
    scores: list[Score] = [
        {"goal": score["goal"], "score": score["score"]}
        for score in filled.get("scores") or []
        if score.get("score") is not None
    ]
    scored = {score["goal"] for score in scores}
    if goal is not None and "reality.score" in filled and goal not in scored:
        scores.append({"goal": goal, "score": filled["reality.score"]})
    return scores


def _options(filled: dict[str, Any]) -> list[Option]:
    """The options in the order they came; what was weighed or became an action was chosen."""
    weighed = {each["option"]: each for each in filled.get("options.chosen") or []}
    taken = {action.get("option") for action in filled.get("actions") or []}
    options = []
    for option in filled.get("options", []):
        arguments = weighed.get(option["text"], {})
        chosen = {"chosen": True} if arguments or option["text"] in taken else {}
        options.append(
            option
            | chosen
            | {key: arguments[key] for key in ("pros", "cons") if arguments.get(key)}
        )
    return options


def weakest_action(interview: Interview) -> str | None:
    """What the action is that the questions about one action are about: the least sure one."""
    filled = _filled(interview)
    actions = filled.get("actions") or []
    place = least_sure((filled.get("actions.confidence") or [])[: len(actions)])
    return str(actions[place]["what"]) if actions else None


def _actions(filled: dict[str, Any], goal: str | int | None) -> list[Action]:
    names = ("what", "due_on", "helper")
    actions = [
        cast("Action", {key: each[key] for key in names if each.get(key)})
        for each in filled.get("actions") or []
    ]
    confidences = (filled.get("actions.confidence") or [])[: len(actions)]
    before = (filled.get("actions.confidence_before") or []) + [None] * len(confidences)
    for action, confidence, first in zip(actions, confidences, before, strict=False):
        if confidence is not None:
            action["confidence"] = confidence
        if first not in (None, confidence):
            action["confidence_before"] = first
    if not actions:
        return []
    weakest = actions[least_sure(confidences)]
    plan: dict[str, str] = dict(filled.get("actions.if_then") or {})
    helper = filled.get("actions.helper") or plan.pop("helper", None)
    plan.pop("helper", None)
    if plan:
        weakest["if_then"] = cast("IfThen", plan)
    if helper:
        weakest["helper"] = helper
    if goal is not None:
        for action in actions:
            action["goal"] = goal
    return actions


def _answer(question: Question, value: Any, language: str) -> Answer:
    choice = question.choices[value].get(language, value) if question.choices else None
    answer: Answer = {
        "stage": question.stage,
        "question": question.id,
        "asked": question.ask(language),
        "text": _text(value, language) if choice is None else choice,
    }
    if question.layer == "private":
        answer["layer"] = "private"
    return answer


def _text(value: Any, language: str) -> str:
    if isinstance(value, bool):
        return _YES_NO[language][value]
    return "\n".join(value) if isinstance(value, list) else str(value)
