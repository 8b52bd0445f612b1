"""Reads objectives."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.common.reads import View, not_found

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class ObjectiveLine(NamedTuple):
    """A row of the view `objectives`, in its order.

    *goals* counts the goals that serve it, and *active_goals* those of them that are active.
    """

    number: int
    level: str
    statement: str
    team: str | None
    plan: str | None
    owner: str | None
    signs: str | None
    starts_on: str | None
    ends_on: str | None
    status: str
    closed_on: str | None
    goals: int
    active_goals: int


class CountedObjective(ObjectiveLine):
    """A row of a list for people, with how many goals were reached for the objective."""

    reached: int = 0


class ObjectiveFilter(NamedTuple):
    """Which objectives to list: those that match every field that is not None."""

    status: str | None = None
    level: str | None = None
    team: str | None = None


OBJECTIVES = View(
    "objectives",
    ObjectiveLine,
    not_found("objective", N_("There is no objective {number}.")),
    ObjectiveFilter(),
    order="case status when 'active' then 0 else 1 end, number",
    table="objective",
)
line = OBJECTIVES.one


def active(reader: "Reader") -> list[ObjectiveLine]:
    """Return the active objectives, in the order in which they were noted."""
    return OBJECTIVES.all(reader, "where status = 'active' order by number")


def reached(reader: "Reader") -> dict[int, int]:
    """Count the goals that were reached for each objective, by its number.

    Goals of people in the archive are left out, as they are of the active goals.
    """
    return dict(reader.rows(_ReachedGoals, f"select o.number, ({REACHED}) from objective o"))  # noqa: S608 - words of our own


REACHED = (
    "select count(*) from goal_objective l join goal g on g.id = l.goal_id"
    " join coachee c on c.id = g.coachee_id"
    " where l.objective_id = o.id and g.status = 'achieved' and c.archived_at is null"
    " and c.is_self is not 1"
)
"""The SQL that counts the goals that were reached for the objective `o`."""


def counted(reader: "Reader", lines: Iterator[ObjectiveLine]) -> Iterator[CountedObjective]:
    """Yield each of *lines* with how many goals were reached for the objective."""
    counts = reached(reader)
    for line in lines:
        counted_line = CountedObjective(*line)
        counted_line.reached = counts.get(line.number, 0)
        yield counted_line


class _ReachedGoals(NamedTuple):
    number: int
    goals: int


def active_for_team(reader: "Reader", team: str | None) -> list[ObjectiveLine]:
    """Return the active objectives of the organisation and of that *team*; all if it is None."""
    return [objective for objective in active(reader) if is_for_team(objective, team)]


def is_for_team(objective: ObjectiveLine, team: str | None) -> bool:
    """Return whether *objective* is for that *team*.

    It is if either has no team, or if it is one of the organisation.
    """
    is_for_all = objective.level == "organisation"
    if is_for_all or not team or not objective.team:
        return True
    return objective.team.casefold() == team.casefold()
