"""Several answers on one line, one for each listed item: `5 7`, `8, 5 en 7`, `- 6`."""

import re
from collections.abc import Callable
from typing import TypeVar

from coachlog.base.errors import CoachlogError
from coachlog.values.parse import BetweenError

Answer = TypeVar("Answer")

_SEPARATORS = re.compile(r"[\s,;]+")
_LABELLED = re.compile(r"#?(\d+)\s*[:=]\s*([^\s,;]+)")
_AND = frozenset(("en", "and", "et", "&", "+"))
_SKIP = frozenset(("-", "–", "—", "_", "?"))
"""What stands for an item without an answer."""


def parse_answer_row(
    typed: str, most: int, read: Callable[[str], Answer | None]
) -> list[Answer | None]:
    """Return the answers in *typed*, read by *read*, in their order; [] for an empty text.

    There may be fewer answers than the *most* that are listed. Raises what *read* raises for the
    whole text, where that is neither one answer nor a row of at most so many.
    """
    text = typed.strip()
    if not text:
        return []
    try:
        return [read(text)]
    except BetweenError:  # 6,5 is a score between two whole ones, not a row of two
        raise
    except CoachlogError:
        words = _split(text, most)
        if not 2 <= len(words) <= most:
            raise
        try:
            return [None if word in _SKIP else read(word) for word in words]
        except CoachlogError:
            pass
        raise


def _split(text: str, most: int) -> list[str]:
    """Return the parts of a row: `8 5 7`, `8/5/7`, `1: 8, 2: 5`; [] where labels skip a number."""
    labelled = _LABELLED.findall(text)
    if labelled and not _LABELLED.sub("", text).strip(" ,;"):
        labels = [label for label, _word in labelled]
        in_order = [str(number) for number in range(1, len(labelled) + 1)]
        return [word for _label, word in labelled] if labels == in_order else []
    # Only a whole row is split at slashes and dashes: 1/2 and 3-4 may be something else.
    by_slash = re.split(r"[/-]", text)
    if len(by_slash) == most and all(part.strip().isdigit() for part in by_slash):
        return by_slash
    return [word for word in _SEPARATORS.split(text) if word.casefold() not in _AND]
