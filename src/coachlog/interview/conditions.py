"""Whether a question is asked: by the form, the situation, and what was answered before it."""

from collections.abc import Mapping
from typing import Any

from coachlog.interview.fills import SEVERAL, ChosenGoal
from coachlog.interview.method import Method, Question
from coachlog.interview.situation import Situation

SCREENS = 10
"""The short form has no more of them."""

NOT_WANTED_EVERY = 3
"""How often the short form asks what is not wanted: in every third conversation."""

CONFIDENT = 7
"""The figure from which a person is likely to do an action; below it something may be missing."""


Given = Mapping[str, object]
"""Answers by question; None is a question that was skipped."""


def is_unheard(question: Question, method: Method) -> bool:
    """Whether somebody sits at the table who may not read the answer."""
    return method.with_three and question.layer == "private"


ASIDES = "closing.07"
ASIDE = ("parked", "private_note", "reflection")
"""The shared question at the end, and the fields that its lines fill: they are not asked apart."""

IN_NOTES = ("summary", "next_at")
"""What belongs to a conversation of which all that is known stands in its notes."""


def is_in_form(question: Question, situation: Situation, given: Given, method: Method) -> bool:
    """Whether the form of this conversation has the question."""
    if situation.noted:
        return question.fills in IN_NOTES or question.stage == "first_agreement"
    if question.form == "more" or (situation.short and question.form == "long"):
        return False
    return not situation.short or _in_short_form(question, method, situation, given)


def _in_short_form(question: Question, method: Method, situation: Situation, given: Given) -> bool:
    """What of the short questions is left out, so that ten screens are enough."""
    if given.get(question.id) is not None:  # what was said counts, whatever was said after it
        return True
    third = situation.number % NOT_WANTED_EVERY == 0
    if question.fills == "goal":
        return not situation.goals
    if question.id == "anti_goal_review.01":
        return third
    if question.fills == "goal.anti_goal":
        return situation.first or third
    if question.fills == "reality.score":
        return situation.first or question.core
    if question.fills == "summary":
        # What was agreed stands there as actions.
        return not _value(method, given, "actions")
    if question.fills == "reality.now" and _full(method):
        # The tenth screen is given to what is not wanted, where the actions fill another.
        return not (third and situation.actions and _not_wanted(method, situation, given))
    return True


def _full(method: Method) -> bool:
    """Whether the short questions of the method alone fill as many screens as there may be."""
    return sum(question.form == "short" for question in method.questions) >= SCREENS


def _not_wanted(method: Method, situation: Situation, given: Given) -> bool:
    if situation.goals:
        return any(goal.anti_goal for goal in situation.goals)
    return bool(_value(method, given, "goal"))


def comes_by_itself(question: Question, method: Method, situation: Situation, given: Given) -> bool:
    """Whether the question comes by itself."""
    usual = {
        "first": situation.first,
        "later": not situation.first,
        "goal_open": len(situation.goals) != 1,
        "communication": situation.communication,
        "role_matters": any(given.get(each) for each in ROLE_MATTERS),
    }
    if question.when in usual:
        return usual[question.when]
    return makes_sense(question, method, situation)


ROLE_MATTERS = tuple(f"role_conflict.0{n}" for n in range(1, 6))
"""Questions about the roles of the coach: an answer but no gives something to think about."""


def makes_sense(question: Question, method: Method, situation: Situation) -> bool:
    """Whether it could be asked, by itself or because the coach wants to."""
    anti_goal = any(goal.anti_goal for goal in situation.goals)
    holds = {
        "open_actions": bool(situation.actions),
        "goals": bool(situation.goals),
        "anti_goal": anti_goal,
        "no_anti_goal": not anti_goal,
        "no_next": not any(q.fills == "next_at" for q in method.questions),
        "no_summary": not any(q.fills == "summary" for q in method.questions),
    }
    return holds.get(question.when or "", True)


