"""What a person enters about an objective of the organisation or a team."""

from typing import Annotated, ClassVar

from pydantic import Field

from coachlog.journal.common.input_types import Day, Input, Line, PastDay, Text, one_of
from coachlog.journal.common.json_schema import TELLS_LIST, TELLS_NUMBER, Told, told
from coachlog.journal.objective.fields import LEVELS, STATUSES


class ObjectiveEdit(Input):
    """Changes to an objective: only the fields that are given change; an empty one is cleared."""

    read_only: ClassVar[Told] = {
        **told(TELLS_NUMBER, "number", "goals", "active_goals"),
        **told(TELLS_LIST, "served_by"),
    }
    own_day: ClassVar[str] = "starts_on"

    statement: Text | None = None
    level: Annotated[
        Annotated[str, one_of(LEVELS)] | None,
        Field(description="Whose it is; left out: of the team where one is named."),
    ] = None
    team: Annotated[Line | None, Field(description="Which team, where it is one of a team.")] = None
    plan: Annotated[Text | None, Field(description="How it is to be reached.")] = None
    owner: Annotated[Line | None, Field(description="Who answers for it.")] = None
    signs: Annotated[
        Text | None, Field(description="Signs of success: what one will see or count.")
    ] = None
    starts_on: Annotated[PastDay | None, Field(description="The day its period begins.")] = None
    ends_on: Annotated[Day | None, Field(description="The day its period ends.")] = None
    status: Annotated[str, one_of(STATUSES)] | None = None


class ObjectiveInput(ObjectiveEdit):
    """An objective of the organisation or a team."""

    statement: Text
    closed_on: Annotated[
        PastDay | None, Field(description="The day it was reached or dropped, with that *status*.")
    ] = None
