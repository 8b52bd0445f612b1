"""What a person enters about a topic that is parked for a later conversation."""

from typing import Annotated

from pydantic import Field

from coachlog.journal.answer_types import Input, Name, Text, one_of
from coachlog.journal.topic.fields import BY_HAND


class TopicInput(Input):
    """A topic to come back to with somebody."""

    coachee: Annotated[Name, Field(description="A handle or a name.")]
    text: Annotated[Text, Field(description="What it is about.")]


class TopicEdit(Input):
    """Changes to a topic: only the fields that are given change."""

    text: Text | None = None
    status: Annotated[str | None, one_of(BY_HAND)] = None
