"""Reads coachees, in lists and one by one, with their talents; archives them."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import NotFoundError
from coachlog.journal.coachee.lookup import UNKNOWN, Person
from coachlog.journal.common.reads import View

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


class CoacheeLine(NamedTuple):
    """A row of the view `coachees`, in its order."""

    handle: str
    name: str
    role: str | None
    team: str | None
    organisation: str | None
    language: str | None
    since: str | None
    archived_at: str | None
    sessions: int
    last_session_at: str | None
    open_actions: int
    reach: str | None
    context: str | None
    name_sort: str
    agreement: str | None
    agreement_basis: str | None
    controller: str | None
    retention_on: str | None
    retention_reason: str | None


class TalentLine(NamedTuple):
    """A row of the view `talents`, in its order; *gives_energy* is 0, 1 or not known."""

    number: int
    coachee: str
    strength: str
    shows: str | None
    gives_energy: int | None
    wanted_context: str | None


class LeftOpen(NamedTuple):
    """How many open actions and planned conversations a person has."""

    actions: int
    conversations: int


class CoacheeFilter(NamedTuple):
    """Which people to list; with *archived* True, those in the archive too."""

    archived: bool | None = None


COACHEES = View(
    "coachees",
    CoacheeLine,
    every=CoacheeFilter(),
    conditions={"archived": ":archived"},
    order="name_sort, handle",
    hidden="archived_at is not null",
    shown_by=("archived",),
    table="coachee",
)
EVERYBODY = View("everybody", CoacheeLine)
"""The same with the coach, if there is an own trajectory: for pages of one record."""
TALENTS = View("talents", TalentLine, table="talent")


def line(reader: "Reader", handle: str) -> CoacheeLine:
    """Return the row of the person with that *handle*; raises NotFoundError."""
    coachee = EVERYBODY.first(reader, "where handle = :handle", handle=handle)
    if coachee is None:
        raise NotFoundError(*UNKNOWN, name=handle, meant="")
    return coachee


def left_open(reader: "Reader", person: Person) -> LeftOpen:
    """Count the open actions and the planned conversations of a person."""
    actions = "select count(*) from action where coachee_id = :person and status = 'open'"
    planned = "select count(*) from session where coachee_id = :person and status = 'planned'"
    return LeftOpen(
        int(reader.value(actions, person=person.id)), int(reader.value(planned, person=person.id))
    )


def archive(work: "Work", person: Person, at: str | None) -> None:
    """Put a person in the archive at the instant *at*, or take them out where it is None."""
    work.update("coachee", person.id, {"archived_at": at})


def talents(reader: "Reader", handle: str) -> list[TalentLine]:
    """Return the talents of a person, in the order in which they were noted."""
    return TALENTS.matching(reader, "number", coachee=handle)
