"""Keeps new records, from options, JSON or JSON Lines: all of them, or none. Imported late."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from coachlog.journal.common.input_types import Input, checked
from coachlog.journal.common.json_lines import at_line
from coachlog.store.work import Work
from coachlog.terminal.context import Context
from coachlog.terminal.inputs import InputValue
from coachlog.terminal.unsaved import forget

Model = TypeVar("Model", bound=Input)


def add_all(
    context: Context,
    command: str,
    model: type[Model],
    inputs: Sequence[InputValue],
    add: Callable[[Work, Model], int],
) -> list[int]:
    """Check each of *inputs* as a *model* and *add* them in one unit of work; their numbers."""
    data, numbers = [], []
    for each in inputs:
        with at_line(each.line):
            data.append(checked(model, each.value, context.today))
    with context.work(command) as work:
        for each, one in zip(inputs, data, strict=True):
            with at_line(each.line):
                numbers.append(add(work, one))
    forget()
    return numbers
