"""What comes in with a conversation that was told as JSON: what of it was released, and to whom."""

from typing import Annotated

from pydantic import Field

from coachlog.journal.common.input_types import Day, Flag, Input, Line, Number, PastDay, Text


class ReleaseInput(Input):
    """A copy of the conversation, or of a part of it, that went to somebody."""

    number: Annotated[
        Number | None,
        Field(description="Its number where it comes from: in that order they are kept."),
    ] = None
    text: Text
    to_whom: Line
    agreed_by: Line
    released_on: PastDay
    handed_over_on: PastDay | None = None
    withdrawn_on: PastDay | None = None
    personnel_file: Flag | None = None


class GoalReleaseInput(ReleaseInput):
    """A copy of a goal, with what belongs to it."""

    goal: Annotated[Line, Field(description="The ref of a goal in this input.")]
    why: Text | None = None
    steps: Text | None = None
    signs: Text | None = None
    milestone: Text | None = None
    provided: Text | None = None
    starts_on: PastDay | None = None
    target_on: Day | None = None
