"""Reads observations at work."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.coachee.lookup import IN_ARCHIVE, OF_COACH
from coachlog.journal.common.reads import View, not_found

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


class ObservationFilter(NamedTuple):
    """Which observations to list: those that match every field that is not None.

    Days are ISO text, both included.
    """

    coachee: str | None = None
    goal: int | None = None
    since: str | None = None
    until: str | None = None


OBSERVATIONS = View(
    "observations",
    ObservationLine,
    not_found("observation", N_("There is no observation {number}.")),
    ObservationFilter(),
    order="observed_on desc, number desc",
    hidden=f"{OF_COACH} or {IN_ARCHIVE}",
    table="observation",
    day="observed_on",
)
"""Those of people in the archive, and the coach's own, are listed only where the filter
names the person or the goal.
"""
line = OBSERVATIONS.one


def since(reader: "Reader", coachee: str, day: str) -> list[ObservationLine]:
    """Return the observations of a person on *day* or later, oldest first."""
    clauses = "where coachee = :coachee and observed_on >= :day order by observed_on, number"
    return OBSERVATIONS.all(reader, clauses, coachee=coachee, day=day)


def of_goal(reader: "Reader", goal: int) -> list[ObservationLine]:
    """Return the observations about a goal, oldest first."""
    return OBSERVATIONS.matching(reader, "observed_on, number", goal=goal)
