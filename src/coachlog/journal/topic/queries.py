"""Reads topics that were parked for a later conversation."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.coachee.lookup import IN_ARCHIVE, OF_COACH
from coachlog.journal.common.reads import View, not_found
from coachlog.schema.vocabulary import TOPIC_STATUSES

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class TopicLine(NamedTuple):
    """A row of the view `topics`, in its order; *session* and *taken_up_in* are numbers."""

    number: int
    coachee: str
    text: str
    status: str
    parked_on: str
    session: int | None
    taken_up_in: int | None
    closed_on: str | None


TAKEN_UP = (
    N_("Topic {number} was already discussed, in conversation {session}."),
    N_("Should it wait again? coachlog topic edit {number} --status parked"),
)


class TopicFilter(NamedTuple):
    """Which topics to list: those that match every field that is not None."""

    coachee: str | None = None
    status: str | None = None


def _order(filters: TopicFilter) -> str:
    """Return the SQL order of a list: parked ones first, then by number.

    With one status the number is enough, and SQLite can use the index on the status.
    """
    return "number" if filters.status else "case status when 'parked' then 0 else 1 end, number"


TOPICS = View(
    "topics",
    TopicLine,
    not_found("topic", N_("There is no topic {number}.")),
    TopicFilter(),
    {"status": tuple(TOPIC_STATUSES)},
    _order,
    f"{OF_COACH} or status = 'parked' and {IN_ARCHIVE}",
    table="topic",
)
"""Parked ones of people in the archive, and the coach's own, are listed only where the filter
names the person.
"""
line = TOPICS.one


def parked(reader: "Reader", coachee: str) -> list[TopicLine]:
    """Return the parked topics of a person, oldest first."""
    return TOPICS.matching(reader, "number", coachee=coachee, status="parked")


def parked_in(reader: "Reader", session: int) -> list[TopicLine]:
    """Return the topics that a conversation parked, in their order."""
    return TOPICS.matching(reader, "number", session=session)


def taken_up_in(reader: "Reader", session: int) -> list[TopicLine]:
    """Return the topics that a conversation took up, by number."""
    return TOPICS.matching(reader, "number", taken_up_in=session)
