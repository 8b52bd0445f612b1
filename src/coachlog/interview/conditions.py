"""The conditions on which a question is asked: form, situation, and the answers before it."""

from collections.abc import Mapping
from typing import Any, NamedTuple, cast

from coachlog.interview.fills import LIST_FIELDS, ChosenGoal
from coachlog.interview.mentions import kept_mentions
from coachlog.interview.method import Method, Question
from coachlog.interview.situation import Situation

SCREENS = 10
"""The most questions that the short form may ask."""

NOT_WANTED_EVERY = 3
"""How often the short form asks what is not wanted: in every third conversation."""

CONFIDENT = 7
"""The figure from which a person is likely to do an action; below it something may be missing."""


Answers = Mapping[str, object]
"""Answers by question id; None for a question that was skipped."""


class PathContext(NamedTuple):
    """What decides which questions are asked: *common* has the stages that all methods share."""

    method: Method
    common: Method
    situation: Situation
    answers: Answers

    def value(self, field: str) -> Any:
        """Return the first answer to a question of the method that fills *field*; else None."""
        return next(iter(self.values(field)), None)

    def values(self, field: str) -> list[Any]:
        """Return all answers that fill *field*; for one of `LIST_FIELDS` their lists are joined."""
        values = _answers_to(self.method, self.answers, field)
        return [item for value in values for item in value] if field in LIST_FIELDS else values

    @property
    def look_back_score(self) -> int | None:
        """The first score that was given in the look-back; None if there is none."""
        answers = _answers_to(self.common, self.answers, "scores")
        scores = (score["score"] for answer in answers for score in answer if "score" in score)
        return next((score for score in scores if score is not None), None)


def _answers_to(method: Method, answers: Answers, field: str) -> list[Any]:
    """Return the answers to the questions of *method* that fill *field*, without empty ones."""
    values = [answers.get(question.id) for question in method.questions if question.fills == field]
    return [value for value in values if value]


def is_hidden(question: Question, method: Method) -> bool:
    """Whether a question must stay hidden because a third person is at the table.

    That is a private one, and one for which the person has to be free to say no.
    """
    return method.with_three and (question.layer == "private" or question.fills == "release")


ASIDES_QUESTION = "closing.07"
ASIDE_FIELDS = ("parked", "private_note", "reflection")
"""The shared question at the end, and the fields its lines fill: those are not asked separately."""

NOTED_FIELDS = ("summary", "next_at")
"""The only fields asked for when the conversation itself is known from notes alone."""


def is_in_form(question: Question, context: PathContext) -> bool:
    """Whether the question belongs to the form of this conversation: short, long, or notes."""
    if context.situation.noted:
        is_at_first = question.stage in ("role", "first_agreement") and question.form != "more"
        return is_at_first or question.fills in NOTED_FIELDS
    if question.form == "more":  # asked only on request
        return False
    if not context.situation.short:
        return True
    return question.form == "short" and _in_short_form(question, context)


def _in_short_form(question: Question, context: PathContext) -> bool:
    """Whether the short form asks this short question; some are left out to keep to `SCREENS`.

    What is not wanted is asked in the first and in every third conversation, for example.
    """
    if context.answers.get(question.id) is not None:  # it stays, whatever was answered later
        return True
    situation = context.situation
    is_every_third = situation.number % NOT_WANTED_EVERY == 0
    if question.fills == "goal":
        return not situation.goals
    if question.id == "anti_goal_review.01":
        return is_every_third
    if question.fills == "goal.anti_goal":
        return situation.first or is_every_third
    if question.fills == "reality.score":
        return situation.first or question.core
    if question.fills == "summary":
        # Actions already tell what was agreed.
        return not context.value("actions")
    if question.fills == "reality.now" and _fills_all_screens(context.method):
        # The review of earlier actions and the anti-goal take a screen more: this one is left out.
        asks_about_anti_goal = is_every_third and _has_anti_goal(context)
        return not (situation.actions and asks_about_anti_goal)
    return True


def _fills_all_screens(method: Method) -> bool:
    """Whether the short questions of the method alone take as many screens as are allowed."""
    return sum(question.form == "short" for question in method.questions) >= SCREENS


def _has_anti_goal(context: PathContext) -> bool:
    """Whether a known goal has an anti-goal; where none is known, whether a goal is set now."""
    if goals := context.situation.goals:
        return any(goal.anti_goal for goal in goals)
    return bool(context.value("goal"))


def is_due(question: Question, context: PathContext) -> bool:
    """Whether the condition in the question's key `when` holds; True without that key.

    Unlike those of `makes_sense`, the coach can override the others by asking for the question.
    """
    situation, answers = context.situation, context.answers
    conditions = {
        "first": situation.first,
        "later": not situation.first,
        "goal_open": len(situation.goals) != 1,
        "communication": situation.communication,
        "role_matters": any(answers.get(question_id) for question_id in ROLE_MATTERS),
        "coach_appraises": answers.get(APPRAISES) is True,
    }
    if question.when in conditions:
        return conditions[question.when]
    return makes_sense(question, context)


ROLE_MATTERS = tuple(f"role_conflict.0{n}" for n in range(1, 6))
"""Questions about the coach's other roles: any answer but no means a conflict to think about."""


def fits_kind(question: Question, kind: str) -> bool:
    """Whether the question is asked in trajectories of this *kind*."""
    return not question.kinds or kind in question.kinds


def kind_after(question: Question, answers: Answers, kind: str) -> str:
    """Return the kind of the trajectory once the question is answered; *kind* is that before it."""
    if question.fills != "trajectory_kind":
        return kind
    return cast("str | None", question.value(answers.get(question.id))) or kind


