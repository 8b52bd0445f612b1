"""What a person enters about the own development as a coach."""

from typing import Annotated, ClassVar

from pydantic import Field

from coachlog.journal.common.input_types import DayOver, Input, Line, Text, one_of, parsed
from coachlog.journal.common.json_schema import TELLS_NUMBER, Told, told
from coachlog.journal.growth.fields import KINDS, MINUTES_MOST, minutes

Kind = Annotated[str, one_of(KINDS)]
Length = Annotated[int, parsed(minutes, 1, MINUTES_MOST)]


class GrowthEdit(Input):
    """Changes to a learning moment: only the fields that are given change; an empty one is cleared.

    *minutes* is a figure, or a text such as `1:30` or `1u30`.
    """

    read_only: ClassVar[Told] = told(TELLS_NUMBER, "number")

    kind: Kind | None = None
    done_on: Annotated[DayOver | None, Field(description="The day; today when left out.")] = None
    minutes: Annotated[Length | None, Field(description="How long it took: 90, 1:30 or 1u30.")] = (
        None
    )
    provider: Annotated[Line | None, Field(description="Who gave it, or what was read.")] = None
    learned: Annotated[Text | None, Field(description="What you learned.")] = None
    applied: Annotated[Text | None, Field(description="Where you used it.")] = None


class GrowthInput(GrowthEdit):
    """A new learning moment of the coach."""

    kind: Kind
