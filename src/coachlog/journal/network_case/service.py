"""Saves and changes cases for peer consultation."""

from datetime import date

from coachlog.journal.common.records import Inputs, update_record
from coachlog.journal.network_case.model import CaseEdit, CaseInput
from coachlog.journal.network_case.queries import CASES
from coachlog.schema.network_case import NETWORK_CASE
from coachlog.store.work import Work

INPUTS: Inputs = {"new": CaseInput, "edit": CaseEdit}


def add(work: Work, data: CaseInput, today: date) -> int:
    """Save a case, of *today* unless it has a day, and return its number."""
    values = {"written_on": today} | data.model_dump(exclude_none=True)
    return work.add("network_case", values).number


def edit(work: Work, number: int, data: CaseEdit, _today: date) -> None:
    """Save the fields of a case that *data* sets."""
    update_record(work, NETWORK_CASE, CASES, number, data)
