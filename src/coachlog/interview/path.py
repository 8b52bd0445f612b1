"""Which questions a conversation asks, in order: a pure function of what is known and answered."""

from collections.abc import Iterator

from coachlog.interview.conditions import (
    ASIDE_FIELDS,
    ASIDES_QUESTION,
    Answers,
    PathContext,
    fits_confidence,
    fits_kind,
    has_followed,
    has_score_already,
    has_whole,
    is_due,
    is_hidden,
    is_in_form,
    is_part_skipped,
    kind_after,
    makes_sense,
    was_mentioned,
    was_scored_before,
)
from coachlog.interview.fills import DISCREET_FIELDS, LIST_FIELDS
from coachlog.interview.method import Method, Question, Stage
from coachlog.interview.situation import Situation


def path(context: PathContext, extras: tuple[tuple[str, str], ...] = ()) -> list[Question]:
    """Return the questions of this conversation in order, as far as the answers decide it.

    *extras* are pairs of ids: an anchor, which is the question before which to ask, and the extra
    question that the coach wants. Whether a question is asked depends on the situation and on the
    answers before it.
    """
    by_id = {q.id: q for q in (*context.method.questions, *context.common.questions)}
    extra_questions: dict[str, list[Question]] = {}
    for anchor_id, extra_id in extras:
        if extra_id in by_id:  # it may be gone, if the method was changed since the draft was saved
            extra_questions.setdefault(anchor_id, []).append(by_id[extra_id])
    asked: dict[str, Question] = {}
    seen: set[str] = set()
    kind = context.situation.kind
    for question in _all_in_order(context):
        if question.id in seen:
            continue
        if was_scored_before(question, context, seen):
            # Later questions treat the score of the look-back as the answer to this one.
            seen.add(question.id)
            answers = {**context.answers, question.id: context.look_back_score}
            context = context._replace(answers=answers)
        elif fits_kind(question, kind) and _is_asked(question, context, seen):
            # One that the look-back answered already, and so was seen, may still be asked for.
            for added in (*extra_questions.get(question.id, ()), question):
                if added.id not in asked:
                    asked[added.id] = added
                    seen.add(added.id)
                    kind = kind_after(added, context.answers, kind)
    return list(asked.values())


def trajectory_kind(asked: list[Question], situation: Situation, answers: Answers) -> str:
    """Return the kind of the trajectory, as the answers to the questions *asked* have it."""
    kind = situation.kind
    for question in asked:
        kind = kind_after(question, answers, kind)
    return kind


def more_of(stage_id: str, context: PathContext, kind: str) -> Iterator[Question]:
    """Yield the questions of a stage that fit the situation, in any form, the shared ones last.

    *kind* is that of the trajectory.
    """
    stage = context.method.stage(stage_id)
    own_questions = (
        question
        for question in (stage.questions if stage else ())
        if not is_part_skipped(question, context)
    )
    for question in (*own_questions, *_shared_more(stage_id, context)):
        if fits_kind(question, kind) and not is_hidden(question, context.method):
            yield question


def _shared_more(stage_id: str, context: PathContext) -> Iterator[Question]:
    """Yield the shared questions of a stage that fit the situation.

    The last stage of a method includes the shared closing. A question is left out where the method
    has one of its own for the same field.
    """
    method, common = context.method, context.common
    has_closing = stage_id == method.stages[-1].id and not method.alone
    stage = common.stage("closing" if has_closing else stage_id)
    for question in _without_own(iter(stage.questions if stage else ()), method):
        if method.discreet and has_closing and question.fills not in DISCREET_FIELDS:
            continue
        # A follow-up makes no sense where the question it follows makes none.
        followed = next((q for q in common.questions if q.id == question.follows), question)
        makes_sense_here = makes_sense(question, context) and makes_sense(followed, context)
        if makes_sense_here and has_whole(question, context):
            yield question


def stages_of(context: PathContext) -> list[str]:
    """Return the ids of the stages of this conversation, in order, without CONSEQUENCE_STAGES."""
    stages = dict.fromkeys(q.stage for q in _all_in_order(context))
    return [stage for stage in stages if stage not in CONSEQUENCE_STAGES]


