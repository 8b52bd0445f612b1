"""What a person enters about an action."""

from typing import Annotated, ClassVar

from pydantic import Field

from coachlog.journal.action.fields import DOERS, STATUSES
from coachlog.journal.common.input_types import (
    Confidence,
    Day,
    DayOver,
    Flag,
    GoalName,
    Input,
    Line,
    Name,
    Number,
    PastDay,
    Text,
    one_of,
)
from coachlog.journal.common.json_schema import TELLS_LIST, TELLS_NUMBER, TELLS_TEXT, Told, told


class IfThenInput(Input):
    """What may get in the way, and what the person will then do."""

    obstacle: Text | None = None
    plan: Text | None = None


Doer = Annotated[
    Annotated[str, one_of(DOERS)] | None,
    Field(description="Who does it; left out: the person coached."),
]
Talent = Annotated[
    Number | None,
    Field(description="The number of a talent of this person that it makes room for."),
]


class ActionInput(Input):
    """A commitment out of a conversation.

    What came of it is told by the reviews of a later one.
    """

    read_only: ClassVar[Told] = {
        **told(TELLS_NUMBER, "number"),
        **told(TELLS_TEXT, "status", "outcome"),
    }

    what: Text
    due_on: Day | None = None
    confidence: Annotated[
        Confidence | None, Field(description="How sure the person is to do it, 1 to 10.")
    ] = None
    confidence_before: Annotated[
        Confidence | None,
        Field(description="How sure the person was at first, where it was asked a second time."),
    ] = None
    goal: Annotated[
        GoalName | None, Field(description="The ref of a goal in this input, or a number.")
    ] = None
    if_then: IfThenInput | None = None
    helper: Line | None = None
    done_by: Doer = None
    talent: Talent = None


class NewActionInput(Input):
    """An action agreed with somebody the journal knows, outside a conversation."""

    read_only: ClassVar[Told] = {
        **told(TELLS_NUMBER, "number", "session"),
        **told(TELLS_TEXT, "coachee_name", "goal_statement"),
        **told(TELLS_LIST, "reviews", "confidences"),
    }
    own_day: ClassVar[str] = "agreed_on"

    coachee: Annotated[Name, Field(description="A handle or a name.")]
    what: Text
    due_on: Day | None = None
    confidence: Annotated[
        Confidence | None, Field(description="How sure the person is to do it, 1 to 10.")
    ] = None
    goal: Annotated[Number | None, Field(description="The number of a goal of this person.")] = None
    obstacle: Annotated[Text | None, Field(description="What may get in the way.")] = None
    plan: Annotated[Text | None, Field(description="What the person will then do.")] = None
    helper: Line | None = None
    done_by: Doer = None
    talent: Talent = None
    agreed_on: Annotated[DayOver | None, Field(description="The day; today when left out.")] = None
    status: Annotated[
        Annotated[str, one_of(STATUSES)] | None, Field(description="Open when left out.")
    ] = None
    outcome: Annotated[Text | None, Field(description="What it brought.")] = None
    closed_on: Annotated[
        PastDay | None, Field(description="The day it was closed, with a *status* that closes it.")
    ] = None


class ActionEdit(Input):
    """Changes to an action: only the fields that are given change; an empty one is cleared."""

    read_only: ClassVar[Told] = NewActionInput.read_only

    what: Text | None = None
    due_on: Day | None = None
    confidence: Confidence | None = None
    obstacle: Text | None = None
    plan: Text | None = None
    helper: Line | None = None
    done_by: Doer = None
    talent: Talent = None
    goal: Annotated[Number | None, Field(description="The number of a goal of this person.")] = None
    status: Annotated[str, one_of(STATUSES)] | None = None
    outcome: Annotated[Text | None, Field(description="What it brought.")] = None


class ReviewInput(Input):
    """What came of an action that was agreed before."""

    action: Number
    status: Annotated[str, one_of(STATUSES)]
    outcome: Text | None = None
    obstacle_came: Annotated[
        Flag | None, Field(description="Whether the obstacle of the if-then plan turned up.")
    ] = None
    plan_helped: Annotated[
        Text | None, Field(description="Whether the plan was followed, and helped.")
    ] = None
