"""The conversation that answers make: the shape that a script would give as JSON."""

from typing import cast

from coachlog.base.languages import SPOKEN
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
    without,
    without_empty,
)
from coachlog.interview.fills import SEVERAL, ActionReview, Aside, Filled
from coachlog.interview.flow import Interview
from coachlog.interview.method import Question
from coachlog.interview.path import least_sure_index
from coachlog.interview.situation import Situation

NEW_GOAL = "goal"
"""The name by which the other parts of a conversation refer to the goal set in it."""


def record(interview: Interview) -> Conversation:
    """The conversation as `coachlog schema session` describes it; what was skipped is left out.

    Only questions on the final path count. Date, coachee and form are the caller's to add.
    """
    filled = filled_in(interview)
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


def goal_of_score(interview: Interview) -> int | None:
    """The number of the one goal that the figure of the reality counts for, unless it was chosen.

    None where there is no figure yet, or where the goal was scored apart.
    """
    filled, situation = filled_in(interview), interview.situation
    scored = {
        score["goal"] for score in filled.get("scores") or [] if score.get("score") is not None
    }
    goal = None if filled.get("goal") else _goal_worked_on(situation, filled)
    apart = goal in scored or "reality.score" not in filled
    return goal if isinstance(goal, int) and not apart else None


def _is_without_its_whole(question: Question, value: object, composed: Conversation) -> bool:
    """Whether it tells something of a goal or an action, and there is none: it is kept beside."""
    noun, _dot, part = (question.fills or "").partition(".")
    whole = {"goal": "goals", "actions": "actions"}.get(noun)
    return bool(part and whole) and isinstance(value, str) and not composed.get(str(whole))


def _given(interview: Interview) -> list[tuple[Question, object]]:
    asked = [(each, interview.answers.get(each.id)) for each in interview.path]
    return [(question, value) for question, value in asked if value is not None]


def filled_in(interview: Interview, *, but: Question | None = None) -> Filled:
    """What was answered to the questions of the path, *but* one, by the field that it fills."""
    filled: dict[str, object] = {}
    for question, value in _given(interview):
        if not (field := question.fills) or question == but:
            continue
        before = filled.get(field)
        if field in SEVERAL:
            filled[field] = [*cast("list[object]", before or []), *cast("list[object]", value)]
        elif field == "actions.confidence" and before:
            filled |= {"actions.confidence_before": before, field: value}
        else:
            filled[field] = value
    for aside in cast("list[Aside]", filled.pop("asides", [])):
        _add(filled, aside)
    return cast("Filled", filled)


def _add(filled: dict[str, object], aside: Aside) -> None:
    """A line that was noted at the end goes to its field, after what stands there."""
    field, text = aside["field"], aside["text"]
    before = filled.get(field)
    if field in SEVERAL:
        filled[field] = [*cast("list[object]", before or []), text]
    else:
        filled[field] = f"{before}\n{text}" if before else text


def compose(filled: Filled, situation: Situation) -> Conversation:
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


def _review(review: ActionReview) -> Review:
    told = without(review, "asking").items()
    return cast("Review", {key: value for key, value in told if value is not None})


def _taken_up(situation: Situation, topic: str | None) -> list[int]:
    """The parked topics that this conversation is about: each stands in it on lines of its own."""
    said = f"\n{topic or ''}\n"
    return [each.number for each in situation.topics if f"\n{each.text}\n" in said]


def _within(noun: str, filled: Filled) -> dict[str, object]:
    """The fields of *noun*; several lines become one text, numbers stay numbers."""
    return {
        key.removeprefix(f"{noun}."): _as_text(value)
        for key, value in filled.items()
        if key.startswith(f"{noun}.")
    }


def _as_text(value: object) -> object:
    lines = isinstance(value, list) and all(isinstance(each, str) for each in value)
    return "\n".join(cast("list[str]", value)) if lines else value


def _goal_worked_on(situation: Situation, filled: Filled) -> str | int | None:
    chosen = filled.get("goal")
    if chosen:
        return chosen.get("number", NEW_GOAL)
    if situation.unseen:
        return situation.scored
    goals = situation.goals
    return goals[0].number if len(goals) == 1 else None


def _goals(filled: Filled, worked_on: str | int | None) -> list[Goal]:
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


def _scores(filled: Filled, goal: str | int | None) -> list[Score]:
    scores: list[Score] = [
        {"goal": score["goal"], "score": score["score"]}
        for score in filled.get("scores") or []
        if score.get("score") is not None
    ]
    scored = {score["goal"] for score in scores}
    if goal is not None and "reality.score" in filled and goal not in scored:
        scores.append({"goal": goal, "score": filled["reality.score"]})
    return scores


def _options(filled: Filled) -> list[Option]:
    """The options in the order they came; what was weighed or became an action was chosen."""
    weighed = {each["option"]: each for each in filled.get("options.chosen") or []}
    taken = {action.get("option") for action in filled.get("actions") or []}
    options: list[Option] = []
    for option in filled.get("options", []):
        arguments = weighed.get(option["text"])
        chosen = {"chosen": True} if arguments or option["text"] in taken else {}
        sides = without_empty(without(arguments or {}, "option"))
        options.append(cast("Option", option | chosen | sides))
    return options


def least_sure_action(interview: Interview) -> str | None:
    """What the action is that the questions about one action are about: the least sure one."""
    filled = filled_in(interview)
    actions = filled.get("actions") or []
    place = least_sure_index((filled.get("actions.confidence") or [])[: len(actions)])
    return actions[place]["what"] if actions else None


def _actions(filled: Filled, goal: str | int | None) -> list[Action]:
    actions = [
        cast("Action", without_empty(without(each, "option")))
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
    weakest = actions[least_sure_index(confidences)]
    told = filled.get("actions.if_then") or {}
    if plan := without(told, "helper"):
        weakest["if_then"] = cast("IfThen", plan)
    if helper := filled.get("actions.helper") or told.get("helper"):
        weakest["helper"] = helper
    if goal is not None:
        for action in actions:
            action["goal"] = goal
    return actions


def _answer(question: Question, value: object, language: str) -> Answer:
    choices = question.choices
    choice = choices[str(value)].get(language, str(value)) if choices else None
    answer: Answer = {
        "stage": question.stage,
        "question": question.id,
        "asked": question.ask(language),
        "text": _text(value, language) if choice is None else choice,
    }
    if question.layer == "private":
        answer["layer"] = "private"
    return answer


def _text(value: object, language: str) -> str:
    if isinstance(value, bool):
        return SPOKEN[language].yes if value else SPOKEN[language].no
    return "\n".join(value) if isinstance(value, list) else str(value)
