"""Reading coaching trajectories."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from coachlog.base.errors import NotFoundError
from coachlog.base.texts import N_
from coachlog.journal.common.conditions import TABLE, VIEW, where
from coachlog.journal.trajectory.fields import STATUSES
from coachlog.journal.trajectory.roles import Roles

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


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


class TrajectoryNotFoundError(NotFoundError):
    """No coaching trajectory of that number."""

    cause = N_("There is no trajectory {number}.")
    remedy = N_("See them all: coachlog trajectory list --limit 0")


_COLUMNS = "select " + ", ".join(TrajectoryLine._fields) + " from trajectories"  # noqa: S608 - names of our own


_THEMES = "select " + ", ".join(ThemeLine._fields) + " from trajectory_themes"  # noqa: S608 - as above


def trajectories(
    reader: "Reader",
    coachee: str | None = None,
    status: str | None = None,
    limit: int | None = None,
) -> Iterator[TrajectoryLine]:
    """Trajectories, newest first; of one person, of one status where given.

    Active ones of somebody in the archive only where the person is named.
    """
    return reader.rows(
        TrajectoryLine,
        _COLUMNS + where(coachee, status, STATUSES, VIEW) + " order by number desc limit :most",
        coachee=coachee,
        most=-1 if limit is None else limit,
    )


def count(
    reader: "Reader", most: int, coachee: str | None = None, status: str | None = None
) -> int:
    """How many trajectories there are; *most* where there are more."""
    source = "trajectory" + where(coachee, status, STATUSES, TABLE) + " order by number desc"
    return reader.count(source, most, coachee=coachee)


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


def latest(reader: "Reader", coachee: str) -> TrajectoryLine | None:
    """The trajectory that counts for a person: the latest active one, or else the latest of all."""
    return active(reader, coachee) or next(trajectories(reader, coachee, limit=1), None)


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
    sql = _THEMES + " where trajectory = :number order by area nulls last, theme"
    found = list(reader.rows(ThemeLine, sql, number=number))
    return {
        "areas": [each.area for each in found if each.area],
        "themes": [each.theme for each in found if each.theme],
    }


def close(work: "Work", number: int, closing: str | None, day: str) -> None:
    """Close a trajectory on *day*, with what it brought where that is given."""
    changed = work.execute(
        "update trajectory set status = 'closed', closed_on = :day,"
        " closing = coalesce(:closing, closing) where number = :number",
        closing=closing,
        day=day,
        number=number,
    )
    if changed.rowcount == 0:
        raise TrajectoryNotFoundError(number=number)
