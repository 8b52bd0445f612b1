"""Reading coaching trajectories."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.errors import NotFoundError
from coachlog.texts import N_

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class TrajectoryLine(NamedTuple):
    """A row of the view `trajectories`, in its order; *sessions* counts conversations held."""

    number: int
    coachee: str
    kind: str
    status: str
    starts_on: str
    ends_on: str | None
    purpose: str | None
    rhythm_days: int | None
    sessions: int
    planned_sessions: int | None
    sponsor: str | None
    sharing: str | None
    closing: str | None
    closed_on: str | None


class TrajectoryNotFoundError(NotFoundError):
    """No coaching trajectory of that number."""

    cause = N_("There is no trajectory {number}.")
    remedy = N_("See them all: coachlog trajectory list --limit 0")


_COLUMNS = "select " + ", ".join(TrajectoryLine._fields) + " from trajectories"  # noqa: S608 - names of our own


def line(reader: "Reader", number: int) -> TrajectoryLine:
    """One trajectory; raises TrajectoryNotFoundError."""
    found = reader.one(TrajectoryLine, _COLUMNS + " where number = :number", number=number)
    if found is None:
        raise TrajectoryNotFoundError(number=number)
    return found


def active(reader: "Reader", coachee: str) -> TrajectoryLine | None:
    """The latest active trajectory of a person, to which a new conversation belongs."""
    sql = _COLUMNS + " where coachee = :coachee and status = 'active' order by number desc limit 1"
    return reader.one(TrajectoryLine, sql, coachee=coachee)
