"""Use cases of objectives: a new one, and changes."""

from datetime import date

from coachlog.base.ids import new_id
from coachlog.base.texts import _
from coachlog.journal.common.input_types import FieldRefusedError, closing_day, required
from coachlog.journal.objective.model import ObjectiveEdit, ObjectiveInput
from coachlog.journal.objective.queries import id_of
from coachlog.journal.objective.rows import ObjectiveRow
from coachlog.store.work import Work


def add(work: Work, data: ObjectiveInput, today: date) -> int:
    """Keep an objective; its number. One that is over was closed *today*, unless it tells when."""
    values = data.model_dump(exclude={"closed_on"})
    status = values.pop("status") or "active"
    values["level"] = values["level"] or ("team" if data.team else "organisation")
    row = ObjectiveRow(
        id=new_id(),
        number=work.next_number("objective"),
        status=status,
        closed_on=closing_day(status, "active", data.closed_on, today),
        created_at=work.now,
        **values,
    )
    _check_period(row)
    work.orm.add(row)
    return row.number


def edit(work: Work, number: int, data: ObjectiveEdit, day: date) -> None:
    """Change the given fields of an objective; *day* is when it was closed, if it is now."""
    row = work.orm.get_one(ObjectiveRow, id_of(work, number))
    values = data.model_dump(exclude_unset=True)
    required(values, "statement", "level", "status")
    if "status" in values and values["status"] != row.status:
        row.closed_on = None if values["status"] == "active" else day
    row.sqlmodel_update(values)
    _check_period(row)


def _check_period(row: ObjectiveRow) -> None:
    if row.starts_on and row.ends_on and row.ends_on < row.starts_on:
        raise FieldRefusedError("ends_on", _("a period ends after it starts."))
