"""The input models of releases, which come with a conversation as JSON."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from coachlog.journal.common.input_types import Input, Line, Number, PastDay
from coachlog.journal.common.models import chosen_fields
from coachlog.journal.release.fields import GOAL_FIELDS
from coachlog.schema.release import RELEASE


@chosen_fields(
    RELEASE,
    "text",
    "to_whom",
    "handed_over_on",
    "withdrawn_on",
    "personnel_file",
)
class ReleaseInput(Input):
    """A copy of the conversation, or of a part of it, that went to somebody."""

    if TYPE_CHECKING:
        handed_over_on: date | None
        withdrawn_on: date | None
    agreed_by: Annotated[
        Line | None, Field(description="Who agreed to it; the person coached when left out.")
    ] = None
    released_on: Annotated[
        PastDay | None, Field(description="When; the day of the conversation when left out.")
    ] = None
    number: Annotated[
        Number | None,
        Field(description="Its number where it comes from: in that order they are kept."),
    ] = None


@chosen_fields(RELEASE, *(name for name in GOAL_FIELDS if name != "text"))
class GoalReleaseInput(ReleaseInput):
    """A copy of a goal, with what belongs to it."""

    goal: Annotated[Line, Field(description="The ref of a goal in this input.")]