def has_something_to_fill(
    question: Question, method: Method, situation: Situation, given: Given
) -> bool:
    """Whether there is what the question tells a part of."""
    noun, _, field = (question.fills or "").partition(".")
    if not field or noun in ("reality", "roles"):
        return True
    value = _value(method, given, noun)
    if question.kind == "weigh":
        return len(_values(method, given, noun)) > 1  # of one there is nothing to choose
    if noun != "goal" or not value:
        return bool(value)
    if "number" not in value:
        return _fits_a_new_goal(field, situation)
    return any(goal.number == value["number"] and field in goal.lacks for goal in situation.goals)


CHOSEN_FROM = {"objectives": "serves", "talent_numbers": "talents"}
"""What a goal is linked with, and the field that tells the same in words."""


def _fits_a_new_goal(field: str, situation: Situation) -> bool:
    """A link needs something to choose from; where it is asked, the same in words is not."""
    known = {"objectives": situation.objectives, "talent_numbers": situation.talents}
    if field in known:
        return bool(known[field])
    asked = () if situation.short else (CHOSEN_FROM[link] for link in known if known[link])
    return field not in asked


def is_lost(question: Question, method: Method, situation: Situation, given: Given) -> bool:
    """Whether it asks for a part of what was passed over, or of a goal that has it already."""
    noun, _, field = (question.fills or "").partition(".")
    wholes = [q.id for q in method.questions if q.fills == noun] if field else []
    if noun == "goal" and len(situation.goals) == 1 and not _value(method, given, noun):
        return bool(wholes) and field not in situation.goals[0].lacks
    return bool(wholes) and all(each in given and not given[each] for each in wholes)


def was_scored_before(
    question: Question,
    method: Method,
    common: Method,
    situation: Situation,
    given: Given,
    seen: set[str],
) -> bool:
    """Whether the look-back asked already where the goal stands that is worked on.

    A core question is asked nevertheless where no figure was given.
    """
    if question.fills != "reality.score" or _is_new(_value(method, given, "goal")):
        return False
    looked = any(q.fills == "scores" and q.id in seen for q in common.questions)
    return looked and (not question.core or figure_of_look_back(common, given) is not None)


def figure_of_look_back(common: Method, given: Given) -> int | None:
    """The first figure of the look-back, if there is one."""
    found = [score for each in _values(common, given, "scores") for score in each]
    return next((each["score"] for each in found if each.get("score") is not None), None)


def is_told(question: Question, method: Method, situation: Situation, given: Given) -> bool:
    """Whether the figure of the only goal came with the options: it was asked nowhere yet."""
    if question.id in given or len(situation.goals) != 1:
        return False
    return any(given.get(q.id) is not None for q in method.questions if q.fills == "reality.score")


def _is_new(goal: ChosenGoal | None) -> bool:
    return goal is not None and bool(goal) and "number" not in goal


def _value(method: Method, given: Given, fills: str) -> Any:
    return next(iter(_values(method, given, fills)), None)


def _values(method: Method, given: Given, fills: str) -> list[Any]:
    """What was given by the questions of the method that fill *fills*, in one list."""
    found: list[Any] = [given.get(q.id) for q in method.questions if q.fills == fills]
    several = fills in SEVERAL
    return [each for value in found if value for each in (value if several else [value])]


def has_followed(question: Question, given: Given, seen: set[str]) -> bool:
    """Whether the question that it follows was asked and answered, if it follows one."""
    return not question.follows or (
        question.follows in seen and given.get(question.follows) is not None
    )


def is_probed(question: Question, method: Method, given: Given) -> bool:
    """Whether a question about what is missing fits how sure the person is, and what it is."""
    confidences = [
        figure for figure in _value(method, given, "actions.confidence") or [] if figure is not None
    ]
    if not confidences or min(confidences) >= CONFIDENT:
        return False
    missing = given.get("confidence.00")
    return question.kind == "missing" or (missing is not None and question.probe in (None, missing))
