"""What a person enters about a goal."""

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field, model_validator

from coachlog.base.texts import _
from coachlog.journal.common.input_types import (
    GoalName,
    Input,
    Line,
    Number,
    Numbers,
    Scale,
    words_by,
)
from coachlog.journal.common.json_schema import (
    LIST_SCHEMA,
    OBJECT_SCHEMA,
    ReadOnlyFields,
    read_only_fields,
)
from coachlog.journal.common.models import edit_fields, new_fields
from coachlog.journal.goal.fields import read_lenses
from coachlog.journal.goal.queries import GOALS
from coachlog.journal.workability.fields import LENSES
from coachlog.schema.goal import GOAL, SCALE


@edit_fields(GOAL, GOALS, SCALE)
class ScaleEdit(Input):
    """The five levels of a goal: only the fields that are given change; an empty one is cleared."""

    read_only: ClassVar[ReadOnlyFields] = {
        **read_only_fields(LIST_SCHEMA, "scores", "levels", "actions", "observations", "releases"),
        **read_only_fields(OBJECT_SCHEMA, "momentum", "gas"),
    }


@edit_fields(GOAL, GOALS)
class GoalEdit(ScaleEdit):
    """Changes to a goal: only the fields that are given change; an empty one is cleared."""

    objectives: Annotated[
        Numbers | None, Field(description="The numbers of all objectives that it serves.")
    ] = None
    talent_numbers: Annotated[
        Numbers | None, Field(description="The numbers of all talents of this person that it uses.")
    ] = None
    lenses: Annotated[
        Annotated[list[str], words_by(read_lenses, [*LENSES])] | None,
        Field(description="The sides of workable work that it is about."),
    ] = None


@new_fields(GOAL, GOALS)
class NewGoalInput(GoalEdit):
    """A goal of somebody the journal knows, set outside a conversation."""

    own_day: ClassVar[str] = "set_on"


class GoalInput(GoalEdit):
    """A goal set in a conversation, or one of before that this conversation changes."""

    if TYPE_CHECKING:
        statement: str | None
        status: str | None
    read_only: ClassVar[ReadOnlyFields] = {}

    ref: Annotated[
        Line | None,
        Field(description="A name by which scores and actions of this input refer to it."),
    ] = None
    number: Annotated[
        Number | None, Field(description="The number of an existing goal that changes.")
    ] = None

    @model_validator(mode="after")
    def _check_new_or_existing(self) -> "GoalInput":
        if (self.statement is None) == (self.number is None):
            raise ValueError(
                _(
                    "a goal needs a statement when it is new,"
                    " or the number of an existing one; not both."
                )
            )
        return self


class ScoreInput(Input):
    """Where a goal stands, 0 to 10."""

    goal: Annotated[
        GoalName,
        Field(description="The ref of a goal in this input, or the number of an existing one."),
    ]
    score: Scale
