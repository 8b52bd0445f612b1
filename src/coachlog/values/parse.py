"""One parser for each kind of answer, for prompts, options and input models alike.

A parser takes what a person typed or a script gave, and returns the clean value, or None for an
empty one. It raises a KindError for anything else.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from coachlog.base.texts import in_each_language
from coachlog.values.choices import (
    by_words,
    is_numbers,
    numbered,
    numbers,
    pick,
    picks,
    words,
)
from coachlog.values.errors import (
    NOT_ACHOICE,
    BetweenError,
    KindError,
    Known,
    NotALengthError,
    NotAScaleError,
    NotKnownError,
    NotListedError,
    NotYesOrNoError,
    WhichOfThemError,
    format_known,
    short,
)
from coachlog.values.figures import NUMBER_MAX, TEN, number, record_number, scale
from coachlog.values.lengths import minutes
from coachlog.values.text import LINE_MAX, MINUTES_MOST, NAME_MOST, TEXT_MAX, flag, line, name, text
from coachlog.values.yes_no import remark, yes_no

__all__ = [
    "LINE_MAX", "MINUTES_MOST", "NAME_MOST", "NUMBER_MAX", "TEN", "TEXT_MAX", "BetweenError",
    "KindError", "Known", "NotALengthError", "NotAScaleError",
    "NotKnownError", "NotListedError", "NotYesOrNoError",
    "WhichOfThemError", "choice", "flag", "format_known", "is_numbers", "line", "minutes",
    "name", "number", "numbered", "numbers", "pick", "picks", "record_number", "remark",
    "scale", "text", "words", "yes_no",
]  # fmt: skip

_SHORTEST_WORD: Final = 2
"""The fewest letters of a word that is typed for a code; one letter is rather a slip."""


def choice(value: str | None, choices: Known) -> str | None:
    """Return one of *choices*; hyphens and spaces count as underscores. None if empty.

    Where *choices* has words for its codes, those of every language may be typed, or how one of
    them begins. Raises KindError, which names the words and, where they differ, the codes.
    """
    if value is None or not value.strip():
        return None
    typed = value.strip().casefold().replace("-", "_").replace(" ", "_")
    if typed in choices:
        return typed
    if isinstance(choices, Mapping) and len(typed) >= _SHORTEST_WORD:
        names = _names(choices)
        matches = by_words(value, names)
        if len(matches) == 1:
            return names[matches[0]][0]
    raise KindError(*NOT_ACHOICE, answer=short(value), choices=format_known(choices))


def _names(known: Mapping[str, str | Sequence[str]]) -> list[list[str]]:
    """Return, for each code of *known*, the code itself and its words in every language."""
    return [
        [code, *(in_each_language(word) if isinstance(word, str) else word)]
        for code, word in known.items()
    ]
