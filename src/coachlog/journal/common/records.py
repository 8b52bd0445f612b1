"""Changes one record by the fields that were given."""

from typing import Any

from coachlog.journal.common.input_types import Input, required
from coachlog.journal.common.reads import View
from coachlog.schema.field import Table
from coachlog.store.work import Work


def present(work: Work, table: Table, view: View[Any], number: int) -> dict[str, Any]:
    """The row of that *number*, by column; raises what its *view* raises."""
    found = work.record(table.name, number)
    if found is None:
        raise view.missing(number=number)
    return found


def changed(table: Table, data: Input) -> dict[str, Any]:
    """The fields that a change gives; raises for one that is emptied and cannot be."""
    values = data.model_dump(exclude_unset=True)
    required(values, *(each.key for each in table.fields if each.required and each.entry))
    return values


def change(work: Work, table: Table, view: View[Any], number: int, data: Input) -> None:
    """Change the given fields of a record whose fields are columns of its own."""
    work.update(table.name, present(work, table, view, number)["id"], changed(table, data))
