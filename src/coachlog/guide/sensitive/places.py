"""Where the sensitive words of a conversation stand: the answer, and the text around each."""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple, cast

from coachlog.base.safe import visible_line
from coachlog.base.texts import _
from coachlog.guide.corrections import label_for
from coachlog.guide.display import is_veiled
from coachlog.guide.draft import DraftHead, GuideDraft
from coachlog.guide.sensitive.words import SensitiveWord, sensitive_words
from coachlog.interview.conversation import without_empty
from coachlog.interview.method import Question
from coachlog.journal.session.page import label_of

AROUND = 24
"""Characters of a text shown before a word, and after it."""
LEFT_OUT = "[…]"

_OF_HEAD = ("notes", "reason", "topic", "summary", "private_note", "reflection")
"""The texts that the head of a draft may have: notes, and options that no question asks for."""
_PRIVATE_IN_HEAD = ("notes", "private_note", "reflection")
_NO_TEXTS = {"to_whom", "agreed_by", "helper", "done_by", "contact", "origin", "layer", "status"}
"""Keys of names and codes, in which a word that looks sensitive is none."""


class SensitivePlace(NamedTuple):
    """A word, the text that it stands in, and the answer to *question* or text of the *head*.

    *veiled*: neither is shown until the coach asks for it.
    """

    word: SensitiveWord
    text: str
    label: str
    private: bool
    veiled: bool
    question: Question | None = None
    head: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells this place from the others: its answer and its word."""
        return (self.question.id if self.question else self.head, self.word.folded)

    @property
    def excerpt(self) -> str:
        """The word with some of the text around it, on one line."""
        start = max(0, self.word.start - AROUND)
        end = min(len(self.text), self.word.end + AROUND)
        before, after = self.text[start : self.word.start], self.text[self.word.end : end]
        if start > 0:
            before = "…" + before[before.find(" ") + 1 :]
        if end < len(self.text):
            after = (after.rpartition(" ")[0] or "") + "…"
        return visible_line(f"{before}{self.word.text}{after}")


def places(draft: GuideDraft, without: Collection[str]) -> list[SensitivePlace]:
    """Return each sensitive word of each answer once; none of the categories *without*."""
    found: dict[tuple[str, str], SensitivePlace] = {}
    for place in _places(draft):
        if place.word.category not in without:
            found.setdefault(place.key, place)
    return list(found.values())


def _places(draft: GuideDraft) -> Iterator[SensitivePlace]:
    """Yield every place, in the order of the conversation."""
    for key in _OF_HEAD:
        text = draft.head.get(key)
        if isinstance(text, str):
            label = _("Your notes") if key == "notes" else label_of(key)
            private = key in _PRIVATE_IN_HEAD
            veiled = private or draft.with_three
            for word in sensitive_words(text):
                yield SensitivePlace(word, text, label, private, veiled, head=key)
    interview = draft.interview
    for question in interview.path:
        private, veiled = question.layer == "private", is_veiled(draft, question)
        for text in _texts(interview.answers.get(question.id)):
            for word in sensitive_words(text):
                label = label_for(interview, question)
                yield SensitivePlace(word, text, label, private, veiled, question)


def _texts(answer: object) -> Iterator[str]:
    """Yield the texts of an answer; what is in the journal already, under a number, is none."""
    if isinstance(answer, str):
        yield answer
    elif isinstance(answer, list):
        for item in answer:
            yield from _texts(item)
    elif isinstance(answer, dict) and "number" not in answer:
        for key, value in answer.items():
            if key not in _NO_TEXTS:
                yield from _texts(value)


def leave_out(draft: GuideDraft, place: SensitivePlace) -> GuideDraft:
    """Return *draft* with the word replaced by LEFT_OUT in all texts of its answer.

    An answer of nothing but the word is no answer any more. Other answers that refer to one of
    those texts, as an action does to its option, follow. Changes the answers of the interview.
    """
    answers = draft.interview.answers
    if place.question is None:
        text = _without_word(str(draft.head.get(place.head)), place.word.folded)
        head = without_empty(draft.head | {place.head: "" if text == LEFT_OUT else text})
        return draft._replace(head=cast("DraftHead", head))
    answer = answers[place.question.id]
    changed = {text: _without_word(text, place.word.folded) for text in _texts(answer)}
    for key, value in answers.items():
        answers[key] = _replaced(value, lambda text: changed.get(text, text))
    if answers[place.question.id] == LEFT_OUT:
        answers[place.question.id] = None
    return draft


def _without_word(text: str, folded: str) -> str:
    for word in reversed(list(sensitive_words(text))):  # so that the places before it hold
        if word.folded == folded:
            text = text[: word.start] + LEFT_OUT + text[word.end :]
    return text


def _replaced(value: object, replace: Callable[[str], str]) -> object:
    """Return *value* with each text in it replaced, however deep it stands."""
    if isinstance(value, str):
        return replace(value)
    if isinstance(value, list):
        return [_replaced(item, replace) for item in value]
    if isinstance(value, dict):
        return {key: _replaced(item, replace) for key, item in value.items()}
    return value
