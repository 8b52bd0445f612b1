"""Reads coaching trajectories."""

from typing import TYPE_CHECKING, Any, NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.coachee.lookup import IN_ARCHIVE, OF_COACH
from coachlog.journal.common.reads import View, not_found
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
    charter_place: str | None
    charter_signed_on: str | None
    setting: str | None
    policy: int | None
    letter: int | None
    as_mentoring: str | None

    @property
    def roles(self) -> Roles:
        """The answers about the roles of the coach."""
        return Roles(*(getattr(self, role) for role in Roles._fields))


class ThemeLine(NamedTuple):
    """A row of the view `trajectory_themes`: an action area, or a theme, of a trajectory."""

    trajectory: int
    coachee: str
    area: str | None
    theme: str | None


class TrajectoryFilter(NamedTuple):
    """Which trajectories to list: those that match every field that is not None."""

    coachee: str | None = None
    status: str | None = None


TRAJECTORIES = View(
    "trajectories",
    TrajectoryLine,
    not_found("trajectory", N_("There is no trajectory {number}.")),
    TrajectoryFilter(),
    {"status": tuple(TRAJECTORY_STATUSES)},
    hidden=f"{OF_COACH} or status = 'active' and {IN_ARCHIVE}",
    table="trajectory",
)
"""Active ones of people in the archive, and the coach's own, are listed only where the filter
names the person.
"""
line = TRAJECTORIES.one
THEMES = View("trajectory_themes", ThemeLine)


def active(reader: "Reader", coachee: str) -> TrajectoryLine | None:
    """Return the latest active trajectory of a person, to which new conversations belong."""
    clauses = "where coachee = :coachee and status = 'active' order by number desc limit 1"
    return TRAJECTORIES.first(reader, clauses, coachee=coachee)


def last_kind(reader: "Reader") -> str:
    """Return the kind of the trajectory that was begun last, by anybody but the coach alone."""
    sql = "select kind from trajectory where kind <> 'own' order by number desc limit 1"
    return str(reader.value(sql) or "coaching")


def latest(reader: "Reader", coachee: str) -> TrajectoryLine | None:
    """Return the latest active trajectory of a person, or else the latest of all."""
    newest = "where coachee = :coachee order by number desc limit 1"
    return active(reader, coachee) or TRAJECTORIES.first(reader, newest, coachee=coachee)


def coach_appraises(reader: "Reader", coachee_id: str) -> bool:
    """Return whether the coach is this person's manager or appraises them.

    The active trajectories and the latest one count.
    """
    sql = (
        "select 1 from trajectory where coachee_id = :coachee"
        " and (appraises = 1 or kind = 'manager') and (status = 'active'"
        " or number = (select max(number) from trajectory where coachee_id = :coachee)) limit 1"
    )
    return bool(reader.value(sql, coachee=coachee_id))


def role_answers_in(reader: "Reader", session: int) -> dict[str, Any]:
    """Return the answers about the coach's roles if *session* is the first of its trajectory.

    They are asked then: for a later conversation it is empty. Answers of yes or no are True or
    False.
    """
    sql = (
        "select t.appraises, t.asked_for_opinion, t.close_or_in_conflict, t.hard_to_tell,"
        " t.kept_out, t.freely_chosen, t.turn_to from trajectory t"
        " where t.id = (select s.trajectory_id from session s where s.number = :session)"
        " and not exists (select 1 from session e where e.trajectory_id = t.id"
        " and e.number < :session)"
    )
    row = reader.one(_RoleAnswers, sql, session=session)
    if row is None:
        return {}
    answers = row._asdict()
    yes_no_names = ("appraises", "asked_for_opinion", "close_or_in_conflict", "freely_chosen")
    for name in yes_no_names:
        if answers[name] is not None:  # the store has 0 or 1
            answers[name] = bool(answers[name])
    return answers


class _RoleAnswers(NamedTuple):
    appraises: int | None
    asked_for_opinion: int | None
    close_or_in_conflict: int | None
    hard_to_tell: str | None
    kept_out: str | None
    freely_chosen: int | None
    turn_to: str | None


def trajectory_fields_in(reader: "Reader", session: int) -> dict[str, Any]:
    """Return what *session* tells about its trajectory, by the keys of a conversation.

    The first conversation with a person tells the kind, unless it is the usual one; the last one
    of a trajectory tells what came of it, and that it ended if it was closed on that day.
    """
    sql = (
        "select t.kind, t.closing, t.status = 'closed' and t.closed_on = s.held_on as ends_here,"
        " not exists (select 1 from session e where e.coachee_id = s.coachee_id"
        " and e.number < s.number) as is_first,"
        " not exists (select 1 from session l where l.trajectory_id = t.id"
        " and l.number > s.number) as is_last"
        " from session s join trajectory t on t.id = s.trajectory_id where s.number = :session"
    )
    row = reader.one(_Frame, sql, session=session)
    fields: dict[str, Any] = {}
    if row and row.is_first and row.kind not in ("coaching", "own"):  # `me` makes one of its own
        fields["kind"] = row.kind
    if row and row.is_last:
        fields["trajectory_closing"] = row.closing
        if row.ends_here:
            fields["trajectory_closed"] = True
    return fields


class _Frame(NamedTuple):
    kind: str
    closing: str | None
    ends_here: int
    is_first: int
    is_last: int


def hard_to_tell(reader: "Reader", number: int) -> str | None:
    """Return what is hard to tell the coach in a trajectory; private, for the coach only."""
    sql = "select hard_to_tell from trajectories_private where number = :number"
    text = reader.value(sql, number=number)
    return None if text is None else str(text)


def themes(reader: "Reader", number: int) -> dict[str, list[str]]:
    """Return the action areas and the themes of a trajectory, as in an input."""
    clauses = "where trajectory = :number order by area nulls last, theme"
    lines = THEMES.all(reader, clauses, number=number)
    return {
        "areas": [line.area for line in lines if line.area],
        "themes": [line.theme for line in lines if line.theme],
    }
