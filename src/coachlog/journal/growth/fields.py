"""The fields of the coach's own development: enumerations, and how a length of time is typed."""

from coachlog.values import parse

KINDS = ("training", "supervision", "mentor_coaching", "intervision", "reading", "reflection")
MINUTES_MOST = 6000
"""A course takes more than a day."""


def minutes(value: str | int | None) -> int | None:
    """A length of time in minutes: `90`, `1:30`, `1u30`, `drie kwartier`, `2 heures`."""
    return parse.minutes(value, MINUTES_MOST)
