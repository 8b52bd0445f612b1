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
    kept: Any, text: str, *next_commands: str, as_json: bool = False, several: bool = False
) -> None:
    """Print a new record; *kept* is its line, which begins with its number and its owner.

    One of *several* takes one line. In *text* and in the commands `{n}` is the number; in the
    commands `{whose}` is the owner.
    """
    if as_json:
        (show_json_line if several else show_json)(kept._asdict())
    elif several or not sys.stdout.isatty():
        sys.stdout.write(f"{kept.number}\t{kept[1]}\n")
    else:
        commands = (command.format(n=kept.number, whose=kept[1]) for command in next_commands)
        say_done(_(text).format(n=kept.number), *commands)


def show_new_records(
    context: "Context",
    inputs: "Sequence[InputValue]",
    numbers: Sequence[int],
    line: Callable[["Reader", int], Any],
    text: str,
    *next_commands: str,
    as_json: bool,
) -> None:
    """Print the records with these *numbers*, made from *inputs*; *line* reads one."""
    with context.reader() as reader:
        for item, number in zip(inputs, numbers, strict=True):
            several = item.line is not None
            kept = line(reader, number)
            show_new_record(kept, text, *next_commands, as_json=as_json, several=several)
