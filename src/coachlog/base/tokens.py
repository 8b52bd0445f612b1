"""Splits text into folded words, each with its position in the text."""

import re
from typing import NamedTuple

from coachlog.base.folding import positions, searchable

_WORD = re.compile(r"[^\W\d_]+|\d+")


class Token(NamedTuple):
    """A word or a number of a text: *folded* has no capitals or accents; it is text[start:end]."""

    folded: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Return the words and numbers of *text*: Amina-Lynn's has `amina`, `lynn` and `s`."""
    folded, starts = searchable(text), list(positions(text))
    return [
        Token(match[0], starts[match.start()], starts[match.end() - 1] + 1)
        for match in _WORD.finditer(folded)
    ]


def folded_words(text: str) -> tuple[str, ...]:
    """Return the words and numbers of *text*, folded."""
    return tuple(match[0] for match in _WORD.finditer(searchable(text)))
