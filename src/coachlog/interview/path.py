"""Which questions a conversation asks, in order: a pure function of what is known and given."""

from collections.abc import Iterator, Mapping
from typing import Any

from coachlog.interview.fills import SEVERAL
from coachlog.interview.method import Method, Question, Stage
from coachlog.interview.situation import Situation
from coachlog.journal.action.fields import CONFIDENT

SCREENS = 10
"""The short form has no more of them."""

NOT_WANTED_EVERY = 3
"""In the short form what is not wanted comes back in every third conversation."""


Given = Mapping[str, Any]
"""Answers by question; None is a question that was skipped."""


def path(
    method: Method,
    common: Method,
    situation: Situation,
    given: Given,
    extras: tuple[tuple[str, str], ...] = (),
) -> list[Question]:
    """The questions of this conversation as far as the answers given so far decide it, in order.

    *extras* are pairs (before which question, extra question) that the coach asked for.
    Whether a question is asked depends on the situation and on answers that stand before it.
    """
    by_id = {q.id: q for each in (method, common) for q in each.questions}
    asked: list[Question] = []
    seen: set[str] = set()
    for question in _woven(method, common, situation):
        if question.id not in seen and _asked(question, method, situation, given, seen):
            before = [
                by_id[extra] for anchor, extra in extras if anchor == question.id and extra in by_id
            ]
            fresh = [q for q in (*before, question) if q.id not in seen]
            asked += fresh
            seen |= {q.id for q in fresh}
    return asked


def more_of(
    stage_id: str, method: Method, common: Method, situation: Situation, given: Given
) -> Iterator[Question]:
    """The questions of a stage that make sense now, in any form; of the *method* and shared ones.

    At the last stage of a method the shared closing is among them. A shared question for which
    the method has one of its own is left out.
    """
    own = method.stage(stage_id)
    if own:
        yield from (each for each in own.questions if not _unheard(each, method))
    last = own is not None and own is method.stages[-1] and not method.alone
    shared = common.stage("closing" if last else stage_id)
    for question in _left_over(iter(shared.questions if shared else ()), method):
        followed = next((q for q in common.questions if q.id == question.follows), question)
        if (
            all(_when(each, method, situation) for each in (question, followed))
            and _has_something_to_fill(question, method, situation, given)
            and not _unheard(question, method)
        ):
            yield question


def least_sure(confidences: list[int | None]) -> int:
    """The place of the lowest confidence; the first of equals; 0 when none is given."""
    known = [(figure, place) for place, figure in enumerate(confidences) if figure is not None]
    return min(known)[1] if known else 0


def is_look_back(stage: Stage) -> bool:
    """Whether *stage* opens a conversation by looking back at the earlier one."""
    return stage.place == "opening" and stage.id == "review"


def _woven(method: Method, common: Method, situation: Situation) -> Iterator[Question]:
    """Every question that may come, with the shared sets at their places."""
    if situation.first and not method.alone:
        yield from _set(common, "first_agreement")
        if not situation.roles_known:
            yield from _set(common, "role_conflict")
    stages = [stage for stage in method.stages if not (situation.first and is_look_back(stage))]
    if not situation.first and not any(is_look_back(stage) for stage in stages):
        yield from _set(common, "look_back")
    for stage in stages:
        for position, question in enumerate(_in_order(stage)):
            yield question
            if position == 0 and is_look_back(stage):
                yield from _set(common, "look_back")
            if question.fills == "actions.confidence":
                yield from _set(common, "confidence")
        if any(question.fills == "goal" for question in stage.questions):
            yield from _left_over(_set(common, "goal_links"), method)
    # Who looks back at a talk alone has noted in it what would be asked here.
    if not method.alone:
        yield from _left_over(_set(common, "closing"), method)


def _left_over(questions: Iterator[Question], method: Method) -> Iterator[Question]:
    """Those of *questions* that fill nothing for which the *method* has one of its own."""
    own = {question.fills for question in method.questions if question.fills} - set(SEVERAL)
    return (question for question in questions if question.fills not in own)


def _in_order(stage: Stage) -> Iterator[Question]:
    """The questions of a stage, each follow-up straight after the question it follows."""
    for question in stage.questions:
        if not question.follows:
            yield from _with_followers(question, stage)


def _with_followers(question: Question, stage: Stage) -> Iterator[Question]:
    yield question
    for follower in stage.questions:
        if follower.follows == question.id:
            yield from _with_followers(follower, stage)


def _set(common: Method, name: str) -> Iterator[Question]:
    stage = common.stage(name)
    if stage:
        yield from _in_order(stage)


def _asked(
    question: Question, method: Method, situation: Situation, given: Given, seen: set[str]
) -> bool:
    return (
        not _unheard(question, method)
        and _in_form(question, situation, given, method)
        and _when(question, method, situation)
        and _has_something_to_fill(question, method, situation, given)
        and _follows(question, given, seen)
        and (question.stage != "confidence" or _probed(question, method, given))
    )


def _unheard(question: Question, method: Method) -> bool:
    """Whether somebody sits at the table who may not read the answer."""
    return method.with_three and question.layer == "private"


def _in_form(question: Question, situation: Situation, given: Given, method: Method) -> bool:
    if question.form == "more" or (situation.short and question.form == "long"):
        return False
    return not situation.short or _in_short_form(question, method, situation, given)


def _in_short_form(question: Question, method: Method, situation: Situation, given: Given) -> bool:
    """What of the short questions is left out, so that ten screens are enough."""
    third = situation.number % NOT_WANTED_EVERY == 0
    if question.fills == "goal":
        return not situation.goals
    if question.id == "anti_goal_review.01":
        return third
    if question.fills == "goal.anti_goal":
        return situation.first or third
    if question.fills == "reality.score":
        return situation.first or question.core
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


def _when(question: Question, method: Method, situation: Situation) -> bool:
    anti_goal = any(goal.anti_goal for goal in situation.goals)
    holds = {
        None: True,
        "first": situation.first,
        "later": not situation.first,
        "open_actions": bool(situation.actions),
        "goals": bool(situation.goals),
        "anti_goal": anti_goal,
        "no_anti_goal": not anti_goal,
        "no_next": not any(q.fills == "next_at" for q in method.questions),
        "no_summary": not any(q.fills == "summary" for q in method.questions),
        "communication": situation.communication,
    }
    return holds[question.when]


def _has_something_to_fill(
    question: Question, method: Method, situation: Situation, given: Given
) -> bool:
    noun, _, field = (question.fills or "").partition(".")
    if not field or noun in ("reality", "roles"):
        return True
    value = _value(method, given, noun)
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


def _value(method: Method, given: Given, fills: str) -> Any:
    found = [given.get(q.id) for q in method.questions if q.fills == fills]
    return next((value for value in found if value), None)


def _follows(question: Question, given: Given, seen: set[str]) -> bool:
    return not question.follows or (
        question.follows in seen and given.get(question.follows) is not None
    )


def _probed(question: Question, method: Method, given: Given) -> bool:
    confidences = [
        figure for figure in _value(method, given, "actions.confidence") or [] if figure is not None
    ]
    if not confidences or min(confidences) >= CONFIDENT:
        return False
    missing = given.get("confidence.00")
    return question.kind == "missing" or (missing is not None and question.probe in (None, missing))
