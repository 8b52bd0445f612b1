"""Use cases of coaching trajectories: a new one, changes, the one a conversation belongs to."""

from datetime import date
from typing import Any

from coachlog.base.ids import new_id
from coachlog.journal.coachee.queries import find
from coachlog.journal.common.input_types import closing_day, required
from coachlog.journal.trajectory.fund import AREAS
from coachlog.journal.trajectory.model import RolesInput, TrajectoryEdit, TrajectoryInput
from coachlog.journal.trajectory.queries import TrajectoryNotFoundError
from coachlog.journal.trajectory.rows import TrajectoryRow
from coachlog.store.work import Work

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
    row = work.orm.get_one(TrajectoryRow, trajectory_id)
    row.sqlmodel_update(roles.model_dump(exclude_none=True))


def set_roles_of(work: Work, session: int, roles: RolesInput) -> None:
    """The same for the trajectory of the conversation with that number."""
    sql = "select trajectory_id from session where number = :number"
    set_roles(work, str(work.value(sql, number=session)), roles)


def add(work: Work, data: TrajectoryInput, today: date) -> int:
    """Keep a new trajectory, from *today* where no day is given; the result is its number."""
    person = find(work, data.coachee)
    values = data.model_dump(exclude={"coachee", *THEMED}, exclude_none=True)
    row = _make(work, person.id, {"starts_on": today} | values)
    _belong(work, row.id, data)
    return row.number


def edit(work: Work, number: int, data: TrajectoryEdit, today: date) -> None:
    """Change the given fields of a trajectory; *today* is when it was closed, if it is now."""
    found = work.value("select id from trajectory where number = :number", number=number)
    if found is None:
        raise TrajectoryNotFoundError(number=number)
    row = work.orm.get_one(TrajectoryRow, str(found))
    values = data.model_dump(exclude_unset=True, exclude={*THEMED})
    required(values, "kind", "starts_on", "status")
    _belong(work, row.id, data)
    if "status" in values and values["status"] != row.status:
        row.closed_on = today if values["status"] == "closed" else None
    row.sqlmodel_update(values)


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
            work.execute(
                "insert into trajectory_theme (id, trajectory_id, theme)"
                " values (:id, :trajectory, :theme)",
                id=new_id(),
                trajectory=trajectory_id,
                theme=new,
            )


def _make(work: Work, coachee_id: str, values: dict[str, Any]) -> TrajectoryRow:
    defaults = {"kind": "coaching", "status": "active"}
    row = TrajectoryRow(
        id=new_id(),
        number=work.next_number("trajectory"),
        coachee_id=coachee_id,
        created_at=work.now,
        **(defaults | values),
    )
    row.closed_on = closing_day(row.status, "active", row.closed_on, row.ends_on or row.starts_on)
    work.orm.add(row)
    work.orm.flush()
    return row
