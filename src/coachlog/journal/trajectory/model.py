"""What a person enters about a coaching trajectory."""

from typing import Annotated, ClassVar

from pydantic import Field

from coachlog.journal.common.input_types import Input, words_by
from coachlog.journal.common.json_schema import (
    LIST_SCHEMA,
    TEXT_SCHEMA,
    ReadOnlyFields,
    read_only_fields,
)
from coachlog.journal.common.models import chosen_fields, edit_fields, new_fields
from coachlog.journal.trajectory import fund
from coachlog.journal.trajectory.queries import TRAJECTORIES
from coachlog.schema.trajectory import ROLES, TRAJECTORY


@chosen_fields(TRAJECTORY, *ROLES)
class RolesInput(Input):
    """What the role of the coach may get in the way of, asked when a trajectory begins."""


@edit_fields(TRAJECTORY, TRAJECTORIES)
class TrajectoryEdit(Input):
    """Changes to a trajectory: only the fields that are given change; an empty one is cleared."""

    read_only: ClassVar[ReadOnlyFields] = {
        **read_only_fields(TEXT_SCHEMA, "coachee_name"),
        **read_only_fields(LIST_SCHEMA, "options_by_origin", "goals"),
    }
    own_day: ClassVar[str] = "starts_on"

    areas: Annotated[
        Annotated[list[str], words_by(fund.areas, [*fund.AREAS])] | None,
        Field(description="The action areas of the fund: work, health, competences, career."),
    ] = None
    themes: Annotated[
        Annotated[list[str], words_by(fund.themes, most=fund.MOST)] | None,
        Field(description="The themes of the fund, by their ids."),
    ] = None


@new_fields(TRAJECTORY, TRAJECTORIES)
class TrajectoryInput(TrajectoryEdit):
    """A new trajectory of somebody the journal knows."""
