"""Which words of a command line are values of arguments, and which belong to options."""

from collections.abc import Sequence
from typing import Any

PEOPLE = frozenset(("WHO", "COACHEE", "INTO", "WHICH"))
NUMBERS = frozenset("N")
"""The metavars of arguments for the name of a person, and for the number of a record."""


def path_of(ctx: Any) -> list[str]:
    """Return the words of a command, without the program: `["session", "new"]`."""
    return [] if ctx.parent is None else [*path_of(ctx.parent), ctx.info_name]


def arguments(params: Sequence[Any]) -> list[Any]:
    """Return the arguments of a command, in order."""
    return [param for param in params if param.param_type_name == "argument"]


def positions(params: Sequence[Any], args: Sequence[str]) -> list[int]:
    """Return the indexes of the words in *args* that are neither options nor values of options.

    `["3", "--on", "today", "-1"]` → [0, 3]. After a `--`, all words count.
    """
    options_with_value = {
        name
        for param in params
        if param.param_type_name == "option" and not getattr(param, "is_flag", False)
        for name in (*param.opts, *param.secondary_opts)
    }
    indexes: list[int] = []
    is_option_value = False
    for index, word in enumerate(args):
        if word == "--":
            return indexes + list(range(index + 1, len(args)))
        is_negative_number = word.startswith("-") and word[1:].isdecimal()
        is_option = word.startswith("-") and word != "-" and not is_negative_number
        if is_option_value:
            is_option_value = False
        elif is_option:
            is_option_value = word in options_with_value
        else:
            indexes.append(index)
    return indexes
