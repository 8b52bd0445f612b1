"""What a person enters about a coaching trajectory."""

from typing import Annotated, ClassVar

from pydantic import Field

from coachlog.journal.common.input_types import (
    Day,
    Flag,
    Input,
    Line,
    Name,
    PastDay,
    Text,
    figure_from,
    one_of,
    parsed,
    words_by,
)
from coachlog.journal.common.json_schema import TELLS_LIST, TELLS_NUMBER, TELLS_TEXT, Told, told
from coachlog.journal.trajectory import fund
from coachlog.journal.trajectory.fields import (
    KINDS,
    RHYTHM_MOST,
    SESSIONS_MOST,
    STATUSES,
    rhythm,
)

Rhythm = Annotated[int, parsed(rhythm, 1, RHYTHM_MOST)]


class RolesInput(Input):
    """What the role of the coach may get in the way of, asked when a trajectory begins."""

    appraises: Annotated[
        Flag | None,
        Field(description="Whether the coach appraises the person, or decides on pay or contract."),
    ] = None
    asked_for_opinion: Annotated[
        Flag | None, Field(description="Whether anyone will ask the coach for an opinion.")
    ] = None
    close_or_in_conflict: Annotated[
        Flag | None,
        Field(description="Family, friendship or a conflict with the person or the manager."),
    ] = None
    hard_to_tell: Annotated[
        Text | None,
        Field(description="What is hard to tell the coach because of the role; for the coach."),
    ] = None
    kept_out: Annotated[
        Text | None, Field(description="What stays out of these talks, and where it belongs.")
    ] = None
    freely_chosen: Annotated[
        Flag | None, Field(description="Whether both choose freely to work together.")
    ] = None
    turn_to: Annotated[
        Text | None, Field(description="Whom the person can turn to if it does not click.")
    ] = None


class TrajectoryEdit(RolesInput):
    """Changes to a trajectory: only the fields that are given change; an empty one is cleared."""

    read_only: ClassVar[Told] = {
        **told(TELLS_NUMBER, "number", "sessions"),
        **told(TELLS_TEXT, "coachee_name"),
        **told(TELLS_LIST, "options_by_origin", "goals"),
    }
    own_day: ClassVar[str] = "starts_on"

    kind: Annotated[str, one_of(KINDS)] | None = None
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
    project: Annotated[
        Line | None, Field(description="The project or plan of a fund that it belongs to.")
    ] = None
    sharing: Annotated[Text | None, Field(description="What is shared with whom.")] = None
    closing: Annotated[
        Text | None, Field(description="What it brought, looking back at its end.")
    ] = None
    status: Annotated[str, one_of(STATUSES)] | None = None
    mirror: Annotated[
        Flag | None,
        Field(description="Whether the mirror on options is shown; empty: as the kind has it."),
    ] = None
    areas: Annotated[
        Annotated[list[str], words_by(fund.areas, [*fund.AREAS])] | None,
        Field(description="The action areas of the fund: work, health, competences, career."),
    ] = None
    themes: Annotated[
        Annotated[list[str], words_by(fund.themes, most=fund.MOST)] | None,
        Field(description="The themes of the fund, by their ids."),
    ] = None


class TrajectoryInput(TrajectoryEdit):
    """A new trajectory of somebody the journal knows."""

    coachee: Annotated[Name, Field(description="A handle or a name.")]
    closed_on: Annotated[
        PastDay | None, Field(description="The day it was closed, with *status* closed.")
    ] = None
