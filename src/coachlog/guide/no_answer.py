"""What people type where they have nothing to say: it is no answer, and nothing is kept of it."""

from coachlog.base.folding import plain
from coachlog.interview.method import Question
from coachlog.values.nothing import NOTHING

_FIELDS = (
    *("goal.anti_goal", "goal.serves", "goal.talents", "goal.milestone", "actions.helper"),
    *("parked", "private_note", "asides"),
)
"""What is left out where it says only that there is none."""


def is_no_answer(text: str) -> bool:
    """Whether *text* is empty, or says no more than that there is nothing to say, or not yet."""
    said = text.strip()
    return not said or said in NOTHING or plain(said).replace("’", "'").strip(" .!,;") in NOTHING


def meant(question: Question, answer: object) -> object:
    """*answer* without what says only that there is none; None where nothing is left."""
    if question.fills not in _FIELDS:
        return answer
    if isinstance(answer, list):
        return [each for each in answer if not is_no_answer(_text(each))] or None
    return None if isinstance(answer, str) and is_no_answer(answer) else answer


def _text(line: object) -> str:
    return str(line["text"] if isinstance(line, dict) else line)
