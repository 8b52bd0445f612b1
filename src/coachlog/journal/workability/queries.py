"""Reads check-ins on workable work; refuses a coach who appraises the person."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.journal.coachee.lookup import PersonFilter
from coachlog.journal.common.reads import View, not_found
from coachlog.journal.trajectory.queries import coach_appraises
from coachlog.journal.workability.fields import LENSES

if TYPE_CHECKING:
    from coachlog.journal.coachee.lookup import Person
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
        """Return the figures by lens, without those that are None."""
        figures = {lens: getattr(self, lens) for lens in LENSES}
        return {lens: figure for lens, figure in figures.items() if figure is not None}


CHECK_INS = View(
    "checkins",
    CheckInLine,
    not_found("workability", N_("There is no check-in {number}.")),
    PersonFilter(),
    table="workability",
)
line = CHECK_INS.one


def in_time(
    reader: "Reader", coachee: str | None, since: str = "", until: str = "9999-12-31"
) -> list[CheckInLine]:
    """Return the check-ins of a person, or of everybody for None, oldest first.

    *since* and *until* are ISO days, both included.
    """
    clauses = (
        "where (:coachee is null or coachee = :coachee)"
        " and checked_on >= :since and checked_on <= :until order by checked_on, number"
    )
    return CHECK_INS.all(reader, clauses, coachee=coachee, since=since, until=until)


def refuse_appraiser(reader: "Reader", person: "Person") -> None:
    """Raise RefusedError if the coach is this person's manager or appraises them."""
    if coach_appraises(reader, person.id):
        raise RefusedError(
            N_("You appraise {name}, so coachlog asks no figures about workable work."),
            N_("Somebody outside the reporting line can talk about it with this person."),
            name=person.name,
        )
