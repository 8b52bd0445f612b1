"""Answers that several nouns check in the same way while they are asked."""

from coachlog.dates import parse_day
from coachlog.journal.coachee.queries import find
from coachlog.terminal.context import context


def somebody(text: str) -> object:
    """A person, by handle or name. Raises CoacheeNotFoundError."""
    with context().reader() as reader:
        return find(reader, text)


def day(text: str) -> object:
    """A day; one that is not certain lies ahead."""
    return parse_day(text, context().today)
