"""Reading what was seen at work."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import NotFoundError
from coachlog.base.texts import N_
from coachlog.journal.coachee.queries import ID_IN_ARCHIVE, IN_ARCHIVE
from coachlog.journal.common.conditions import TABLE, VIEW

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class ObservationLine(NamedTuple):
    """A row of the view `observations`, in its order; *goal* is a number."""

    number: int
    coachee: str
    goal: int | None
    observed_on: str
    own_view: str | None
    fact: str
    effect: str | None
    wish: str | None
    taken: str | None


class Seen(NamedTuple):
    """Which observations are wanted: all that is given holds. Days are ISO text, included."""

    coachee: str | None = None
    goal: int | None = None
    since: str | None = None
    until: str | None = None


EVERYBODY = Seen()


class ObservationNotFoundError(NotFoundError):
    """No observation of that number."""

    cause = N_("There is no observation {number}.")
    remedy = N_("See them all: coachlog observation list --limit 0")


_COLUMNS = "select " + ", ".join(ObservationLine._fields) + " from observations"  # noqa: S608 - names of our own
_CONDITIONS = {
    "coachee": VIEW.whose,
    "goal": "goal = :goal",
    "since": "observed_on >= :since",
    "until": "observed_on <= :until",
}
_COUNTED = _CONDITIONS | {
    "coachee": TABLE.whose,
    "goal": "goal_id = (select id from goal where number = :goal)",
}
_ORDER = " order by observed_on desc, number desc"


def observations(
    reader: "Reader", wanted: Seen = EVERYBODY, limit: int | None = None
) -> Iterator[ObservationLine]:
    """Observations, the latest first.

    Those of somebody in the archive only where the person or the goal is named.
    """
    return reader.rows(
        ObservationLine,
        _COLUMNS + _where(wanted, _CONDITIONS, IN_ARCHIVE) + _ORDER + " limit :most",
        most=-1 if limit is None else limit,
        **wanted._asdict(),
    )


def count(reader: "Reader", most: int, wanted: Seen = EVERYBODY) -> int:
    """How many observations there are; *most* where there are more."""
    source = "observation" + _where(wanted, _COUNTED, ID_IN_ARCHIVE) + _ORDER
    return reader.count(source, most, **wanted._asdict())


def since(reader: "Reader", coachee: str, day: str) -> list[ObservationLine]:
    """What was seen of a person on *day* or after it, oldest first."""
    sql = (
        _COLUMNS + " where coachee = :coachee and observed_on >= :day order by observed_on, number"
    )
    return list(reader.rows(ObservationLine, sql, coachee=coachee, day=day))


def of_goal(reader: "Reader", goal: int) -> list[ObservationLine]:
    """What was seen of the work on a goal, oldest first."""
    sql = _COLUMNS + " where goal = :goal order by observed_on, number"
    return list(reader.rows(ObservationLine, sql, goal=goal))


def line(reader: "Reader", number: int) -> ObservationLine:
    """One observation; raises ObservationNotFoundError."""
    found = reader.one(ObservationLine, _COLUMNS + " where number = :number", number=number)
    if found is None:
        raise ObservationNotFoundError(number=number)
    return found


def _where(wanted: Seen, conditions: dict[str, str], in_archive: str) -> str:
    given = [
        condition for name, condition in conditions.items() if getattr(wanted, name) is not None
    ]
    if wanted.coachee is None and wanted.goal is None:
        given.append(f"not {in_archive}")
    return " where " + " and ".join(given)
