"""What a person enters about a coaching trajectory."""

from typing import Annotated

from pydantic import Field

from coachlog.journal.answer_types import (
    Day,
    Input,
    Line,
    Name,
    PastDay,
    Text,
    figure_from,
    one_of,
    parsed,
)
from coachlog.journal.trajectory.fields import (
    KINDS,
    RHYTHM_MOST,
    SESSIONS_MOST,
    STATUSES,
    rhythm,
)

Rhythm = Annotated[int, parsed(rhythm, Annotated[int, Field(ge=1, le=RHYTHM_MOST)])]


class TrajectoryEdit(Input):
    """Changes to a trajectory: only the fields that are given change; an empty one is cleared."""

    kind: Annotated[str | None, one_of(KINDS)] = None
    purpose: Annotated[Text | None, Field(description="What it is for.")] = None
    starts_on: Annotated[PastDay | None, Field(description="The day it begins.")] = None
    ends_on: Annotated[Day | None, Field(description="The day it is to end.")] = None
    rhythm_days: Annotated[
        Rhythm | None, Field(description="Days between two conversations, as agreed.")
    ] = None
    planned_sessions: Annotated[
        Annotated[int, figure_from(1, SESSIONS_MOST)] | None,
        Field(description="How many conversations were agreed."),
    ] = None
    sponsor: Annotated[Line | None, Field(description="Who asked for it.")] = None
    sharing: Annotated[Text | None, Field(description="What is shared with whom.")] = None
    closing: Annotated[
        Text | None, Field(description="What it brought, looking back at its end.")
    ] = None
    status: Annotated[str | None, one_of(STATUSES)] = None


class TrajectoryInput(TrajectoryEdit):
    """A new trajectory of somebody the journal knows."""

    coachee: Annotated[Name, Field(description="A handle or a name.")]
