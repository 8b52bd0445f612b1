"""Reading topics that were parked for a later conversation."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.coachee.queries import IN_ARCHIVE
from coachlog.journal.common.reads import View, unknown
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
    """Which topics are wanted: all that is given holds."""

    coachee: str | None = None
    status: str | None = None


def _order(wanted: TopicFilter) -> str:
    """Of one status all stand alike, and the index of each status serves."""
    return "number" if wanted.status else "case status when 'parked' then 0 else 1 end, number"


TOPICS = View(
    "topics",
    TopicLine,
    unknown("topic", N_("There is no topic {number}.")),
    TopicFilter(),
    {"coachee": "coachee = :coachee", "status": tuple(TOPIC_STATUSES)},
    _order,
    f"status = 'parked' and {IN_ARCHIVE}",
    table="topic",
)
"""Waiting ones of somebody in the archive are listed only where the person is named."""
line = TOPICS.one


def parked(reader: "Reader", coachee: str) -> list[TopicLine]:
    """The topics of a person that still wait, oldest first."""
    behind = "where coachee = :coachee and status = 'parked' order by number"
    return TOPICS.all(reader, behind, coachee=coachee)


def parked_in(reader: "Reader", session: int) -> list[TopicLine]:
    """The topics that a conversation left for later, in the order in which they were."""
    behind = "where session = :session order by number"
    return TOPICS.all(reader, behind, session=session)


def taken_up_in(reader: "Reader", session: int) -> list[TopicLine]:
    """The topics that a conversation took up."""
    behind = "where taken_up_in = :session order by number"
    return TOPICS.all(reader, behind, session=session)
