"""Output after a record was saved: its number for a script, a sentence and hints for people."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from coachlog.base.texts import _
from coachlog.terminal.output import say_done, show_json, show_json_line

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.terminal.context import Context
    from coachlog.terminal.inputs import InputValue


def show_new_record(
    record: Any, text: str, *next_commands: str, as_json: bool = False, several: bool = False
) -> None:
    """Print a new record, a row of its view, which begins with its number and its owner.

    One of *several* takes one line. In *text* and in the commands `{n}` is the number; in the
    commands `{whose}` is the owner.
    """
    number, owner = record[:2]
    if as_json and several:  # JSON Lines
        show_json_line(record._asdict())
    elif as_json:
        show_json(record._asdict())
    elif several or not sys.stdout.isatty():
        sys.stdout.write(f"{number}\t{owner}\n")
    else:
        commands = (command.format(n=number, whose=owner) for command in next_commands)
        say_done(_(text).format(n=number), *commands)


def show_new_records(
    context: "Context",
    inputs: "Sequence[InputValue]",
    numbers: Sequence[int],
    read_record: Callable[["Reader", int], Any],
    text: str,
    *next_commands: str,
    as_json: bool,
) -> None:
    """Print the records with these *numbers*, which were made from the *inputs* in this order."""
    with context.reader() as reader:
        for item, number in zip(inputs, numbers, strict=True):
            is_one_of_several = item.line is not None
            record = read_record(reader, number)
            show_new_record(
                record, text, *next_commands, as_json=as_json, several=is_one_of_several
            )
