"""What a coach remembers of a conversation, kept as an answer for the coach alone."""

import re

from coachlog.base.texts import N_, _
from coachlog.interview.conversation import Answer

BEGIN_BYTES = 4096
"""How much of a file tells whether it is JSON."""

_JSON = re.compile(rb"[\xef\xbb\xbf \t\r\n]*(?:\{(?![\\])|\[\s*[{\]])")
ASK_NOTES = N_("What do you remember of it?")


def are_notes(begin: bytes) -> bool:
    """Return whether a file that begins so is something else than the JSON of a conversation."""
    return bool(begin.strip()) and not _JSON.match(begin)


def notes_answer(notes: str) -> Answer:
    """Return *notes* as a private answer: to what the coach remembers of the conversation."""
    question: Answer = {"stage": "after", "question": "after.notes", "asked": _(ASK_NOTES)}
    return {**question, "layer": "private", "text": notes}
