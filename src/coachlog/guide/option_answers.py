"""Answers that options give to a guided conversation: they are not asked for again."""

from datetime import date
from typing import cast

from coachlog.dates.parse import parse_day
from coachlog.interview.conversation import Conversation, without
from coachlog.interview.fills import Filled
from coachlog.interview.flow import Interview
from coachlog.interview.method import Question
from coachlog.interview.record import compose
from coachlog.interview.situation import Situation


def with_days(filled: Filled, day: date) -> Filled:
    """Return *filled* with days in ISO form, counted from the *day* of the conversation.

    An action without a day gets None, so that its day is not asked for.
    """

    def iso(text: str | None) -> str | None:
        return parse_day(text, day).isoformat() if text else None

    resolved = filled.copy()
    if target_on := resolved.get("goal.target_on"):
        resolved["goal.target_on"] = iso(target_on)
    if "actions" in resolved:
        resolved["actions"] = [
            action | {"due_on": iso(action.get("due_on"))} for action in resolved["actions"]
        ]
    return resolved


def prefill(interview: Interview, filled: Filled) -> Conversation:
    """Answer questions with the values of options, and begin at the first one that is left.

    Return the values that no question asks for, in the shape of a conversation.
    """
    unasked: dict[str, object] = {}
    with_three = interview.method.with_three
    values = dict(filled if with_three else _with_topic(filled, interview.situation))
    questions = {field: _question_for(interview, field) for field in values}
    # Whether a question is asked may depend on another answer: first put all of them in.
    interview.answers |= {q.id: values[field] for field, q in questions.items() if q}
    for field, question in questions.items():
        if question is None or not _put_on_path(interview, question):
            unasked[field] = values[field]
    interview.current_id = interview.first_unanswered()
    interview.changing = bool(interview.answers)
    return compose(cast("Filled", unasked), Situation())


def _question_for(interview: Interview, field: str) -> Question | None:
    """Return the question that fills *field*: one on the path, or else any other."""
    stages = (*interview.method.stages, *interview.common.stages)
    questions = (*interview.path, *(q for stage in stages for q in stage.questions))
    return next((question for question in questions if question.fills == field), None)


def _put_on_path(interview: Interview, question: Question) -> bool:
    """Add *question* to the path if this form leaves it out; return whether it is on the path.

    With three at the table it is not added: its answer would be shown, so that is removed too.
    """
    path = interview.path
    if question in path:
        return True
    if interview.method.with_three:
        del interview.answers[question.id]
        return False
    interview.extras.append((path[-1].id, question.id))
    return True


def _with_topic(filled: Filled, situation: Situation) -> Filled:
    """Return *filled* with the parked topics that are taken up as the topic, if it has none."""
    waiting = {topic.number: topic.text for topic in situation.topics}
    numbers = filled.get("taken_up", [])
    if not numbers or "topic" in filled:
        return filled
    topic = "\n".join(waiting[number] for number in dict.fromkeys(numbers))
    return without(filled, "taken_up") | {"topic": topic}
