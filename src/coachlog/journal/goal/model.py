"""What a person enters about a goal."""

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from coachlog.base.texts import _
from coachlog.journal.common.input_types import (
    Day,
    DayOver,
    GoalName,
    Input,
    Line,
    Name,
    Number,
    Numbers,
    PastDay,
    Scale,
    Text,
    figure_from,
    one_of,
    parsed,
    words_by,
)
from coachlog.journal.common.json_schema import (
    TELLS_LIST,
    TELLS_NUMBER,
    TELLS_OBJECT,
    TELLS_TEXT,
    Told,
    told,
)
from coachlog.journal.goal.fields import STATUSES, WEIGHT_MOST, level, read_lenses
from coachlog.journal.workability.fields import LENSES

Level = Annotated[int, parsed(level, -2, 2)]


class ScaleEdit(Input):
    """The five levels of a goal: only the fields that are given change; an empty one is cleared."""

    read_only: ClassVar[Told] = {
        **told(TELLS_NUMBER, "number", "score", "level", "session", "trajectory"),
        **told(TELLS_TEXT, "scored_on", "rated_on"),
        **told(TELLS_LIST, "scores", "levels", "actions", "observations", "releases"),
        **told(TELLS_OBJECT, "momentum", "gas"),
    }

    level_0: Annotated[Text | None, Field(description="A fair result by the target date.")] = None
    level_minus_1: Text | None = None
    level_minus_2: Text | None = None
    level_plus_1: Text | None = None
    level_plus_2: Text | None = None
    level_baseline: Annotated[Level | None, Field(description="Where it starts, -2 to 2.")] = None
    weight: Annotated[
        Annotated[int, figure_from(0, WEIGHT_MOST)] | None,
        Field(description="How much it counts, 0 to 10; 1 when left out."),
    ] = None


class GoalEdit(ScaleEdit):
    """Changes to a goal: only the fields that are given change; an empty one is cleared."""

    statement: Text | None = None
    why: Text | None = None
    signs: Annotated[
        Text | None, Field(description="Signs of success: what one will see or hear.")
    ] = None
    anti_goal: Annotated[Text | None, Field(description="What is definitely not wanted.")] = None
    milestone: Text | None = None
    talents: Text | None = None
    serves: Annotated[
        Text | None, Field(description="The objective of team or organisation that it serves.")
    ] = None
    objectives: Annotated[
        Numbers | None, Field(description="The numbers of all objectives that it serves.")
    ] = None
    talent_numbers: Annotated[
        Numbers | None, Field(description="The numbers of all talents of this person that it uses.")
    ] = None
    lenses: Annotated[
        Annotated[
            list[str],
            words_by(read_lenses, [*LENSES]),
        ]
        | None,
        Field(description="The sides of workable work that it is about."),
    ] = None
    target_on: Day | None = None
    baseline: Annotated[Scale | None, Field(description="Where it starts, 0 to 10.")] = None
    target: Annotated[Scale | None, Field(description="Which figure is good enough, 0 to 10.")] = (
        None
    )
    status: Annotated[str, one_of(STATUSES)] | None = None


class NewGoalInput(GoalEdit):
    """A goal of somebody the journal knows, set outside a conversation."""

    own_day: ClassVar[str] = "set_on"

    coachee: Annotated[Name, Field(description="A handle or a name.")]
    statement: Text
    set_on: Annotated[DayOver | None, Field(description="The day; today when left out.")] = None
    closed_on: Annotated[
        PastDay | None, Field(description="The day it was reached or dropped, with that *status*.")
    ] = None


class GoalInput(GoalEdit):
    """A goal set in a conversation, or one of before that this conversation changes."""

    read_only: ClassVar[Told] = {}

    ref: Annotated[
        Line | None,
        Field(description="A name by which scores and actions of this input refer to it."),
    ] = None
    number: Annotated[
        Number | None, Field(description="The number of an existing goal that changes.")
    ] = None

    @model_validator(mode="after")
    def _new_or_known(self) -> "GoalInput":
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
