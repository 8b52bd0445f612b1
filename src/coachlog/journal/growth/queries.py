"""Reading the coach's own development."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import NotFoundError
from coachlog.base.texts import N_

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class GrowthLine(NamedTuple):
    """A row of the view `learning_moments`, in its order."""

    number: int
    kind: str
    done_on: str
    minutes: int | None
    provider: str | None
    learned: str | None
    applied: str | None


class GrowthFilter(NamedTuple):
    """Which learning moments are wanted: all that is given holds. Days are ISO text, included."""

    kind: str | None = None
    since: str | None = None
    until: str | None = None


EVERY = GrowthFilter()


class GrowthNotFoundError(NotFoundError):
    """No learning moment of that number."""

    cause = N_("There is no learning moment {number}.")
    remedy = N_("See them all: coachlog growth list --limit 0")


_COLUMNS = "select " + ", ".join(GrowthLine._fields) + " from learning_moments"  # noqa: S608 - names of our own
_CHOSEN = (
    " where (:kind is null or kind = :kind)"
    " and done_on >= coalesce(:since, '') and done_on <= coalesce(:until, '9999-12-31')"
)


def growths(
    reader: "Reader", wanted: GrowthFilter = EVERY, limit: int | None = None
) -> Iterator[GrowthLine]:
    """Learning moments, the latest first."""
    sql = _COLUMNS + _CHOSEN + " order by done_on desc, number desc limit :most"
    most = -1 if limit is None else limit
    return reader.rows(GrowthLine, sql, most=most, **wanted._asdict())


def count(reader: "Reader", most: int, wanted: GrowthFilter = EVERY) -> int:
    """How many learning moments there are, counted to *most*."""
    return reader.count("learning_moments" + _CHOSEN, most, **wanted._asdict())


def spent(reader: "Reader", wanted: GrowthFilter = EVERY) -> int:
    """The minutes that they took together."""
    sql = f"select coalesce(sum(minutes), 0) from learning_moments{_CHOSEN}"  # noqa: S608 - as above
    return int(reader.value(sql, **wanted._asdict()))


def line(reader: "Reader", number: int) -> GrowthLine:
    """One learning moment; raises GrowthNotFoundError."""
    found = reader.one(GrowthLine, _COLUMNS + " where number = :number", number=number)
    if found is None:
        raise GrowthNotFoundError(number=number)
    return found
