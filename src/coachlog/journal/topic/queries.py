"""Reading topics that were parked for a later conversation."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import NotFoundError, RefusedError
from coachlog.base.texts import N_
from coachlog.journal.common.conditions import TABLE, VIEW, where
from coachlog.journal.topic.fields import STATUSES

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


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


class TopicNotFoundError(NotFoundError):
    """No topic of that number."""

    cause = N_("There is no topic {number}.")
    remedy = N_("See them all: coachlog topic list --limit 0")


TAKEN_UP = (
    N_("Topic {number} was already discussed, in conversation {session}."),
    N_("Should it wait again? coachlog topic edit {number} --status parked"),
)


_COLUMNS = "select " + ", ".join(TopicLine._fields) + " from topics"  # noqa: S608 - names of our own


def topics(
    reader: "Reader",
    coachee: str | None = None,
    status: str | None = None,
    limit: int | None = None,
) -> Iterator[TopicLine]:
    """Topics, those that wait first, each oldest first; of one person, one status where given.

    Waiting ones of somebody in the archive only where the person is named.
    """
    most = -1 if limit is None else limit
    sql = _COLUMNS + where(coachee, status, STATUSES, VIEW) + _order(status) + " limit :most"
    return reader.rows(TopicLine, sql, coachee=coachee, most=most)


def count(
    reader: "Reader", most: int, coachee: str | None = None, status: str | None = None
) -> int:
    """How many topics there are; *most* where there are more."""
    source = "topic" + where(coachee, status, STATUSES, TABLE) + _order(status)
    return reader.count(source, most, coachee=coachee)


def _order(status: str | None) -> str:
    """Of one status all stand alike, and the index of each status serves."""
    waiting_first = "" if status else "case status when 'parked' then 0 else 1 end, "
    return f" order by {waiting_first}number"


def line(reader: "Reader", number: int) -> TopicLine:
    """One topic; raises TopicNotFoundError."""
    found = reader.one(TopicLine, _COLUMNS + " where number = :number", number=number)
    if found is None:
        raise TopicNotFoundError(number=number)
    return found


def parked(reader: "Reader", coachee: str) -> list[TopicLine]:
    """The topics of a person that still wait, oldest first."""
    sql = _COLUMNS + " where coachee = :coachee and status = 'parked' order by number"
    return list(reader.rows(TopicLine, sql, coachee=coachee))


def parked_in(reader: "Reader", session: int) -> list[TopicLine]:
    """The topics that a conversation left for later, in the order in which they were."""
    sql = _COLUMNS + " where session = :session order by number"
    return list(reader.rows(TopicLine, sql, session=session))


def taken_up_in(reader: "Reader", session: int) -> list[TopicLine]:
    """The topics that a conversation took up."""
    sql = _COLUMNS + " where taken_up_in = :session order by number"
    return list(reader.rows(TopicLine, sql, session=session))


def drop(work: "Work", number: int, day: str) -> bool:
    """Drop a topic on *day*; False when it was dropped already.

    Raises TopicNotFoundError, or TakenUpError for one that was talked about.
    """
    found = line(work, number)
    if found.taken_up_in:
        raise RefusedError(*TAKEN_UP, number=number, session=found.taken_up_in)
    changed = work.execute(
        "update topic set status = 'dropped', closed_on = :day"
        " where number = :number and status = 'parked'",
        number=number,
        day=day,
    )
    return changed.rowcount > 0
