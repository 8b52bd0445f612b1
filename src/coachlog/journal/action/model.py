"""What a person enters about an action."""

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from coachlog.journal.action.queries import ACTIONS
from coachlog.journal.common.input_types import (
    Confidence,
    Flag,
    GoalName,
    Input,
    Number,
    Text,
    one_of,
)
from coachlog.journal.common.json_schema import (
    LIST_SCHEMA,
    NUMBER_SCHEMA,
    TEXT_SCHEMA,
    ReadOnlyFields,
    read_only_fields,
)
from coachlog.journal.common.models import chosen_fields, edit_fields, new_fields
from coachlog.schema.action import ACTION
from coachlog.schema.vocabulary import ACTION_STATUSES


class IfThenInput(Input):
    """What may get in the way, and what the person will then do."""

    obstacle: Text | None = None
    plan: Text | None = None


@chosen_fields(ACTION, "what", "due_on", "confidence", "helper", "done_by", "talent")
class ActionInput(Input):
    """A commitment out of a conversation.

    What came of it is told by the reviews of a later one.
    """

    if TYPE_CHECKING:
        confidence: int | None
        talent: int | None
    read_only: ClassVar[ReadOnlyFields] = {
        **read_only_fields(NUMBER_SCHEMA, "number"),
        **read_only_fields(TEXT_SCHEMA, "status", "outcome"),
    }

    confidence_before: Annotated[
        Confidence | None,
        Field(description="How sure the person was at first, where it was asked a second time."),
    ] = None
    goal: Annotated[
        GoalName | None, Field(description="The ref of a goal in this input, or a number.")
    ] = None
    if_then: IfThenInput | None = None


@edit_fields(ACTION, ACTIONS)
class ActionEdit(Input):
    """Changes to an action: only the fields that are given change; an empty one is cleared."""

    read_only: ClassVar[ReadOnlyFields] = {
        **read_only_fields(TEXT_SCHEMA, "coachee_name", "goal_statement"),
        **read_only_fields(LIST_SCHEMA, "reviews", "confidences"),
    }


@new_fields(ACTION, ACTIONS)
class NewActionInput(ActionEdit):
    """An action agreed with somebody the journal knows, outside a conversation."""

    own_day: ClassVar[str] = "agreed_on"


class ReviewInput(Input):
    """What came of an action that was agreed before."""

    action: Number
    status: Annotated[str, one_of(ACTION_STATUSES)]
    outcome: Text | None = None
    obstacle_came: Annotated[
        Flag | None, Field(description="Whether the obstacle of the if-then plan turned up.")
    ] = None
    plan_helped: Annotated[
        Text | None, Field(description="Whether the plan was followed, and helped.")
    ] = None
