"""Reading objectives."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.common.reads import View, unknown

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class ObjectiveLine(NamedTuple):
    """A row of the view `objectives`, in its order.

    *goals* are those that serve it; *active_goals* those of them that somebody works on now.
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


class Counted(ObjectiveLine):
    """The same for a list that people see, with how many goals were reached for it."""

    reached: int = 0


class ObjectiveFilter(NamedTuple):
    """Which objectives are wanted: all that is given holds."""

    status: str | None = None
    level: str | None = None
    team: str | None = None


OBJECTIVES = View(
    "objectives",
    ObjectiveLine,
    unknown("objective", N_("There is no objective {number}.")),
    ObjectiveFilter(),
    {"status": "status = :status", "level": "level = :level", "team": "team = :team"},
    "case status when 'active' then 0 else 1 end, number",
    table="objective",
)
line = OBJECTIVES.one


def active(reader: "Reader") -> list[ObjectiveLine]:
    """The objectives that are worked on or wait to be, in the order in which they were noted."""
    return OBJECTIVES.all(reader, "where status = 'active' order by number")


def reached(reader: "Reader") -> dict[int, int]:
    """How many goals were reached for each objective.

    Those of somebody in the archive are left out, as where they are active.
    """
    return dict(reader.rows(_Reached, f"select o.number, ({REACHED}) from objective o"))  # noqa: S608 - words of our own


REACHED = (
    "select count(*) from goal_objective l join goal g on g.id = l.goal_id"
    " join coachee c on c.id = g.coachee_id"
    " where l.objective_id = o.id and g.status = 'achieved' and c.archived_at is null"
)
"""Of the objective `o`, in SQL."""


def counted(reader: "Reader", found: Iterator[ObjectiveLine]) -> Iterator[Counted]:
    """Each of *found* with how many goals were reached for it."""
    counts = reached(reader)
    for each in found:
        line = Counted(*each)
        line.reached = counts.get(each.number, 0)
        yield line


class _Reached(NamedTuple):
    number: int
    goals: int


def concerning(reader: "Reader", team: str | None) -> list[ObjectiveLine]:
    """The active objectives of the organisation and of that *team*; all where none is known."""
    return [each for each in active(reader) if concerns(each, team)]


def concerns(objective: ObjectiveLine, team: str | None) -> bool:
    """Whether *objective* is one for that *team*; all are for a team that is not known."""
    if objective.level == "organisation" or not (team and objective.team):
        return True
    return objective.team.casefold() == team.casefold()
