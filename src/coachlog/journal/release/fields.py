"""Readers: who is meant by a name, which fields of a goal may go, and what an answer refuses."""

import re

from coachlog.base.folding import plain
from coachlog.values.nothing import WORDS

GOAL_FIELDS = (
    *("text", "why", "steps", "signs", "milestone", "starts_on", "target_on", "provided"),
)
"""What a released goal holds, in the order of a development plan; its statement is the *text*."""

LISTED = ("steps", "provided")
"""Those of them that hold one action a line."""


def folded(reader: str) -> str:
    """*reader* as it is compared: case, accents, spaces, the form of an apostrophe do not count.

    Who differs in anything else is another reader: a page must not take one for the other.
    """
    return plain(reader) or reader


def is_same(one: str, other: str) -> bool:
    """Whether two names mean one reader."""
    return folded(one) == folded(other)


_NO = {
    *WORDS,
    *("niet", "nooit", "nihil", "ne", "n", "pas", "jamais", "ni", "neant"),
    *("not", "never", "nil", "nor"),
}
_AMONG_US = ("tussen ons", "onder ons", "entre nous", "between us", "n't ")


def holds_a_no(answer: str) -> bool:
    """Whether an *answer* to what may be passed on begins with a refusal, in any of the languages.

    Only its first clause counts ("To Bart: that I stay. Nothing else."); dashes alone are a no.
    """
    clauses = re.split(r"[^\w\s'-]", plain(answer))
    words = next((found for each in clauses if (found := re.findall(r"[^\W\d_]+", each))), ["no"])
    first = next((each for each in clauses if re.search(r"[^\W\d_]", each)), "")
    return bool(_NO & {*words}) or any(each in f"{first} " for each in _AMONG_US)
