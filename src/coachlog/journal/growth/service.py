"""Use cases of the coach's own development: a new learning moment, changes."""

from datetime import date

from coachlog.journal.common.input_types import required
from coachlog.journal.growth.model import GrowthEdit, GrowthInput
from coachlog.journal.growth.queries import GrowthNotFoundError
from coachlog.store.work import Work


def add(work: Work, data: GrowthInput, today: date) -> int:
    """Keep a learning moment, of *today* where no day is given; the result is its number."""
    values = data.model_dump(exclude_none=True)
    return work.add("growth", {"done_on": today} | values).number


def edit(work: Work, number: int, data: GrowthEdit, today: date) -> None:
    """Change the given fields of a learning moment."""
    found = work.value("select id from growth where number = :number", number=number)
    if found is None:
        raise GrowthNotFoundError(number=number)
    values = data.model_dump(exclude_unset=True)
    required(values, "kind", "done_on")
    work.update("growth", str(found), values)
