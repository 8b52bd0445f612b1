"""Tells unfinished conversations with the same person apart: by method, begin and last question."""

from collections import Counter
from collections.abc import Iterator, Sequence

from coachlog import settings
from coachlog.base.clock import local_moment
from coachlog.base.safe import shorten
from coachlog.base.texts import _, language
from coachlog.dates.show import show_moment
from coachlog.interview.conversation import Conversation
from coachlog.interview.names import add_question_texts, title
from coachlog.journal.session.unfinished import name_and_progress
from coachlog.store.unfinished import Unfinished

QUESTION_WIDEST = 60
"""The widest question that is shown, in cells of the terminal."""


def descriptions(drafts: Sequence[Unfinished], zone: str) -> list[str]:
    """Return what people call each of *drafts*; with more of those that would look alike."""
    together = Counter(draft.name for draft in drafts)
    return [
        " · ".join((name_and_progress(draft), *_details(draft, zone)))
        if together[draft.name] > 1
        else name_and_progress(draft)
        for draft in drafts
    ]


def _details(draft: Unfinished, zone: str) -> Iterator[str]:
    """Yield the method of a draft, when it was begun, and the question answered last.

    Of a discreet conversation only the begin: a question would tell what it is about.
    """
    if draft.method:
        yield title(draft.method, language(), settings.own_methods())
    begun = show_moment(local_moment(draft.started_at, zone), language())
    yield _("begun {moment}").format(moment=begun)
    if draft.method and draft.last_question:
        question = _words_of(draft.last_question, draft)
        yield _("last answered: {question}").format(question=shorten(question, QUESTION_WIDEST))


def _words_of(question: str, draft: Unfinished) -> str:
    conversation: Conversation = {
        "coachee_name": draft.name or "",
        "method": draft.method or "",
        "answers": [{"question": question}],
    }
    add_question_texts(conversation, language(), settings.own_methods())
    return conversation["answers"][0]["asked"] or ""
