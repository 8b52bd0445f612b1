"""Several answers on one line, one for each of what is listed: `5 7`, `8, 5 en 7`, `- 6`."""

import re
from collections.abc import Callable
from typing import TypeVar

from coachlog.errors import CoachlogError
from coachlog.kinds import BetweenError

Answer = TypeVar("Answer")

_PARTED = re.compile(r"[\s,;]+")
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
        words = [each for each in _PARTED.split(typed.strip()) if each.casefold() not in _AND]
        if not 2 <= len(words) <= most:
            raise
        try:
            return [None if each in _NONE else read(each) for each in words]
        except CoachlogError:
            pass
        raise
