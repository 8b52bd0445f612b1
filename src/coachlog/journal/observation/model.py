"""What a person enters about what was seen at work."""

from typing import Annotated, ClassVar

from pydantic import Field

from coachlog.journal.common.input_types import DayOver, Input, Name, Number, Text
from coachlog.journal.common.json_schema import TELLS_NUMBER, Told, told


class ObservationEdit(Input):
    """Changes to an observation: only the fields that are given change; an empty one is cleared."""

    read_only: ClassVar[Told] = told(TELLS_NUMBER, "number")

    goal: Annotated[Number | None, Field(description="The number of a goal of this person.")] = None
    observed_on: Annotated[DayOver | None, Field(description="The day; today when left out.")] = (
        None
    )
    own_view: Annotated[
        Text | None, Field(description="How the person saw it: what went well, what differently.")
    ] = None
    fact: Annotated[
        Text | None, Field(description="What was seen or heard, without a judgement.")
    ] = None
    effect: Annotated[
        Text | None, Field(description="What it did to you, to colleagues or to the work.")
    ] = None
    wish: Annotated[Text | None, Field(description="What is wished for next time.")] = None
    taken: Annotated[
        Text | None, Field(description="What the person takes from it, and what not.")
    ] = None


class ObservationInput(ObservationEdit):
    """What was seen at work of somebody the journal knows."""

    coachee: Annotated[Name, Field(description="A handle or a name.")]
    fact: Annotated[Text, Field(description="What was seen or heard, without a judgement.")]
