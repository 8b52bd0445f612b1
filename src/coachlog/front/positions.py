"""The words of a command line that are values of arguments, and those that are of options."""

from collections.abc import Sequence
from typing import Any

PEOPLE = frozenset(("WHO", "COACHEE", "INTO", "WHICH"))
NUMBERS = frozenset("N")
"""How help pages call an argument that is somebody's name, or the number of a record."""


def path_of(ctx: Any) -> list[str]:
    """The words of a command, without the program."""
    return [] if ctx.parent is None else [*path_of(ctx.parent), ctx.info_name]


def arguments(params: Sequence[Any]) -> list[Any]:
    """The arguments of a command, in their order."""
    return [each for each in params if each.param_type_name == "argument"]


def positions(params: Sequence[Any], args: Sequence[str]) -> list[int]:
    """The places of the words of *args* that are no options and no values of one."""
    valued = {
        name
        for each in params
        if each.param_type_name == "option" and not getattr(each, "is_flag", False)
        for name in (*each.opts, *each.secondary_opts)
    }
    places: list[int] = []
    is_value = False
    for place, word in enumerate(args):
        if word == "--":
            return places + list(range(place + 1, len(args)))
        if is_value:
            is_value = False
        elif word.startswith("-") and not word[1:].isdecimal() and word != "-":
            is_value = word in valued
        else:
            places.append(place)
    return places
