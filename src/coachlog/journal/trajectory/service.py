"""Adds and changes trajectories, and finds the one a conversation belongs to."""

from datetime import date
from typing import Any, NamedTuple

from coachlog.base.texts import _
from coachlog.journal.coachee.lookup import Person, is_self
from coachlog.journal.coachee.myself import find_or_add_self
from coachlog.journal.common.input_types import FieldRefusedError
from coachlog.journal.common.records import Inputs, changed_values
from coachlog.journal.common.status import closing_day, follow_status
from coachlog.journal.trajectory.fields import OWN, refuse_other_kind
from coachlog.journal.trajectory.fund import AREAS
from coachlog.journal.trajectory.model import RolesInput, TrajectoryEdit, TrajectoryInput
from coachlog.journal.trajectory.queries import TRAJECTORIES
from coachlog.schema.trajectory import TRAJECTORY
from coachlog.store.work import NewRecord, Work

INPUTS: Inputs = {"new": TrajectoryInput, "edit": TrajectoryEdit}

THEME_FIELDS = ("areas", "themes")
"""The fields of an input that are stored in `trajectory_theme`."""


def current(work: Work, coachee_id: str, on: date, kind: str | None = None) -> str:
    """Return the id of a coachee's latest active trajectory, or of a new one that starts *on*.

    A new one is of that *kind*, of coaching without one. One in which nobody talked yet becomes of
    that kind; RefusedError where an active one of another kind has conversations.
    """
    active = work.one(
        _Active,
        "select t.id, t.kind, exists (select 1 from session s where s.trajectory_id = t.id"
        " and s.status = 'held') from trajectory t"
        " where t.coachee_id = :coachee and t.status = 'active' order by t.number desc limit 1",
        coachee=coachee_id,
    )
    if active:
        if kind and kind != active.kind:
            if active.has_begun:
                refuse_other_kind(active.kind, kind)
            work.update("trajectory", active.id, {"kind": kind})
        return active.id
    return _add(work, coachee_id, {"starts_on": on} | ({"kind": kind} if kind else {})).id


class _Active(NamedTuple):
    id: str
    kind: str
    has_begun: int


def set_roles(work: Work, trajectory_id: str, roles: RolesInput) -> None:
    """Save the answers about the roles; fields without an answer stay as they are."""
    work.update("trajectory", trajectory_id, roles.model_dump(exclude_none=True))


def set_roles_of(work: Work, session: int, roles: RolesInput) -> None:
    """Save the answers about the roles in the trajectory of the conversation *session*."""
    sql = "select trajectory_id from session where number = :number"
    set_roles(work, str(work.value(sql, number=session)), roles)


def add(work: Work, data: TrajectoryInput, today: date) -> int:
    """Save a new trajectory, which starts *today* unless a day is given; return its number."""
    values = data.model_dump(exclude={*THEME_FIELDS}, exclude_none=True)
    person = find_or_add_self(work, values.pop("coachee"))
    _refuse_kind_of_others(work, person, values.get("kind"))
    record = _add(work, person.id, {"starts_on": today} | values)
    _set_themes(work, record.id, data)
    return record.number


def _refuse_kind_of_others(work: Work, person: Person, kind: str | None) -> None:
    """Raise FieldRefusedError for an own trajectory of somebody else, or another of the coach."""
    if is_self(work, person.id):
        if kind not in (None, OWN):
            raise FieldRefusedError("kind", _("with yourself, it is always own."))
    elif kind == OWN:
        raise FieldRefusedError(
            "coachee", _("your own development has no other person: leave this out.")
        )


def edit(work: Work, number: int, data: TrajectoryEdit, today: date) -> None:
    """Save the fields that *data* sets; one that is closed by this was closed *today*."""
    row = TRAJECTORIES.record(work, number)
    values = changed_values(TRAJECTORY, data)
    values = {name: value for name, value in values.items() if name not in THEME_FIELDS}
    _set_themes(work, row["id"], data)
    if values.get("kind", OWN) != OWN and is_self(work, row["coachee_id"]):
        raise FieldRefusedError("kind", _("with yourself, it is always own."))
    follow_status(values, row["status"], "active", today)
    work.update("trajectory", row["id"], values)


def _set_themes(work: Work, trajectory_id: str, data: TrajectoryEdit) -> None:
    """Replace the areas, the themes or both of a trajectory, as far as *data* sets them."""
    sql = "select theme from trajectory_theme where trajectory_id = :id order by theme"
    stored_words = list(work.rows(str, sql, id=trajectory_id))
    for name in data.model_fields_set.intersection(THEME_FIELDS):
        new_words: list[str] = getattr(data, name) or []
        # The table holds both: a row is an area if its word is one, or else a theme.
        current_words = [word for word in stored_words if (word in AREAS) == (name == "areas")]
        for word in current_words:
            if word not in new_words:
                work.execute(
                    "delete from trajectory_theme where trajectory_id = :id and theme = :theme",
                    id=trajectory_id,
                    theme=word,
                )
        for word in new_words:
            if word not in current_words:
                work.insert("trajectory_theme", {"trajectory_id": trajectory_id, "theme": word})


def _add(work: Work, coachee_id: str, values: dict[str, Any]) -> NewRecord:
    """Add a trajectory, by default an active one of coaching; a closed one gets its closing day."""
    kind = OWN if is_self(work, coachee_id) else "coaching"
    values = {"coachee_id": coachee_id, "kind": kind, "status": "active", **values}
    last_day = values.get("ends_on") or values["starts_on"]
    closed_on = values.get("closed_on")
    values["closed_on"] = closing_day(values["status"], "active", closed_on, last_day)
    return work.add("trajectory", values)
