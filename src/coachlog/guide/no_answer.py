"""Answers such as “none” or “not yet”: they say nothing, and are not saved."""

from coachlog.base.folding import plain
from coachlog.interview.method import Question
from coachlog.values.nothing import NOTHING

_FIELDS = (
    *("goal.anti_goal", "goal.serves", "goal.talents", "goal.milestone", "actions.helper"),
    *("parked", "private_note", "asides"),
)
"""The fields in which such an answer is left out; elsewhere “none” may be an answer."""


def is_no_answer(text: str) -> bool:
    """Whether *text* is empty, or says only that there is nothing to say, or not yet."""
    bare = text.strip()
    return not bare or bare in NOTHING or plain(bare).replace("’", "'").strip(" .!,;") in NOTHING


def without_no_answers(question: Question, answer: object) -> object:
    """Return *answer* without texts that say only that there is none; None if nothing is left."""
    if question.fills not in _FIELDS:
        return answer
    if isinstance(answer, list):
        texts = [str(item["text"] if isinstance(item, dict) else item) for item in answer]
        pairs = zip(answer, texts, strict=True)
        return [item for item, text in pairs if not is_no_answer(text)] or None
    return None if isinstance(answer, str) and is_no_answer(answer) else answer
