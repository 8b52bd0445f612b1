"""Saves new records from options, JSON or JSON Lines. Imports pydantic, so import it late."""

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
    """Check *inputs* as *model*, *add* all or none of them, and return their numbers.

    An error names the line of JSON Lines it is about.
    """
    data, numbers = [], []
    for given in inputs:
        with at_line(given.line):
            data.append(checked(model, given.value, context.today))
    with context.work(command) as work:
        for given, record in zip(inputs, data, strict=True):
            with at_line(given.line):
                numbers.append(add(work, record))
    forget()
    return numbers
