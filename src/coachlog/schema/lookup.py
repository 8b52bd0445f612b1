"""Finds the description of one noun by its name, without loading those of the others."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coachlog.schema.field import Table


def find_table(name: str) -> "Table | None":
    """Return the table called *name*, such as `goal`, from the module of that name.

    Return None for a name without a module, or whose module has no table of that name.
    """
    try:
        module = import_module(f"coachlog.schema.{name}")
    except ModuleNotFoundError:
        return None
    return getattr(module, name.upper(), None)
