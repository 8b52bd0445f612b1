"""The conditions that the lists of several nouns have in common, as SQL."""

from collections.abc import Sequence
from typing import NamedTuple

from coachlog.journal.coachee.queries import ID_IN_ARCHIVE, IN_ARCHIVE


class ListSide(NamedTuple):
    """How a person is meant: by handle in a view to show, by id in a table to count."""

    whose: str
    in_archive: str


VIEW = ListSide("coachee = :coachee", IN_ARCHIVE)
TABLE = ListSide("coachee_id = (select id from coachee where handle = :coachee)", ID_IN_ARCHIVE)


def has_status(status: str, statuses: Sequence[str]) -> str:
    """That a record has *status*, one of *statuses*; raises ValueError for any other.

    In words of our own: a value bound to it would not let SQLite take the index of that status.
    """
    return f"status = '{statuses[statuses.index(status)]}'"


def where(coachee: str | None, status: str | None, statuses: Sequence[str], side: ListSide) -> str:
    """What is given, and only that: no index serves a condition that may be empty.

    Without a person, those of somebody in the archive that still have the first of *statuses* stay
    out of sight.
    """
    going_on = has_status(statuses[0], statuses)
    given = [side.whose if coachee is not None else f"not ({going_on} and {side.in_archive})"]
    return " where " + " and ".join(given + ([has_status(status, statuses)] if status else []))
