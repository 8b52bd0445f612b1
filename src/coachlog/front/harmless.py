"""Which commands may run on a guess: those that only read, or ask before they write."""

from collections.abc import Sequence

from coachlog.front import people

READING = ("list", "show", "trend")
READ_COMMANDS = {
    *("today", "prep", "match", "timeline", "search", "review", "knows", "history", "demo"),
    *("schema", "export csv", "config list", "config get", "completion show", "method list"),
}
ASKING = {"new", "edit", "resume", "plan", "park", "undo", "remove", "release", "scale", "talent"}
"""Verbs that ask before they write, if they are given no more than a name or a number."""


def is_harmless(words: Sequence[str]) -> bool:
    """Whether the command writes nothing before the person has answered a question."""
    command, verb = " ".join(words[:2]), words[1] if len(words) > 1 else ""
    if words[0] in READ_COMMANDS or command in READ_COMMANDS or words[0] == "report":
        return True
    if verb in READING or not verb:
        return True
    if words[0] == "undo":  # a command without a verb
        return _is_one_record(words[1:])
    rest = words[2:]
    return verb in ASKING and (_is_one_record(rest) or (verb == "new" and _is_name(rest)))


def _is_one_record(rest: Sequence[str]) -> bool:
    """Whether the words are nothing, one number, or one name of somebody in the journal."""
    if not rest:
        return True
    if any(word.startswith("-") for word in rest):
        return False
    return (len(rest) == 1 and rest[0].isdigit()) or people.find_leading(rest)[1] == len(rest)


def _is_name(rest: Sequence[str]) -> bool:
    """Whether the words may be the name of a new person."""
    return len(rest) <= LONGEST_NAME and all(word.isalpha() for word in rest)


LONGEST_NAME = 4
