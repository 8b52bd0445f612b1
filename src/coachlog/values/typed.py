"""Answers to options and arguments of quick commands.

The parsers, with the words for numbers and lengths of three languages, are imported only when
something was typed, which a list seldom has. Each function does what that of `parse` does.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from coachlog.values.errors import Known


def choice(text: str | None, choices: Known) -> str | None:
    """Return one of *choices*; None where nothing was typed."""
    if not text:
        return None
    from coachlog.values import parse  # many words

    return parse.choice(text, choices)


def words(typed: str | list[Any] | None, known: Mapping[str, str | Sequence[str]]) -> list[str]:
    """Return the ids of *known* that were typed, each once."""
    if not typed:
        return []
    from coachlog.values import parse  # as above

    return parse.words(typed, known)


def number(text: str | None) -> int | None:
    """Return the number of a record; None where nothing was typed."""
    if not text:
        return None
    if re.fullmatch(r"[1-9][0-9]{0,8}", text):  # needs no words
        return int(text)
    from coachlog.values import parse  # as above

    return parse.number(text)


def record_number(text: str | None) -> int:
    """Return the number of a record; 0, which no record has, where nothing was typed."""
    return number(text) or 0


def scale(text: str | None, low: int, high: int) -> int | None:
    """Return a number from *low* to *high*; None where nothing was typed."""
    if not text:
        return None
    from coachlog.values import parse  # as above

    return parse.scale(text, low, high)
