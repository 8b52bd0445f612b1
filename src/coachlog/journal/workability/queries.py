"""Reading check-ins on workable work, and whether somebody may hold one."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import NotFoundError, RefusedError
from coachlog.base.texts import N_
from coachlog.journal.trajectory.queries import coach_appraises
from coachlog.journal.workability.fields import LENSES

if TYPE_CHECKING:
    from coachlog.journal.coachee.queries import Person
    from coachlog.store.connection import Reader


class CheckInLine(NamedTuple):
    """A row of the view `checkins`, in its order."""

    number: int
    coachee: str
    checked_on: str
    stress: int | None
    motivation: int | None
    learning: int | None
    balance: int | None
    workload: int | None
    emotional: int | None
    variety: int | None
    autonomy: int | None
    support: int | None
    conditions: int | None
    note: str | None
    trajectory: int

    def given(self) -> dict[str, int]:
        """The figures that were given, by lens."""
        figures = {lens: getattr(self, lens) for lens in LENSES}
        return {lens: figure for lens, figure in figures.items() if figure is not None}


class CheckInNotFoundError(NotFoundError):
    """No check-in of that number."""

    cause = N_("There is no check-in {number}.")
    remedy = N_("See them all: coachlog workability list --limit 0")


_COLUMNS = "select " + ", ".join(CheckInLine._fields) + " from checkins"  # noqa: S608 - names of our own
_OF_ONE = " where (:coachee is null or coachee = :coachee)"


def checkins(
    reader: "Reader", coachee: str | None = None, limit: int | None = None
) -> Iterator[CheckInLine]:
    """Check-ins, newest first; of one person where given."""
    sql = _COLUMNS + _OF_ONE + " order by number desc limit :most"
    return reader.rows(CheckInLine, sql, coachee=coachee, most=-1 if limit is None else limit)


def count(reader: "Reader", most: int, coachee: str | None = None) -> int:
    """How many check-ins there are, counted to *most*."""
    return reader.count("checkins" + _OF_ONE, most, coachee=coachee)


def line(reader: "Reader", number: int) -> CheckInLine:
    """One check-in; raises CheckInNotFoundError."""
    found = reader.one(CheckInLine, _COLUMNS + " where number = :number", number=number)
    if found is None:
        raise CheckInNotFoundError(number=number)
    return found


def in_time(
    reader: "Reader", coachee: str | None, since: str = "", until: str = "9999-12-31"
) -> list[CheckInLine]:
    """The check-ins of a person, or of everybody, oldest first; both ISO days are included."""
    sql = _COLUMNS + _OF_ONE + " and checked_on >= :since and checked_on <= :until"
    order = " order by checked_on, number"
    return list(reader.rows(CheckInLine, sql + order, coachee=coachee, since=since, until=until))


def refuse_appraiser(reader: "Reader", person: "Person") -> None:
    """Raise AppraiserError where the coach is the manager, or said to appraise this person."""
    if coach_appraises(reader, person.id):
        raise RefusedError(
            N_("You appraise {name}, so coachlog asks no figures about workable work."),
            N_("Somebody outside the reporting line can talk about it with this person."),
            name=person.name,
        )
