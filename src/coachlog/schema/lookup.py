"""Finds the description of one noun by its name, without loading those of the others."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coachlog.schema.field import Table


def noun_of_command(command: str) -> str:
    """Return the noun of a command: `goal` of `goal close`, `network_meeting` of its commands."""
    words = command.split(" ")
    two_words = "_".join(words[:2])
    return two_words if len(words) > 2 and find_table(two_words) else words[0]


def find_table(name: str) -> "Table | None":
    """Return the table called *name*, such as `goal`, from the module of that name.

    Return None for a name without a module, or whose module has no table of that name.
    """
    try:
        module = import_module(f"coachlog.schema.{name}")
    except ModuleNotFoundError:
        return None
    return getattr(module, name.upper(), None)


def find_part(owner: str, name: str) -> "Table | None":
    """Return the table *name* of parts of *owner*, such as `option` of `session`.

    Return None where the module of *owner* has no such table.
    """
    try:
        module = import_module(f"coachlog.schema.{owner}")
    except ModuleNotFoundError:
        return None
    return getattr(module, name.upper(), None)
