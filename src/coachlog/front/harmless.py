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
    """Return whether a command line writes nothing before the person has answered a question."""
    noun = words[0]
    verb = words[1] if len(words) > 1 else ""
    if verb == "prune":  # cannot be taken back
        return False
    only_reads = noun in READ_COMMANDS or " ".join(words[:2]) in READ_COMMANDS
    if only_reads or noun == "report" or verb in READING or not verb:
        return True
    if noun == "undo":  # has no verb: what follows is the number
        return _is_one_record(words[1:])
    if verb not in ASKING:
        return False
    values = words[2:]
    return _is_one_record(values) or (verb == "new" and _may_be_new_name(values))


def _is_one_record(values: Sequence[str]) -> bool:
    """Return whether the words are nothing, one number, or the name of one known person."""
    if not values:
        return True
    if any(word.startswith("-") for word in values):  # an option gives an answer beforehand
        return False
    is_number = len(values) == 1 and values[0].isdigit()
    return is_number or people.find_leading(values)[1] == len(values)


def _may_be_new_name(values: Sequence[str]) -> bool:
    return len(values) <= MOST_NAME_WORDS and all(word.isalpha() for word in values)


MOST_NAME_WORDS = 4
