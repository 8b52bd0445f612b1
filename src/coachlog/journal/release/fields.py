"""Readers: who is meant by a name, and which fields of a goal may go to one of them."""

from coachlog.ids import plain

GOAL_FIELDS = (
    *("text", "why", "steps", "signs", "milestone", "starts_on", "target_on", "provided"),
)
"""What a released goal holds, in the order of a development plan; its statement is the *text*."""

LISTED = ("steps", "provided")
"""Those of them that hold one action a line."""

_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼʹ′`´＇"), "'")
_HYPHENS = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


def folded(reader: str) -> str:
    """*reader* as it is compared: case, accents, spaces, the form of an apostrophe do not count.

    Who differs in anything else is another reader: a page must not take one for the other.
    """
    clean = reader.translate(_APOSTROPHES | _HYPHENS | _UNSEEN)
    return plain(clean) or reader


def is_same(one: str, other: str) -> bool:
    """Whether two names mean one reader."""
    return folded(one) == folded(other)