APPRAISES = "role_conflict.01"
"""The question whether the coach appraises the person."""


def makes_sense(question: Question, context: PathContext) -> bool:
    """Whether the question fits the situation, so that the coach may at least ask for it."""
    if not question.when:
        return True
    situation = context.situation
    has_anti_goal = any(goal.anti_goal for goal in situation.goals)
    fields = {each.fills for each in context.method.questions}
    conditions = {
        "open_actions": bool(situation.actions),
        "goals": bool(situation.goals),
        "no_goals": not situation.goals,
        "no_scores": bool(situation.goals) and "scores" not in fields,
        "anti_goal": has_anti_goal,
        "no_anti_goal": not has_anti_goal,
        "no_next": "next_at" not in fields,
        "no_summary": "summary" not in fields,
    }
    return conditions.get(question.when, True)


def has_whole(question: Question, context: PathContext) -> bool:
    """Whether the goal, option or action exists of which the question fills a part.

    `goal.why` needs a goal, and one that has no `why` yet; `options.chosen` at least two options.
    """
    noun, _dot, field = (question.fills or "").partition(".")
    if not field or noun in ("reality", "roles"):  # no part, or a part that needs no whole
        return True
    whole = context.value(noun)
    if question.kind == "weigh":
        return len(context.values(noun)) > 1
    if question.kind == "mentioned":
        is_new = bool(whole) and "number" not in whole
        return is_new and bool(kept_mentions(context.method.questions, context.answers))
    if noun != "goal" or not whole:
        return bool(whole)
    if "number" not in whole:
        return _fits_a_new_goal(field, context.situation)
    goals = context.situation.goals
    return any(goal.number == whole["number"] and field in goal.lacks for goal in goals)


LINK_FIELDS = {"objectives": "serves", "talent_numbers": "talents"}
"""The fields that link a goal with records, and those that say the same in words."""


def _fits_a_new_goal(field: str, situation: Situation) -> bool:
    """Whether to ask for a field of a new goal: a link if there are records, or else words.

    With objectives to choose from, `goal.objectives` is asked in the long form, not `goal.serves`.
    Where the talents are asked for in words, the known ones can be chosen too.
    """
    records = {"objectives": situation.objectives, "talent_numbers": situation.talents}
    if field in records:
        return bool(records[field])
    # In the short form no link is asked for, so words are.
    return field != "serves" or situation.short or not situation.objectives


def is_part_skipped(question: Question, context: PathContext) -> bool:
    """Whether it asks for a part of a whole that was skipped, or that the only goal has already.

    For example `actions.helper` after the question for `actions` was skipped.
    """
    noun, _dot, field = (question.fills or "").partition(".")
    whole_ids = [q.id for q in context.method.questions if q.fills == noun] if field else []
    if not whole_ids:
        return False
    goals, answers = context.situation.goals, context.answers
    if noun == "goal" and len(goals) == 1 and not context.value(noun):
        return field not in goals[0].lacks
    return all(whole_id in answers and not answers[whole_id] for whole_id in whole_ids)


def was_scored_before(question: Question, context: PathContext, seen: set[str]) -> bool:
    """Whether the look-back already asked for the score of the goal that is worked on.

    A core question is asked all the same if no score was given there. *seen* are the ids of the
    questions before this one.
    """
    goal: ChosenGoal | None = context.value("goal")
    is_new_goal = bool(goal) and "number" not in (goal or {})
    if question.fills != "reality.score" or is_new_goal:
        return False
    was_asked = any(q.fills == "scores" and q.id in seen for q in context.common.questions)
    if was_asked and question.core:
        return context.look_back_score is not None
    return was_asked


def has_score_already(question: Question, context: PathContext) -> bool:
    """Whether an option gave the score of the only goal, so that the look-back need not ask it.

    *question* is the one of the look-back; once it has an answer of its own, it stays.
    """
    if question.id in context.answers or len(context.situation.goals) != 1:
        return False
    scored = (q for q in context.method.questions if q.fills == "reality.score")
    return any(context.answers.get(q.id) is not None for q in scored)


def has_followed(question: Question, answers: Answers, seen: set[str]) -> bool:
    """Whether the question that this one follows was answered; True if it follows none."""
    if not question.follows:
        return True
    followed_answer = answers.get(question.follows)
    is_no = followed_answer is False  # "no" leaves nothing to ask more about
    return question.follows in seen and followed_answer is not None and not is_no


MENTIONS = {
    "goal.talent_numbers": ("talents", "goal.talents"),
    "goal.objectives": ("objectives",),
}
"""The fields that link a goal, and those in which the same is named by the way."""


def was_mentioned(question: Question, method: Method, seen: set[str]) -> bool:
    """Whether an earlier question of the method, one of *seen*, asked for the same links."""
    fields = MENTIONS.get(question.fills or "", ())
    return any(q.id in seen for q in method.questions if q.fills in fields)


def fits_confidence(question: Question, context: PathContext) -> bool:
    """Whether an action is so unsure that this is asked, and it fits what is said to be missing.

    First it is asked what is missing (kind "missing"); the questions after that are for one of its
    choices, their `probe`, or for all of them.
    """
    scores = context.value("actions.confidence") or []
    confidences = [score for score in scores if score is not None]
    if not confidences or min(confidences) >= CONFIDENT:
        return False
    if question.kind == "missing":
        return True
    missing = context.answers.get("confidence.00")
    return missing is not None and question.probe in (None, missing)
