"""What options gave of a guided conversation: it is not asked again, and not lost."""

from datetime import date
from typing import Any

from coachlog.dates.parse import parse_day
from coachlog.guide.topics import TAKEN_UP
from coachlog.interview.conversation import Conversation
from coachlog.interview.flow import Interview
from coachlog.interview.method import Question
from coachlog.interview.record import compose
from coachlog.interview.situation import Situation


def with_days(filled: dict[str, Any], day: date) -> dict[str, Any]:
    """*filled* with the days that options told in words, counted from the *day* of the talk."""
    told = dict(filled)
    if "goal.target_on" in told:
        told["goal.target_on"] = parse_day(told["goal.target_on"], day).isoformat()
    if "actions" in told:
        told["actions"] = [
            each | {"due_on": each["due_on"] and parse_day(each["due_on"], day).isoformat()}
            for each in told["actions"]
        ]
    return told


def prefill(interview: Interview, filled: dict[str, Any]) -> Conversation:
    """Answer what options gave already, and begin at the first question that is left.

    The result is what no question asks for, as the conversation itself has it.
    """
    left = {}
    unseen = interview.method.with_three
    given = filled if unseen else _with_topic(filled, interview.situation)
    filling = {field: _asking_for(interview, field) for field in given}
    # Whether one is asked may depend on another: all have to stand there first.
    interview.given |= {q.id: given[field] for field, q in filling.items() if q}
    for field, question in filling.items():
        if question is None or not _is_asked(interview, question):
            left[field] = given[field]
    interview.at = next((q.id for q in interview.path if q.id not in interview.given), None)
    interview.changing = bool(interview.given)
    return compose(left, Situation())


def _asking_for(interview: Interview, field: str) -> Question | None:
    """The question that *field* answers, on the path or not."""
    asked = next((question for question in interview.path if question.fills == field), None)
    stages = (*interview.method.stages, *interview.common.stages)
    known = [q for stage in stages for q in stage.questions if q.fills == field]
    return asked or (known[0] if known else None)


def _is_asked(interview: Interview, question: Question) -> bool:
    """Whether the question has a place; one that this form leaves out joins the others.

    With three at the table it does not: what has no place there is kept, and not shown.
    """
    path = interview.path
    if question in path:
        return True
    if interview.method.with_three:
        del interview.given[question.id]
        return False
    interview.extras.append((path[-1].id, question.id))
    return True


def _with_topic(filled: dict[str, Any], situation: Situation) -> dict[str, Any]:
    """*filled*, where the topics that are taken up are the topic, unless there is another one."""
    waiting = {topic.number: topic.text for topic in situation.topics}
    numbers = filled.get(TAKEN_UP, [])
    if not numbers or "topic" in filled:
        return filled
    topic = "\n".join(waiting[number] for number in dict.fromkeys(numbers))
    return {"topic": topic} | {key: value for key, value in filled.items() if key != TAKEN_UP}