CONSEQUENCE_STAGES = ("confidence",)
"""Stages that come only as a consequence of an answer."""


def order(context: PathContext) -> list[str]:
    """Return the ids of all possible questions, shared ones included, in order."""
    return list(dict.fromkeys(q.id for q in _all_in_order(context)))


def least_sure_index(confidences: list[int | None]) -> int:
    """Return the index of the lowest confidence, the first of equals; 0 when none is given."""
    pairs = [(score, index) for index, score in enumerate(confidences) if score is not None]
    if not pairs:
        return 0
    _lowest_score, index = min(pairs)
    return index


def is_look_back(stage: Stage) -> bool:
    """Whether *stage* opens a conversation by looking back at the earlier one."""
    return stage.place == "opening" and stage.id == "review"


def _all_in_order(context: PathContext) -> Iterator[Question]:
    """Yield every possible question of the method, with the shared stages in their positions.

    A question may come twice: the first position counts.
    """
    method, common, situation, _answers = context
    yield from _beginning(method, common, situation)
    stages = [stage for stage in method.stages if not (situation.first and is_look_back(stage))]
    if method.discreet:
        yield from _discreetly(method, common)
        return
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


def _discreetly(method: Method, common: Method) -> Iterator[Question]:
    """Yield the questions of a discreet method, and at the end only what is for the coach alone.

    Nothing of other conversations is asked in it, and nothing of it goes into others.
    """
    for stage in method.stages:
        yield from _in_order(stage)
    closing = _without_own(_shared_stage(common, "closing"), method)
    yield from (question for question in closing if question.fills in DISCREET_FIELDS)


def _beginning(method: Method, common: Method, situation: Situation) -> Iterator[Question]:
    """Yield what is asked once in a trajectory: the role of the coach, and what was agreed.

    Whether the coach appraises may change the kind: then the agreement of that kind follows.
    """
    if not situation.kind_known:
        yield from _shared_stage(common, "role")
    if situation.first and not method.alone:
        yield from _shared_stage(common, "first_agreement")
        if not situation.roles_known:
            yield from _shared_stage(common, "role_conflict")
            yield from _shared_stage(common, "first_agreement")


def _without_own(questions: Iterator[Question], method: Method) -> Iterator[Question]:
    """Yield shared *questions*, without those for a field that the *method* asks for itself.

    A field in LIST_FIELDS may be asked by both: the answers are added up.
    """
    own_fields = {question.fills for question in method.questions if question.fills}
    own_fields -= set(LIST_FIELDS)
    return (question for question in questions if question.fills not in own_fields)


def _in_order(stage: Stage) -> Iterator[Question]:
    """Yield the questions of a stage, each follow-up straight after the question it follows."""
    for question in stage.questions:
        if not question.follows:
            yield from _with_followers(question, stage)


def _with_followers(question: Question, stage: Stage) -> Iterator[Question]:
    """Yield *question*, then those of its stage that follow it, each with its own followers."""
    yield question
    for follower in stage.questions:
        if follower.follows == question.id:
            yield from _with_followers(follower, stage)


def _shared_stage(common: Method, name: str) -> Iterator[Question]:
    """Yield the questions of the shared stage with that *name*, if there is one."""
    stage = common.stage(name)
    if stage:
        yield from _in_order(stage)


def _is_asked(question: Question, context: PathContext, seen: set[str]) -> bool:
    """Whether all conditions for asking the question hold; *seen* are the ids before it."""
    if (
        ASIDES_QUESTION in seen and question.fills in ASIDE_FIELDS
    ):  # one question asks for all of these
        return False
    if question.stage == "confidence" and not fits_confidence(question, context):
        return False
    if question.fills == "scores" and has_score_already(question, context):
        return False
    return (
        not is_hidden(question, context.method)
        and is_in_form(question, context)
        and is_due(question, context)
        and has_whole(question, context)
        and has_followed(question, context.answers, seen)
        and not was_mentioned(question, context.method, seen)
    )
