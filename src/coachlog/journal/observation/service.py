"""The input models of an observation at work, and how it is saved."""

from datetime import date

from coachlog.journal.coachee.lookup import find
from coachlog.journal.common.input_types import Input
from coachlog.journal.common.models import edit_fields, new_fields
from coachlog.journal.common.records import Inputs, changed_values
from coachlog.journal.goal.service import id_if_named
from coachlog.journal.observation.queries import OBSERVATIONS
from coachlog.schema.observation import OBSERVATION
from coachlog.store.work import Work


@edit_fields(OBSERVATION, OBSERVATIONS)
class ObservationEdit(Input):
    """Changes to an observation: only the fields that are given change; an empty one is cleared."""


@new_fields(OBSERVATION, OBSERVATIONS)
class ObservationInput(ObservationEdit):
    """What was seen at work of somebody the journal knows."""


INPUTS: Inputs = {"new": ObservationInput, "edit": ObservationEdit}


def add(work: Work, data: ObservationInput, today: date) -> int:
    """Save an observation, of *today* unless it has a day, and return its number.

    Raises NotFoundError, and for its goal what `id_if_named` raises.
    """
    values = {"observed_on": today} | data.model_dump(exclude_none=True)
    values["coachee_id"] = find(work, values.pop("coachee")).id
    values["goal_id"] = id_if_named(work, values.pop("goal", None), {}, values["coachee_id"])
    return work.add("observation", values).number


def edit(work: Work, number: int, data: ObservationEdit, _today: date) -> None:
    """Save the fields of an observation that *data* sets."""
    row, values = OBSERVATIONS.record(work, number), changed_values(OBSERVATION, data)
    if "goal" in values:
        values["goal_id"] = id_if_named(work, values.pop("goal"), {}, row["coachee_id"])
    work.update("observation", row["id"], values)
