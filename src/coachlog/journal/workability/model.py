"""What a person enters about how workable the work is."""

from typing import Annotated, Any

from pydantic import Field, model_validator

from coachlog.journal.common.input_types import Flag, Input
from coachlog.journal.common.models import edit_fields, new_fields
from coachlog.journal.workability.queries import CHECK_INS
from coachlog.schema.workability import WORKABILITY


@edit_fields(WORKABILITY, CHECK_INS)
class CheckInEdit(Input):
    """Changes to a check-in: only the fields that are given change; an empty one is cleared."""


@new_fields(WORKABILITY, CHECK_INS)
class CheckInInput(CheckInEdit):
    """A check-in with somebody who agreed to it; half of it is fine."""

    wanted: Annotated[
        Flag, Field(description="Whether the person agrees to it; kept with its day.")
    ] = False
    manager: Annotated[Flag, Field(description="Nothing depends on it any more.")] = False

    @model_validator(mode="before")
    @classmethod
    def _exported_was_wanted(cls, data: Any) -> Any:
        """Set *wanted* in an exported check-in, which has a number: it was saved with consent."""
        is_exported = isinstance(data, dict) and "number" in data
        return {"wanted": True} | data if is_exported else data
