"""The answers of an interview that are saved beside their questions, as text."""

from typing import cast

from coachlog.base.languages import SPOKEN
from coachlog.base.texts import _
from coachlog.interview.conversation import Answer, Conversation
from coachlog.interview.fills import KEPT_WORD_FOR_WORD, MENTION_FIELDS
from coachlog.interview.flow import Interview
from coachlog.interview.mentions import mention_text
from coachlog.interview.method import Question


def answered(interview: Interview) -> list[tuple[Question, object]]:
    """Return the questions on the path that have an answer, each with its answer."""
    pairs = [(question, interview.answers.get(question.id)) for question in interview.path]
    return [(question, value) for question, value in pairs if value is not None]


def answers_beside_questions(interview: Interview, composed: Conversation) -> list[Answer]:
    """Return the answers that no field of *composed* holds, or not word for word."""
    return [
        _answer(question, value, interview)
        for question, value in answered(interview)
        if not question.fills
        or question.fills in KEPT_WORD_FOR_WORD
        or _lacks_goal_or_action(question, value, composed)
        or _releases_nothing(question, value)
        or is_older_release(question, value)
    ]


def _lacks_goal_or_action(question: Question, value: object, composed: Conversation) -> bool:
    """Whether it is text about a goal or action that does not exist: it becomes a plain answer."""
    noun, _dot, part = (question.fills or "").partition(".")
    is_text = isinstance(value, str) or question.fills in MENTION_FIELDS
    if not part or not is_text:
        return False
    if noun == "goal":
        return not composed.get("goals")
    return noun == "actions" and not composed.get("actions")


def is_older_release(question: Question, value: object) -> bool:
    """Whether it is what was said about passing on, in a draft from before readers were asked."""
    return question.fills == "release" and isinstance(value, str)


def _releases_nothing(question: Question, value: object) -> bool:
    """Whether it was agreed that nothing is passed on: no record but the answer tells that."""
    return question.fills == "release" and not value


def _answer(question: Question, value: object, interview: Interview) -> Answer:
    """Return an answer with its question, both in words; a choice in the words shown for it."""
    answer: Answer = {
        "stage": question.stage,
        "question": question.id,
        "asked": interview.words(question),
        "text": _words_of(question, value, interview),
    }
    if question.layer == "private" or interview.method.discreet:
        answer["layer"] = "private"
    return answer


def _words_of(question: Question, value: object, interview: Interview) -> str:
    """Return an answer as text: yes or no in words, a list as lines, a choice as it was shown."""
    language = interview.language
    if question.choices:
        return question.choices[str(value)].get(language, str(value))
    if question.fills in MENTION_FIELDS:
        return mention_text(value)
    if question.fills == "release" and not value:
        agreed = _("Nothing is passed on: agreed with {name}.")
        return agreed.format(name=interview.situation.name)
    if isinstance(value, bool):
        return SPOKEN[language].yes if value else SPOKEN[language].no
    return "\n".join(cast("list[str]", value)) if isinstance(value, list) else str(value)
