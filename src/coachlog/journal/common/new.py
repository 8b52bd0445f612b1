"""Saves new records from options, JSON or JSON Lines. Imports pydantic, so import it late."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from coachlog.journal.common.input_types import Input, validated
from coachlog.journal.common.json_lines import at_line
from coachlog.store.work import Work
from coachlog.terminal.context import Context
from coachlog.terminal.inputs import InputValue
from coachlog.terminal.unsaved import forget

Model = TypeVar("Model", bound=Input)
Result = TypeVar("Result")


def add_all(
    context: Context,
    command: str,
    model: type[Model],
    inputs: Sequence[InputValue],
    add: Callable[[Work, Model], Result],
) -> list[Result]:
    """Check *inputs* as *model*, *add* all or none of them, and return what that returns.

    An error names the line of JSON Lines it is about.
    """
    records: list[Model] = []
    results: list[Result] = []
    for item in inputs:
        with at_line(item.line):
            records.append(validated(model, item.value, context.today))
    context.back_up_before_many(len(inputs))
    with context.work(command) as work:
        for item, record in zip(inputs, records, strict=True):
            with at_line(item.line):
                results.append(add(work, record))
    forget()  # what was typed need not be rescued any more
    return results
