"""Which questions a conversation asks, in order: a pure function of what is known and answered."""

from collections.abc import Iterator

from coachlog.interview.conditions import (
    ASIDE,
    ASIDES,
    Answers,
    fits_confidence,
    has_followed,
    has_score_already,
    has_whole,
    is_due,
    is_hidden,
    is_in_form,
    is_part_skipped,
    makes_sense,
    score_of_look_back,
    was_scored_before,
)
from coachlog.interview.fills import SEVERAL
from coachlog.interview.method import Method, Question, Stage
from coachlog.interview.situation import Situation


def path(
    method: Method,
    common: Method,
    situation: Situation,
    answers: Answers,
    extras: tuple[tuple[str, str], ...] = (),
) -> list[Question]:
    """Return the questions of this conversation in order, as far as the answers decide it.

    *extras* are pairs of ids: the question before which to ask, and the extra question that the
    coach wants. Whether a question is asked depends on the situation and on the answers before it.
    """
    by_id = {q.id: q for q in (*method.questions, *common.questions)}
    asked: list[Question] = []
    seen: set[str] = set()
    for question in _all_in_order(method, common, situation):
        if question.id in seen:
            continue
        if was_scored_before(question, method, common, situation, answers, seen):
            # Later questions treat the score of the look-back as the answer to this one.
            seen.add(question.id)
            answers = {**answers, question.id: score_of_look_back(common, answers)}
        elif _is_asked(question, method, situation, answers, seen):
            extra_ids = [extra for anchor, extra in extras if anchor == question.id]
            before = [by_id[extra] for extra in extra_ids if extra in by_id]
            new = [q for q in (*before, question) if q.id not in seen]
            asked += new
            seen |= {q.id for q in new}
    return asked


def more_of(
    stage_id: str, method: Method, common: Method, situation: Situation, answers: Answers
) -> Iterator[Question]:
    """Yield the questions of a stage that fit the situation, in any form, the shared ones last.

    The last stage of a method includes the shared closing. A shared question is left out where
    the method has one of its own for the same field.
    """
    own = method.stage(stage_id)
    for question in own.questions if own else ():
        if not (
            is_hidden(question, method) or is_part_skipped(question, method, situation, answers)
        ):
            yield question
    is_last = own is not None and own is method.stages[-1] and not method.alone
    shared = common.stage("closing" if is_last else stage_id)
    for question in _without_own(iter(shared.questions if shared else ()), method):
        followed = next((q for q in common.questions if q.id == question.follows), question)
        if (
            all(makes_sense(q, method, situation) for q in (question, followed))
            and has_whole(question, method, situation, answers)
            and not is_hidden(question, method)
        ):
            yield question


def stages_of(method: Method, common: Method, situation: Situation) -> list[str]:
    """Return the ids of the stages of this conversation, in order; without those in FOLLOWING."""
    stages = dict.fromkeys(q.stage for q in _all_in_order(method, common, situation))
    return [stage for stage in stages if stage not in FOLLOWING]


FOLLOWING = ("confidence",)
"""Stages that come only as a consequence of an answer."""


def order(method: Method, common: Method, situation: Situation) -> list[str]:
    """Return the ids of all possible questions, shared ones included, in order."""
    return list(dict.fromkeys(q.id for q in _all_in_order(method, common, situation)))


def least_sure_index(confidences: list[int | None]) -> int:
    """Return the index of the lowest confidence, the first of equals; 0 when none is given."""
    pairs = [(figure, index) for index, figure in enumerate(confidences) if figure is not None]
    return min(pairs)[1] if pairs else 0


def is_look_back(stage: Stage) -> bool:
    """Whether *stage* opens a conversation by looking back at the earlier one."""
    return stage.place == "opening" and stage.id == "review"


def _all_in_order(method: Method, common: Method, situation: Situation) -> Iterator[Question]:
    """Yield every possible question of the method, with the shared stages in their positions.

    A question may come twice: the first position counts.
    """
    if situation.first and not method.alone:
        yield from _shared_stage(common, "first_agreement")
        if not situation.roles_known:
            yield from _shared_stage(common, "role_conflict")
    stages = [stage for stage in method.stages if not (situation.first and is_look_back(stage))]
    if not situation.first and not any(is_look_back(stage) for stage in stages):
        yield from _shared_stage(common, "look_back")
    for stage in stages:
        for position, question in enumerate(_in_order(stage)):
            yield question
            if position == 0 and is_look_back(stage):
                yield from _shared_stage(common, "look_back")
            if question.fills == "actions.confidence":
                yield from _shared_stage(common, "confidence")
        if any(question.fills == "goal" for question in stage.questions):
            yield from _without_own(_shared_stage(common, "goal_links"), method)
    # A coach who reflects alone has already noted what the closing would ask.
    if not method.alone:
        yield from _without_own(_shared_stage(common, "closing"), method)


def _without_own(questions: Iterator[Question], method: Method) -> Iterator[Question]:
    """Yield shared *questions*, without those for a field that the *method* asks for itself."""
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


def _shared_stage(common: Method, name: str) -> Iterator[Question]:
    stage = common.stage(name)
    if stage:
        yield from _in_order(stage)


def _is_asked(
    question: Question, method: Method, situation: Situation, answers: Answers, seen: set[str]
) -> bool:
    """Whether all conditions for asking the question hold; *seen* are the questions before it."""
    if ASIDES in seen and question.fills in ASIDE:
        return False
    if question.stage == "confidence" and not fits_confidence(question, method, answers):
        return False
    if question.fills == "scores" and has_score_already(question, method, situation, answers):
        return False
    return (
        not is_hidden(question, method)
        and is_in_form(question, situation, answers, method)
        and is_due(question, method, situation, answers)
        and has_whole(question, method, situation, answers)
        and has_followed(question, answers, seen)
    )
