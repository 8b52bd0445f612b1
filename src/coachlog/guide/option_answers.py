"""What options gave of a guided conversation: it is not asked again, and not lost."""

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
    """*filled* with the days that options told in words, counted from the *day* of the talk."""
    told = filled.copy()
    if target_on := told.get("goal.target_on"):
        told["goal.target_on"] = parse_day(target_on, day).isoformat()
    if "actions" in told:
        told["actions"] = [
            each | {"due_on": parse_day(due_on, day).isoformat() if due_on else None}
            for each in told["actions"]
            for due_on in [each.get("due_on")]
        ]
    return told


def prefill(interview: Interview, filled: Filled) -> Conversation:
    """Answer what options gave already, and begin at the first question that is left.

    The result is what no question asks for, as the conversation itself has it.
    """
    left: dict[str, object] = {}
    unseen = interview.method.with_three
    given = dict(filled if unseen else _with_topic(filled, interview.situation))
    filling = {field: _asking_for(interview, field) for field in given}
    # Whether one is asked may depend on another: all have to stand there first.
    interview.answers |= {q.id: given[field] for field, q in filling.items() if q}
    for field, question in filling.items():
        if question is None or not _is_asked(interview, question):
            left[field] = given[field]
    interview.current_id = interview.first_unanswered()
    interview.changing = bool(interview.answers)
    return compose(cast("Filled", left), Situation())


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
        del interview.answers[question.id]
        return False
    interview.extras.append((path[-1].id, question.id))
    return True


def _with_topic(filled: Filled, situation: Situation) -> Filled:
    """*filled*, where the topics that are taken up are the topic, unless there is another one."""
    waiting = {topic.number: topic.text for topic in situation.topics}
    numbers = filled.get("taken_up", [])
    if not numbers or "topic" in filled:
        return filled
    topic = "\n".join(waiting[number] for number in dict.fromkeys(numbers))
    return without(filled, "taken_up") | {"topic": topic}
