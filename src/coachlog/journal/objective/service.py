"""Use cases of objectives: a new one, and changes."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from coachlog.base.texts import _
from coachlog.journal.common.input_types import FieldRefusedError, required
from coachlog.journal.common.status import closing_day, follow_status
from coachlog.journal.objective.model import ObjectiveEdit, ObjectiveInput
from coachlog.journal.objective.queries import OBJECTIVES
from coachlog.store.work import Work


def add(work: Work, data: ObjectiveInput, today: date) -> int:
    """Keep an objective; its number. One that is over was closed *today*, unless it tells when."""
    values = data.model_dump(exclude={"closed_on"})
    status = values.pop("status") or "active"
    values["level"] = values["level"] or ("team" if data.team else "organisation")
    _check_period(values)
    closed_on = closing_day(status, "active", data.closed_on, today)
    return work.add("objective", {"status": status, "closed_on": closed_on, **values}).number


def edit(work: Work, number: int, data: ObjectiveEdit, day: date) -> None:
    """Change the given fields of an objective; *day* is when it was closed, if it is now."""
    present = OBJECTIVES.record(work, number)
    values = data.model_dump(exclude_unset=True)
    required(values, "statement", "level", "status")
    follow_status(values, present["status"], "active", day)
    _check_period(present | values)
    work.update("objective", present["id"], values)


def _check_period(values: Mapping[str, Any]) -> None:
    starts_on, ends_on = values["starts_on"], values["ends_on"]
    if starts_on and ends_on and str(ends_on) < str(starts_on):
        raise FieldRefusedError("ends_on", _("a period ends after it starts."))
