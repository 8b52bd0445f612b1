"""Which questions a conversation asks, in order: a pure function of what is known and given."""

from collections.abc import Iterator

from coachlog.interview.conditions import (
    ASIDE,
    ASIDES,
    Given,
    comes_by_itself,
    figure_of_look_back,
    has_followed,
    has_something_to_fill,
    is_in_form,
    is_lost,
    is_probed,
    is_told,
    is_unheard,
    makes_sense,
    was_scored_before,
)
from coachlog.interview.fills import SEVERAL
from coachlog.interview.method import Method, Question, Stage
from coachlog.interview.situation import Situation


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
        if question.id in seen:
            continue
        if was_scored_before(question, method, common, situation, given, seen):
            seen.add(question.id)  # what follows from a figure follows from the one given there
            given = {**given, question.id: figure_of_look_back(common, given)}
        elif _asked(question, method, situation, given, seen):
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
        yield from (
            each
            for each in own.questions
            if not is_unheard(each, method) and not is_lost(each, method, situation, given)
        )
    last = own is not None and own is method.stages[-1] and not method.alone
    shared = common.stage("closing" if last else stage_id)
    for question in _left_over(iter(shared.questions if shared else ()), method):
        followed = next((q for q in common.questions if q.id == question.follows), question)
        if (
            all(makes_sense(each, method, situation) for each in (question, followed))
            and has_something_to_fill(question, method, situation, given)
            and not is_unheard(question, method)
        ):
            yield question


def stages_of(method: Method, common: Method, situation: Situation) -> list[str]:
    """The stages in which something can be asked in this conversation, in their order.

    Those that follow from an answer are not among them.
    """
    found = (q.stage for q in _woven(method, common, situation))
    return [each for each in dict.fromkeys(found) if each not in FOLLOWING]


FOLLOWING = ("confidence",)
"""Stages that are asked because of an answer, and never by themselves."""


def order(method: Method, common: Method, situation: Situation) -> list[str]:
    """The ids of all questions in the order in which they would come, the shared ones included."""
    return list(dict.fromkeys(q.id for q in _woven(method, common, situation)))


def least_sure_index(confidences: list[int | None]) -> int:
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
        not is_unheard(question, method)
        and is_in_form(question, situation, given, method)
        and comes_by_itself(question, method, situation, given)
        and has_something_to_fill(question, method, situation, given)
        and has_followed(question, given, seen)
        and not (ASIDES in seen and question.fills in ASIDE)
        and not (question.fills == "scores" and is_told(question, method, situation, given))
        and (question.stage != "confidence" or is_probed(question, method, given))
    )
