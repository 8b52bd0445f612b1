"""Use cases of coaching trajectories: a new one, changes, the one a conversation belongs to."""

from datetime import date
from typing import Any

from coachlog.journal.coachee.queries import find
from coachlog.journal.common.records import Inputs, changed
from coachlog.journal.common.status import closing_day, follow_status
from coachlog.journal.trajectory.fund import AREAS
from coachlog.journal.trajectory.model import RolesInput, TrajectoryEdit, TrajectoryInput
from coachlog.journal.trajectory.queries import TRAJECTORIES
from coachlog.schema.trajectory import TRAJECTORY
from coachlog.store.work import NewRecord, Work

INPUTS: Inputs = {"new": TrajectoryInput, "edit": TrajectoryEdit}

THEMED = ("areas", "themes")
"""The fields of an input that are rows of their own."""


def current(work: Work, coachee_id: str, on: date) -> str:
    """The id of a coachee's latest active trajectory; made from the day *on* if there is none."""
    found = work.value(
        "select id from trajectory where coachee_id = :coachee and status = 'active'"
        " order by number desc limit 1",
        coachee=coachee_id,
    )
    return str(found) if found else _make(work, coachee_id, {"starts_on": on}).id


def set_roles(work: Work, trajectory_id: str, roles: RolesInput) -> None:
    """Keep what a conversation answered about the roles; what it did not is left as it is."""
    work.update("trajectory", trajectory_id, roles.model_dump(exclude_none=True))


def set_roles_of(work: Work, session: int, roles: RolesInput) -> None:
    """The same for the trajectory of the conversation with that number."""
    sql = "select trajectory_id from session where number = :number"
    set_roles(work, str(work.value(sql, number=session)), roles)


def add(work: Work, data: TrajectoryInput, today: date) -> int:
    """Keep a new trajectory, from *today* where no day is given; the result is its number."""
    values = data.model_dump(exclude={*THEMED}, exclude_none=True)
    made = _make(work, find(work, values.pop("coachee")).id, {"starts_on": today} | values)
    _belong(work, made.id, data)
    return made.number


def edit(work: Work, number: int, data: TrajectoryEdit, today: date) -> None:
    """Change the given fields of a trajectory; *today* is when it was closed, if it is now."""
    present = TRAJECTORIES.record(work, number)
    values = changed(TRAJECTORY, data)
    values = {name: value for name, value in values.items() if name not in THEMED}
    _belong(work, present["id"], data)
    follow_status(values, present["status"], "active", today)
    work.update("trajectory", present["id"], values)


def _belong(work: Work, trajectory_id: str, data: TrajectoryEdit) -> None:
    """Give a trajectory the areas and themes that are told; of what is not, nothing changes."""
    sql = "select theme from trajectory_theme where trajectory_id = :id order by theme"
    present = list(work.rows(str, sql, id=trajectory_id))
    for name in data.model_fields_set.intersection(THEMED):
        wanted: list[str] = getattr(data, name) or []
        before = [each for each in present if (each in AREAS) == (name == "areas")]
        for gone in (each for each in before if each not in wanted):
            work.execute(
                "delete from trajectory_theme where trajectory_id = :id and theme = :theme",
                id=trajectory_id,
                theme=gone,
            )
        for new in (each for each in wanted if each not in before):
            work.insert("trajectory_theme", {"trajectory_id": trajectory_id, "theme": new})


def _make(work: Work, coachee_id: str, given: dict[str, Any]) -> NewRecord:
    values = {"coachee_id": coachee_id, "kind": "coaching", "status": "active", **given}
    ended = values.get("ends_on") or values["starts_on"]
    told = values.get("closed_on")
    values["closed_on"] = closing_day(values["status"], "active", told, ended)
    return work.add("trajectory", values)
