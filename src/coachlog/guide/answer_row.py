"""Several answers on one line, one for each listed item: `5 7`, `8, 5 en 7`, `- 6`."""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from coachlog.base.errors import CoachlogError
from coachlog.values.errors import BetweenError

Answer = TypeVar("Answer")

_SEPARATORS = re.compile(r"[\s,;]+")
_LABELLED = re.compile(r"#?(\d+)\s*[:=]\s*([^\s,;]+)")
_AND = frozenset(("en", "and", "et", "&", "+"))
_SKIP = frozenset(("-", "–", "—", "_", "?"))
"""What stands for an item without an answer."""


def parse_answer_row(
    typed: str, most: int, read: Callable[[str], Answer | None]
) -> list[Answer | None]:
    """Return the answers in *typed*, in their order, as *read* returns them; [] for an empty text.

    There may be fewer answers than *most*, the number of listed items; None stands for an item
    that is skipped. Where the text is neither one answer nor such a row, this raises the error
    that *read* raises for the whole text.
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
        with suppress(CoachlogError):  # the error about the whole text is raised instead
            return [None if word in _SKIP else read(word) for word in words]
        raise


def _split(text: str, most: int) -> list[str]:
    """Return the parts of a row: `8 5 7`, `8/5/7`, `1: 8, 2: 5`; [] where labels skip a number."""
    labelled_words = _LABELLED.findall(text)
    has_only_labelled_words = not _LABELLED.sub("", text).strip(" ,;")
    if labelled_words and has_only_labelled_words:
        labels = [label for label, _word in labelled_words]
        expected_labels = [str(number) for number in range(1, len(labels) + 1)]
        return [word for _label, word in labelled_words] if labels == expected_labels else []
    # Only a whole row is split at slashes and dashes: 1/2 and 3-4 may be something else.
    parts = re.split(r"[/-]", text)
    if len(parts) == most and all(part.strip().isdigit() for part in parts):
        return parts
    return [word for word in _SEPARATORS.split(text) if word.casefold() not in _AND]
