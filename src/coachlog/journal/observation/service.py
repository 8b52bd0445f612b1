"""Use cases of what was seen at work: a new observation, changes."""

from datetime import date

from coachlog.journal.coachee.queries import find
from coachlog.journal.common.input_types import required
from coachlog.journal.goal.service import id_if_named
from coachlog.journal.observation.model import ObservationEdit, ObservationInput
from coachlog.journal.observation.queries import OBSERVATIONS
from coachlog.store.work import Work


def add(work: Work, data: ObservationInput, today: date) -> int:
    """Keep what was seen, *today* where no day is given; the result is its number.

    Raises NotFoundError, and for its goal what `id_if_named` raises.
    """
    person = find(work, data.coachee)
    values = data.model_dump(exclude_none=True, exclude={"coachee", "goal"})
    values["coachee_id"] = person.id
    values["goal_id"] = id_if_named(work, data.goal, {}, person.id)
    return work.add("observation", {"observed_on": today} | values).number


def edit(work: Work, number: int, data: ObservationEdit, _today: date) -> None:
    """Change the given fields of an observation."""
    present = OBSERVATIONS.record(work, number)
    values = data.model_dump(exclude_unset=True)
    required(values, "observed_on", "fact")
    if "goal" in values:
        values["goal_id"] = id_if_named(work, values.pop("goal"), {}, present["coachee_id"])
    work.update("observation", present["id"], values)
