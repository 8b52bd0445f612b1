"""Reading topics that were parked for a later conversation."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.errors import NotFoundError
from coachlog.texts import N_

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


class TopicNotFoundError(NotFoundError):
    """No topic of that number."""

    cause = N_("There is no topic {number}.")
    remedy = N_("See them all: coachlog topic list --limit 0")


_COLUMNS = "select " + ", ".join(TopicLine._fields) + " from topics"  # noqa: S608 - names of our own


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
