"""Saves and changes cases for peer consultation."""

from datetime import date
from typing import ClassVar

from coachlog.journal.common.input_types import Input
from coachlog.journal.common.json_schema import (
    LIST_SCHEMA,
    TEXT_SCHEMA,
    ReadOnlyFields,
    read_only_fields,
)
from coachlog.journal.common.models import edit_fields, new_fields
from coachlog.journal.common.records import Inputs, update_record
from coachlog.journal.network_case.queries import CASES
from coachlog.schema.network_case import NETWORK_CASE
from coachlog.store.work import Work


@edit_fields(NETWORK_CASE, CASES)
class CaseEdit(Input):
    """Changes to a case: only the fields that are given change; an empty one is cleared."""

    read_only: ClassVar[ReadOnlyFields] = read_only_fields(
        LIST_SCHEMA, "warnings", "advices"
    ) | read_only_fields(TEXT_SCHEMA, "recognisable", "check")


@new_fields(NETWORK_CASE, CASES)
class CaseInput(CaseEdit):
    """A case for peer consultation, written anew under five headings."""


INPUTS: Inputs = {"new": CaseInput, "edit": CaseEdit}


def add(work: Work, data: CaseInput, today: date) -> int:
    """Save a case, of *today* unless it has a day, and return its number."""
    values = {"written_on": today} | data.model_dump(exclude_none=True)
    return work.add("network_case", values).number


def edit(work: Work, number: int, data: CaseEdit, _today: date) -> None:
    """Save the fields of a case that *data* sets."""
    update_record(work, NETWORK_CASE, CASES, number, data)
