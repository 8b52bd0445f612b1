"""Several answers on one line, one for each of what is listed: `5 7`, `8, 5 en 7`, `- 6`."""

import re
from collections.abc import Callable
from typing import TypeVar

from coachlog.base.errors import CoachlogError
from coachlog.values.parse import BetweenError

Answer = TypeVar("Answer")

_PARTED = re.compile(r"[\s,;]+")
_LABELLED = re.compile(r"#?(\d+)\s*[:=]\s*([^\s,;]+)")
_AND = frozenset(("en", "and", "et", "&", "+"))
_NONE = frozenset(("-", "–", "—", "_", "?"))
"""What stands for no answer in such a row."""


def in_a_row(typed: str, most: int, read: Callable[[str], Answer | None]) -> list[Answer | None]:
    """The answers in *typed*, in their order; one is the answer to the first, none of them is [].

    Raises what *read* raises of the whole where it is no row, or one of more than *most*.
    """
    if not typed.strip():
        return []
    try:
        return [read(typed.strip())]
    except BetweenError:  # 6,5 is half a figure, and no two of them
        raise
    except CoachlogError:
        words = _words(typed.strip(), most)
        if not 2 <= len(words) <= most:
            raise
        try:
            return [None if each in _NONE else read(each) for each in words]
        except CoachlogError:
            pass
        raise


def _words(typed: str, most: int) -> list[str]:
    """The parts of a row: `8 5 7`, `8/5/7`, `1: 8, 2: 5`."""
    labelled = _LABELLED.findall(typed)
    if labelled and not _LABELLED.sub("", typed).strip(" ,;"):
        in_order = [str(place) for place in range(1, len(labelled) + 1)]
        return [word for _label, word in labelled] if [n for n, _w in labelled] == in_order else []
    stroked = re.split(r"[/-]", typed)
    if len(stroked) == most and all(each.strip().isdigit() for each in stroked):
        return stroked
    return [each for each in _PARTED.split(typed) if each.casefold() not in _AND]
