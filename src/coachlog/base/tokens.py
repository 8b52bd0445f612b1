"""Splits text into folded words, each with its position in the text."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coachlog.base.folding import positions, searchable

_WORD = re.compile(r"[^\W\d_]+|\d+")


Phrase = tuple[str, ...]
"""Words that follow one another, folded."""


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


def folded_words(text: str) -> Phrase:
    """Return the words and numbers of *text*, folded."""
    return tuple(match[0] for match in _WORD.finditer(searchable(text)))


class PhraseIndex:
    """Finds phrases in a text: the longest one that begins at a token."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._by_first_word: dict[str, list[Phrase]] = {}
        for phrase in sorted(phrases, key=len, reverse=True):
            self._by_first_word.setdefault(phrase[0], []).append(phrase)

    @property
    def first_words(self) -> Iterable[str]:
        """The words with which phrases begin."""
        return self._by_first_word.keys()

    def longest_at(self, all_tokens: Sequence[Token], index: int) -> Phrase:
        """Return the longest phrase that begins at a token, or (); `Koens` may be of Koen."""
        word = all_tokens[index].folded
        owner = word.removesuffix("s")
        for first in dict.fromkeys((word, owner) if len(owner) > 1 else (word,)):
            for phrase in self._by_first_word.get(first, ()):
                words = tuple(token.folded for token in all_tokens[index : index + len(phrase)])
                if words in (phrase, (*phrase[:-1], f"{phrase[-1]}s")):
                    return phrase
        return ()
