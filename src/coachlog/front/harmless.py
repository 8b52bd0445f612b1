"""Which commands a guess may run: those that only read, and those that ask before they write."""

from collections.abc import Sequence

from coachlog.front import people

READING = ("list", "show", "trend")
READ_COMMANDS = {
    *("today", "prep", "match", "timeline", "search", "review", "knows", "history", "demo"),
    *("schema", "export csv", "config list", "config get", "completion show", "method list"),
}
ASKING = {"new", "edit", "resume", "plan", "park", "undo", "remove", "release", "scale", "talent"}
"""Verbs that ask at a terminal, given no more than a name or a number."""


def is_harmless(words: Sequence[str]) -> bool:
    """Whether nothing is written before the person has answered something."""
    command, verb = " ".join(words[:2]), words[1] if len(words) > 1 else ""
    if words[0] in READ_COMMANDS or command in READ_COMMANDS or words[0] == "report":
        return True
    if verb in READING or not verb:
        return True
    asks, rest = (words[0], words[1:]) if words[0] == "undo" else (verb, words[2:])
    return asks in ASKING and (_no_more_than_one(rest) or (verb == "new" and _is_name(rest)))


def _no_more_than_one(rest: Sequence[str]) -> bool:
    if not rest:
        return True
    if any(word.startswith("-") for word in rest):
        return False
    return (len(rest) == 1 and rest[0].isdigit()) or people.find_leading(rest)[1] == len(rest)


def _is_name(rest: Sequence[str]) -> bool:
    """Whether it may be the name of somebody new."""
    return len(rest) <= LONGEST_NAME and all(word.isalpha() for word in rest)


LONGEST_NAME = 4
