"""Reading coaching trajectories."""

from typing import TYPE_CHECKING, Any, NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.coachee.queries import IN_ARCHIVE
from coachlog.journal.common.reads import View, unknown
from coachlog.journal.trajectory.roles import Roles
from coachlog.schema.vocabulary import TRAJECTORY_STATUSES

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
    appraises: int | None
    asked_for_opinion: int | None
    close_or_in_conflict: int | None
    kept_out: str | None
    freely_chosen: int | None
    turn_to: str | None
    mirror: int | None
    project: str | None

    @property
    def roles(self) -> Roles:
        """What was answered about the roles of the coach."""
        return Roles(*(getattr(self, role) for role in Roles._fields))


class ThemeLine(NamedTuple):
    """A row of the view `trajectory_themes`: an action area, or a theme, of a trajectory."""

    trajectory: int
    coachee: str
    area: str | None
    theme: str | None


class TrajectoryFilter(NamedTuple):
    """Which trajectories are wanted: all that is given holds."""

    coachee: str | None = None
    status: str | None = None


TRAJECTORIES = View(
    "trajectories",
    TrajectoryLine,
    unknown("trajectory", N_("There is no trajectory {number}.")),
    TrajectoryFilter(),
    {"coachee": "coachee = :coachee", "status": tuple(TRAJECTORY_STATUSES)},
    hidden=f"status = 'active' and {IN_ARCHIVE}",
    table="trajectory",
)
"""Active ones of somebody in the archive are listed only where the person is named."""
line = TRAJECTORIES.one
THEMES = View("trajectory_themes", ThemeLine)


def active(reader: "Reader", coachee: str) -> TrajectoryLine | None:
    """The latest active trajectory of a person, to which a new conversation belongs."""
    behind = "where coachee = :coachee and status = 'active' order by number desc limit 1"
    return TRAJECTORIES.first(reader, behind, coachee=coachee)


def latest(reader: "Reader", coachee: str) -> TrajectoryLine | None:
    """The trajectory that counts for a person: the latest active one, or else the latest of all."""
    newest = "where coachee = :coachee order by number desc limit 1"
    return active(reader, coachee) or TRAJECTORIES.first(reader, newest, coachee=coachee)


def coach_appraises(reader: "Reader", coachee_id: str) -> bool:
    """Whether the coach is the manager of this person, or said to appraise them.

    What counts are the active trajectories, or else the latest one.
    """
    sql = (
        "select 1 from trajectory where coachee_id = :coachee"
        " and (appraises = 1 or kind = 'manager') and (status = 'active'"
        " or number = (select max(number) from trajectory where coachee_id = :coachee)) limit 1"
    )
    return bool(reader.value(sql, coachee=coachee_id))


def answered_in(reader: "Reader", session: int) -> dict[str, Any]:
    """What was answered about the roles of the coach, in the first conversation of a trajectory."""
    sql = (
        "select t.appraises, t.asked_for_opinion, t.close_or_in_conflict, t.hard_to_tell,"
        " t.kept_out, t.freely_chosen, t.turn_to from trajectory t"
        " where t.id = (select s.trajectory_id from session s where s.number = :session)"
        " and not exists (select 1 from session e where e.trajectory_id = t.id"
        " and e.number < :session)"
    )
    found = reader.one(_Answered, sql, session=session)
    if found is None:
        return {}
    flags = ("appraises", "asked_for_opinion", "close_or_in_conflict", "freely_chosen")
    told = found._asdict()
    return told | {name: bool(told[name]) for name in flags if told[name] is not None}


class _Answered(NamedTuple):
    appraises: int | None
    asked_for_opinion: int | None
    close_or_in_conflict: int | None
    hard_to_tell: str | None
    kept_out: str | None
    freely_chosen: int | None
    turn_to: str | None


def hard_to_tell(reader: "Reader", number: int) -> str | None:
    """What is hard to tell the coach in a trajectory: for the coach only."""
    sql = "select hard_to_tell from trajectories_private where number = :number"
    found = reader.value(sql, number=number)
    return None if found is None else str(found)


def themes(reader: "Reader", number: int) -> dict[str, list[str]]:
    """The action areas and the themes of a trajectory, as an input has them."""
    behind = "where trajectory = :number order by area nulls last, theme"
    found = THEMES.all(reader, behind, number=number)
    return {
        "areas": [each.area for each in found if each.area],
        "themes": [each.theme for each in found if each.theme],
    }
