"""The input models of talents and objectives that were named in a conversation."""

from typing import Annotated

from pydantic import Field, model_validator

from coachlog.base.texts import _
from coachlog.journal.common.input_types import GoalName, Input, Line, Number, Text


class MentionInput(Input):
    """Something that was named in a conversation: known by its number, or new."""

    number: Annotated[Number | None, Field(description="The number of one that is known.")] = None
    goal: Annotated[
        GoalName | None,
        Field(description="The ref or number of the goal that it is linked with."),
    ] = None

    @property
    def words(self) -> str | None:
        """What is new, in words; None for a known one."""
        return None

    @model_validator(mode="after")
    def _check_new_or_known(self) -> "MentionInput":
        if (self.words is None) == (self.number is None):
            raise ValueError(_("give a new one in words, or the number of a known one."))
        return self


class MentionedTalentInput(MentionInput):
    """A talent that was named."""

    strength: Annotated[Line | None, Field(description="What this person is good at.")] = None
    shows: Annotated[Text | None, Field(description="Where or when it shows.")] = None

    @property
    def words(self) -> str | None:
        """The talent itself."""
        return self.strength


class MentionedObjectiveInput(MentionInput):
    """An objective of the team or the organisation that was named."""

    statement: Annotated[
        Text | None, Field(description="What the organisation or the team wants to achieve.")
    ] = None

    @property
    def words(self) -> str | None:
        """The objective itself."""
        return self.statement
