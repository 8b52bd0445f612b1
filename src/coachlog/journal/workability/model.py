"""What a person enters about how workable the work is."""

from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from coachlog.journal.common.input_types import Flag, Input, Name, PastDay, Scale, Text
from coachlog.journal.common.json_schema import TELLS_NUMBER, Told, told


class CheckInEdit(Input):
    """Changes to a check-in: only the fields that are given change; an empty one is cleared."""

    read_only: ClassVar[Told] = told(TELLS_NUMBER, "number", "trajectory")

    checked_on: PastDay | None = None
    stress: Scale | None = None
    motivation: Scale | None = None
    learning: Scale | None = None
    balance: Scale | None = None
    workload: Scale | None = None
    emotional: Scale | None = None
    variety: Scale | None = None
    autonomy: Scale | None = None
    support: Scale | None = None
    conditions: Scale | None = None
    note: Annotated[
        Text | None, Field(description="What would bring one of the figures a point up.")
    ] = None


class CheckInInput(CheckInEdit):
    """A check-in with somebody who agreed to it; half of it is fine."""

    coachee: Annotated[Name, Field(description="A handle or a name.")]
    wanted: Annotated[
        Flag, Field(description="Whether the person agrees to it; kept with its day.")
    ] = False
    manager: Annotated[Flag, Field(description="Nothing depends on it any more.")] = False

    @model_validator(mode="before")
    @classmethod
    def _wanted_when_it_was_kept(cls, data: Any) -> Any:
        """What a journal tells with its number was kept because the person wanted it."""
        return {"wanted": True} | data if isinstance(data, dict) and "number" in data else data
