"""Use cases of the coach's own development: a new learning moment, changes."""

from datetime import date

from coachlog.base.ids import new_id
from coachlog.journal.common.input_types import required
from coachlog.journal.growth.model import GrowthEdit, GrowthInput
from coachlog.journal.growth.queries import GrowthNotFoundError
from coachlog.journal.growth.rows import GrowthRow
from coachlog.store.work import Work


def add(work: Work, data: GrowthInput, today: date) -> int:
    """Keep a learning moment, of *today* where no day is given; the result is its number."""
    values = data.model_dump(exclude_none=True)
    row = GrowthRow(
        id=new_id(),
        number=work.next_number("growth"),
        created_at=work.now,
        **({"done_on": today} | values),
    )
    work.orm.add(row)
    work.orm.flush()
    return row.number


def edit(work: Work, number: int, data: GrowthEdit, today: date) -> None:
    """Change the given fields of a learning moment."""
    found = work.value("select id from growth where number = :number", number=number)
    if found is None:
        raise GrowthNotFoundError(number=number)
    values = data.model_dump(exclude_unset=True)
    required(values, "kind", "done_on")
    work.orm.get_one(GrowthRow, str(found)).sqlmodel_update(values)
