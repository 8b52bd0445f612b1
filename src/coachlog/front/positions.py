"""The words of a command line that are values of arguments, and those that are of options."""

from collections.abc import Sequence
from typing import Any


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
