"""Changes a record by the fields that an input sets."""

from collections.abc import Mapping
from typing import Any

from coachlog.journal.common.input_types import Input, required
from coachlog.journal.common.reads import View
from coachlog.schema.field import Table
from coachlog.store.work import Work

Inputs = Mapping[str, type[Input]]
"""The input model of each verb that writes a record of a noun: `new`, `edit`."""


def changed_values(table: Table, data: Input) -> dict[str, Any]:
    """Return the fields that *data* sets; raises FieldRefusedError for an empty required one."""
    values = data.model_dump(exclude_unset=True)
    required(values, *table.required_keys)
    return values


def by_column(table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return *values* by the names of columns, where people say another word."""
    return {table.by_key(key).name: value for key, value in values.items()}


def update_record(work: Work, table: Table, view: View[Any], number: int, data: Input) -> None:
    """Save the fields that *data* sets, each of which is a column of *table*."""
    row = view.record(work, number)
    work.update(table.name, row["id"], changed_values(table, data))
