"""What a person enters about a topic that is parked for a later conversation."""

from typing import Annotated, ClassVar

from pydantic import Field

from coachlog.journal.common.input_types import Input, Name, PastDay, Text, one_of
from coachlog.journal.common.json_schema import TELLS_NUMBER, Told, told
from coachlog.journal.topic.fields import BY_HAND, STATUSES


class TopicInput(Input):
    """A topic to come back to with somebody."""

    read_only: ClassVar[Told] = told(TELLS_NUMBER, "number", "session", "taken_up_in")

    coachee: Annotated[Name, Field(description="A handle or a name.")]
    text: Annotated[Text, Field(description="What it is about.")]
    status: Annotated[
        Annotated[str, one_of(STATUSES)] | None, Field(description="Parked when left out.")
    ] = None
    parked_on: Annotated[PastDay | None, Field(description="The day; today when left out.")] = None
    closed_on: Annotated[
        PastDay | None, Field(description="The day it was taken up or dropped, with that *status*.")
    ] = None


class TopicEdit(Input):
    """Changes to a topic: only the fields that are given change."""

    read_only: ClassVar[Told] = TopicInput.read_only

    text: Text | None = None
    status: Annotated[str, one_of(BY_HAND)] | None = None
