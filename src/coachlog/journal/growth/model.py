"""What a person enters about the own development as a coach."""

from datetime import date
from typing import Annotated

from pydantic import Field

from coachlog.dates import parse_day_over
from coachlog.journal.answer_types import Input, Line, Text, day_by, one_of, parsed
from coachlog.journal.growth.fields import KINDS, MINUTES_MOST, minutes

Kind = Annotated[str, one_of(KINDS)]
Length = Annotated[int, parsed(minutes, Annotated[int, Field(ge=1, le=MINUTES_MOST)])]
Done = Annotated[date, day_by(parse_day_over)]


class GrowthEdit(Input):
    """Changes to a learning moment: only the fields that are given change; an empty one is cleared.

    *minutes* is a figure, or a text such as `1:30` or `1u30`.
    """

    kind: Kind | None = None
    done_on: Annotated[Done | None, Field(description="The day; today when left out.")] = None
    minutes: Annotated[Length | None, Field(description="How long it took: 90, 1:30 or 1u30.")] = (
        None
    )
    provider: Annotated[Line | None, Field(description="Who gave it, or what was read.")] = None
    learned: Annotated[Text | None, Field(description="What you learned.")] = None
    applied: Annotated[Text | None, Field(description="Where you used it.")] = None


class GrowthInput(GrowthEdit):
    """A new learning moment of the coach."""

    kind: Kind
