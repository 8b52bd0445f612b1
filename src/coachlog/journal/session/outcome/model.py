"""The input models of talents and objectives that were named in a conversation."""

from pydantic import Field, model_validator

from coachlog.base.texts import _
from coachlog.journal.common.input_types import GoalName, Input, Line, Number, Text


class MentionInput(Input):
    """Something that was named in a conversation: known by its number, or new."""

    number: Number | None = Field(default=None, description="The number of one that is known.")
    goal: GoalName | None = Field(
        default=None, description="The ref or number of the goal that it is linked with."
    )

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

    strength: Line | None = Field(default=None, description="What this person is good at.")
    shows: Text | None = Field(default=None, description="Where or when it shows.")

    @property
    def words(self) -> str | None:
        """The talent itself."""
        return self.strength


class MentionedObjectiveInput(MentionInput):
    """An objective of the team or the organisation that was named."""

    statement: Text | None = Field(
        default=None, description="What the organisation or the team wants to achieve."
    )

    @property
    def words(self) -> str | None:
        """The objective itself."""
        return self.statement
