"""Use cases of what was seen at work: a new observation, changes."""

from datetime import date

from coachlog.base.ids import new_id
from coachlog.journal.coachee.queries import find
from coachlog.journal.common.input_types import required
from coachlog.journal.goal.service import id_if_named
from coachlog.journal.observation.model import ObservationEdit, ObservationInput
from coachlog.journal.observation.queries import ObservationNotFoundError
from coachlog.journal.observation.rows import ObservationRow
from coachlog.store.work import Work


def add(work: Work, data: ObservationInput, today: date) -> int:
    """Keep what was seen, *today* where no day is given; the result is its number.

    Raises CoacheeNotFoundError, and for its goal what `id_if_named` raises.
    """
    person = find(work, data.coachee)
    values = data.model_dump(exclude_none=True, exclude={"coachee", "goal"})
    row = ObservationRow(
        id=new_id(),
        number=work.next_number("observation"),
        coachee_id=person.id,
        goal_id=id_if_named(work, data.goal, {}, person.id),
        created_at=work.now,
        **({"observed_on": today} | values),
    )
    work.orm.add(row)
    work.orm.flush()
    return row.number


def edit(work: Work, number: int, data: ObservationEdit, _today: date) -> None:
    """Change the given fields of an observation."""
    found = work.value("select id from observation where number = :number", number=number)
    if found is None:
        raise ObservationNotFoundError(number=number)
    row = work.orm.get_one(ObservationRow, str(found))
    values = data.model_dump(exclude_unset=True)
    required(values, "observed_on", "fact")
    if "goal" in values:
        values["goal_id"] = id_if_named(work, values.pop("goal"), {}, row.coachee_id)
    row.sqlmodel_update(values)
