"""The input models of an opening balance of practice hours, and how it is saved."""

from datetime import date
from typing import Any

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.journal.common.input_types import Input
from coachlog.journal.common.models import edit_fields, new_fields
from coachlog.journal.common.records import Inputs, by_column, changed_values
from coachlog.journal.hours.queries import BALANCES
from coachlog.schema.hours import HOURS
from coachlog.store.work import Work


@edit_fields(HOURS, BALANCES)
class HoursEdit(Input):
    """Changes to an opening balance: only the fields that are given change."""


@new_fields(HOURS, BALANCES)
class HoursInput(HoursEdit):
    """Hours of practice from before the journal."""


INPUTS: Inputs = {"new": HoursInput, "edit": HoursEdit}


def add(work: Work, data: HoursInput, _today: date) -> int:
    """Save an opening balance, and return its number. Raises RefusedError."""
    values = by_column(HOURS, data.model_dump(exclude_none=True))
    _refuse_more_paid(values)
    return work.add("hours", values).number


def edit(work: Work, number: int, data: HoursEdit, _today: date) -> None:
    """Save the fields of an opening balance that *data* sets. Raises RefusedError."""
    row = BALANCES.record(work, number)
    values = by_column(HOURS, changed_values(HOURS, data))
    _refuse_more_paid(row | values)
    work.update("hours", row["id"], values)


def _refuse_more_paid(values: dict[str, Any]) -> None:
    if (values.get("paid_minutes") or 0) > values["minutes"]:
        raise RefusedError(
            N_("There are more paid hours than hours."),
            N_("Give all hours with --hours, and with --paid those of them that were paid."),
        )
