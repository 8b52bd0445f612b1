"""What a person enters about a request, and how it is saved, extended and answered."""

from datetime import date
from typing import Any

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_, _
from coachlog.journal.coachee.lookup import find
from coachlog.journal.common.input_types import FieldRefusedError, Input
from coachlog.journal.common.models import edit_fields, new_fields
from coachlog.journal.common.records import Inputs, changed_values
from coachlog.journal.request.queries import REQUESTS
from coachlog.schema.request import REQUEST
from coachlog.store.work import Work


@edit_fields(REQUEST, REQUESTS)
class RequestEdit(Input):
    """Changes to a request: only the fields that are given change; an empty one is cleared."""


@new_fields(REQUEST, REQUESTS)
class RequestInput(RequestEdit):
    """What somebody asks for about the notes."""


INPUTS: Inputs = {"new": RequestInput, "edit": RequestEdit}


def add(work: Work, data: RequestInput, today: date) -> int:
    """Save a request, of *today* unless it has a day, and return its number."""
    values = {"asked_on": today} | data.model_dump(exclude_none=True)
    values["coachee_id"] = find(work, values.pop("coachee")).id
    _check_days(values)
    return work.add("request", values).number


def edit(work: Work, number: int, data: RequestEdit, _today: date) -> None:
    """Save the fields of a request that *data* sets."""
    row, values = REQUESTS.record(work, number), changed_values(REQUEST, data)
    kept = {name: row[name] and date.fromisoformat(row[name]) for name in _DAYS}
    _check_days(kept | values)
    if values.get("reason") and not row["extended_on"]:
        raise RefusedError(
            N_("Request {number} was not extended, so it has no reason for that."),
            N_('Extend it: coachlog request extend {number} --reason "…"'),
            number=number,
        )
    work.update("request", row["id"], values)


_DAYS = ("asked_on", "extended_on", "answered_on")


def _check_days(values: dict[str, Any]) -> None:
    """Raise FieldRefusedError where something was done before it was asked for."""
    for name in _DAYS:
        if values.get(name) and values[name] < values["asked_on"]:
            raise FieldRefusedError(name, _("this is before the day on which it was asked."))
