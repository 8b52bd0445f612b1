"""Compares the names of readers, lists the fields of a released goal, and recognizes a refusal."""

import re

from coachlog.base.folding import plain
from coachlog.values.nothing import WORDS

GOAL_FIELDS = (
    *("text", "why", "steps", "signs", "milestone", "starts_on", "target_on", "provided"),
)
"""What a released goal holds, in the order of a development plan; its statement is the *text*."""

LISTED = ("steps", "provided")
"""The fields of those that have one action on each line."""


def folded(reader: str) -> str:
    """Return the name of a reader for comparing: without case, accents and extra spaces.

    A name that differs in anything else is another reader, who must not see what this one got.
    """
    return plain(reader) or reader  # a name of punctuation only would become empty


def is_same(one: str, other: str) -> bool:
    """Return whether two names mean the same reader."""
    return folded(one) == folded(other)


_REFUSALS = {
    *WORDS,
    *("niet", "nooit", "nihil", "ne", "n", "pas", "jamais", "ni", "neant"),
    *("not", "never", "nil", "nor"),
}
_CONFIDENTIAL = ("tussen ons", "onder ons", "entre nous", "between us", "n't ")


def has_refusal(answer: str) -> bool:
    """Return whether an *answer* to what may be passed on begins with a refusal, in any language.

    Only the first clause with words counts: "That I stay. Nothing else." is none. An answer
    without words, such as "--", is a refusal.
    """
    for clause in re.split(r"[^\w\s'-]", plain(answer)):
        words = re.findall(r"[^\W\d_]+", clause)
        if words:
            has_refusal = not _REFUSALS.isdisjoint(words)
            # The space lets "n't " match at the end of the clause as well.
            return has_refusal or any(phrase in f"{clause} " for phrase in _CONFIDENTIAL)
    return True
