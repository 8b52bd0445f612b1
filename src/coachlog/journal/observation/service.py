"""What a person enters about what was seen at work, and how it is kept."""

from datetime import date

from coachlog.journal.coachee.queries import find
from coachlog.journal.common.input_types import Input
from coachlog.journal.common.models import changes, new_record
from coachlog.journal.common.records import Inputs, changed
from coachlog.journal.goal.service import id_if_named
from coachlog.journal.observation.queries import OBSERVATIONS
from coachlog.schema.observation import OBSERVATION
from coachlog.store.work import Work


@changes(OBSERVATION, OBSERVATIONS)
class ObservationEdit(Input):
    """Changes to an observation: only the fields that are given change; an empty one is cleared."""


@new_record(OBSERVATION, OBSERVATIONS)
class ObservationInput(ObservationEdit):
    """What was seen at work of somebody the journal knows."""


INPUTS: Inputs = {"new": ObservationInput, "edit": ObservationEdit}


def add(work: Work, data: ObservationInput, today: date) -> int:
    """Keep what was seen, *today* where no day is given; the result is its number.

    Raises NotFoundError, and for its goal what `id_if_named` raises.
    """
    values = {"observed_on": today} | data.model_dump(exclude_none=True)
    values["coachee_id"] = find(work, values.pop("coachee")).id
    values["goal_id"] = id_if_named(work, values.pop("goal", None), {}, values["coachee_id"])
    return work.add("observation", values).number


def edit(work: Work, number: int, data: ObservationEdit, _today: date) -> None:
    """Change the given fields of an observation."""
    present, values = OBSERVATIONS.record(work, number), changed(OBSERVATION, data)
    if "goal" in values:
        values["goal_id"] = id_if_named(work, values.pop("goal"), {}, present["coachee_id"])
    work.update("observation", present["id"], values)
