"""The input models of an objective of the organisation or a team, and how it is saved."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from coachlog.base.texts import _
from coachlog.journal.common.input_types import FieldRefusedError, Input
from coachlog.journal.common.json_schema import LIST_SCHEMA, ReadOnlyFields, read_only_fields
from coachlog.journal.common.models import edit_fields, new_fields
from coachlog.journal.common.records import Inputs, changed_values
from coachlog.journal.common.status import closing_day, follow_status
from coachlog.journal.objective.queries import OBJECTIVES
from coachlog.schema.objective import OBJECTIVE
from coachlog.store.work import Work


@edit_fields(OBJECTIVE, OBJECTIVES)
class ObjectiveEdit(Input):
    """Changes to an objective: only the fields that are given change; an empty one is cleared."""

    read_only: ClassVar[ReadOnlyFields] = read_only_fields(LIST_SCHEMA, "served_by")
    own_day: ClassVar[str] = "starts_on"


@new_fields(OBJECTIVE, OBJECTIVES)
class ObjectiveInput(ObjectiveEdit):
    """An objective of the organisation or a team, whose it is if a team is named."""


INPUTS: Inputs = {"new": ObjectiveInput, "edit": ObjectiveEdit}


def add(work: Work, data: ObjectiveInput, today: date) -> int:
    """Save an objective and return its number; a closed one was closed *today* by default."""
    values = data.model_dump()
    values["status"] = values["status"] or "active"
    usual_level = "team" if values["team"] else "organisation"
    values["level"] = values["level"] or usual_level
    _check_period(values)
    values["closed_on"] = closing_day(values["status"], "active", values["closed_on"], today)
    return work.add("objective", values).number


def edit(work: Work, number: int, data: ObjectiveEdit, day: date) -> None:
    """Save the fields that *data* sets; an objective that is closed by this was closed on *day*."""
    row = OBJECTIVES.record(work, number)
    values = changed_values(OBJECTIVE, data)
    follow_status(values, row["status"], "active", day)
    _check_period(row | values)
    work.update("objective", row["id"], values)


def _check_period(values: Mapping[str, Any]) -> None:
    """Raise FieldRefusedError if the period ends before it starts."""
    starts_on, ends_on = values["starts_on"], values["ends_on"]
    # Stored days are ISO text, new ones are dates: as text they can be compared.
    if starts_on and ends_on and str(ends_on) < str(starts_on):
        raise FieldRefusedError("ends_on", _("a period ends after it starts."))
