"""What a person enters about a correction."""

from typing import Annotated, ClassVar

from pydantic import Field as Described

from coachlog.journal.common.input_types import DayOver, Input, Line, Name, Number, Text, one_of
from coachlog.journal.common.json_schema import NUMBER_SCHEMA, ReadOnlyFields, read_only_fields
from coachlog.journal.common.models import edit_fields
from coachlog.journal.correction.queries import CORRECTIONS
from coachlog.schema.correction import BESIDE, CORRECTION, HOWS


@edit_fields(CORRECTION, CORRECTIONS)
class CorrectionEdit(Input):
    """Changes to a correction: only the fields that are given change."""


class CorrectionInput(Input):
    """A correction of one text of a record, such as the field `summary` of session 12."""

    read_only: ClassVar[ReadOnlyFields] = read_only_fields(NUMBER_SCHEMA, "number")
    record: Annotated[Name, Described(description="The noun, such as session.")]
    record_number: Annotated[
        Number | None, Described(description="Its number; none for a person.")
    ] = None
    coachee: Annotated[
        Name | None, Described(description="The person, where that is the record.")
    ] = None
    field: Annotated[Line, Described(description="Which text: summary, option.2.text.")]
    how: Annotated[
        str, one_of(HOWS), Described(description="Beside the text, or instead of it.")
    ] = BESIDE
    statement: Annotated[
        Text | None, Described(description="What the person says, or the right text.")
    ] = None
    said_on: Annotated[DayOver | None, Described(description="The day; today if left out.")] = None
