"""Changes one record by the fields that were given."""

from collections.abc import Mapping
from typing import Any

from coachlog.journal.common.input_types import Input, required
from coachlog.journal.common.reads import View
from coachlog.schema.field import Table
from coachlog.store.work import Work

Inputs = Mapping[str, type[Input]]
"""The input model of each verb that writes a record of a noun: `new`, `edit`."""


def changed(table: Table, data: Input) -> dict[str, Any]:
    """The fields that a change gives; raises for one that is emptied and cannot be."""
    values = data.model_dump(exclude_unset=True)
    required(values, *table.must)
    return values


def change(work: Work, table: Table, view: View[Any], number: int, data: Input) -> None:
    """Change the given fields of a record, where each is a column of its own."""
    found = view.record(work, number)
    work.update(table.name, found["id"], changed(table, data))
