"""The input models of a case for peer consultation."""

from typing import ClassVar

from coachlog.journal.common.input_types import Input
from coachlog.journal.common.json_schema import (
    LIST_SCHEMA,
    TEXT_SCHEMA,
    ReadOnlyFields,
    read_only_fields,
)
from coachlog.journal.common.models import edit_fields, new_fields
from coachlog.journal.network_case.queries import CASES
from coachlog.schema.network_case import NETWORK_CASE


@edit_fields(NETWORK_CASE, CASES)
class CaseEdit(Input):
    """Changes to a case: only the fields that are given change; an empty one is cleared."""

    read_only: ClassVar[ReadOnlyFields] = read_only_fields(
        LIST_SCHEMA, "warnings", "advices"
    ) | read_only_fields(TEXT_SCHEMA, "recognisable", "check")


@new_fields(NETWORK_CASE, CASES)
class CaseInput(CaseEdit):
    """A case for peer consultation, written anew under five headings."""
