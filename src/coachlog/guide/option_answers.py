"""Answers that options give to a guided conversation: they are not asked for again."""

from datetime import date
from typing import cast

from coachlog.dates.parse import parse_day
from coachlog.interview.conversation import Conversation, without
from coachlog.interview.fills import FieldValues
from coachlog.interview.flow import Interview
from coachlog.interview.method import Question
from coachlog.interview.record import compose
from coachlog.interview.situation import Situation


def with_days(filled: FieldValues, day: date) -> FieldValues:
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


def prefill(interview: Interview, filled: FieldValues) -> Conversation:
    """Answer questions with the values of options, and go to the first one that is left.

    Return the values that no question asks for, in the shape of a conversation.
    """
    unasked: dict[str, object] = {}
    values: dict[str, object] = dict(filled)
    if not interview.method.with_three:  # with three, the parked topics are not known either
        values = dict(_with_topic(filled, interview.situation))
    questions = {field: _question_for(interview, field) for field in values}
    # Whether a question is asked may depend on another answer: first put all of them in.
    interview.answers |= {q.id: values[field] for field, q in questions.items() if q}
    for field, question in questions.items():
        if question is None or not _put_on_path(interview, question):
            unasked[field] = values[field]
    interview.current_id = interview.first_unanswered()
    interview.changing = bool(interview.answers)
    return compose(cast("FieldValues", unasked), Situation())


def _question_for(interview: Interview, field: str) -> Question | None:
    """Return the question that fills *field*: one on the path, or else any other."""
    questions = (
        *interview.path,
        *interview.method.questions,
        *interview.common.questions,
    )
    return next((question for question in questions if question.fills == field), None)


def _put_on_path(interview: Interview, question: Question) -> bool:
    """Add *question* to the path if this form leaves it out; return whether it is on the path.

    With three at the table it is not added: its answer would be shown, so the answer is removed.
    """
    path = interview.path
    if question in path:
        return True
    if interview.method.with_three:
        del interview.answers[question.id]
        return False
    last_id = path[-1].id  # where the question is asked, if its answer is changed later
    interview.extras.append((last_id, question.id))
    return True


def _with_topic(filled: FieldValues, situation: Situation) -> FieldValues:
    """Return *filled* with the parked topics that are taken up as the topic, if it has none.

    "taken_up" is then left out: it follows from the texts in the topic.
    """
    numbers = filled.get("taken_up", [])
    if not numbers or "topic" in filled:
        return filled
    parked_texts = {topic.number: topic.text for topic in situation.topics}
    topic = "\n".join(parked_texts[number] for number in dict.fromkeys(numbers))
    return without(filled, "taken_up") | {"topic": topic}
