"""Finds somebody in texts by name, whatever its case and accents, and writes another word there."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple, Self

from coachlog.base.folding import searchable
from coachlog.base.name_words import parts_of_name
from coachlog.base.tokens import Phrase, PhraseIndex, Token, folded_words, tokens

_BETWEEN_PARTS = re.compile(r"[\s-]+")
_FEWEST_DIGITS = 6
"""A number of this many digits, such as one to call, is somebody's."""


class Found(NamedTuple):
    """Where somebody is named: text[start:end]. Not *sure* where another has that name too.

    *phrase* are the words of the name that stand there first.
    """

    start: int
    end: int
    sure: bool
    phrase: Phrase = ()


class Names(NamedTuple):
    """How somebody is called: phrases of folded words, and those by which others are called."""

    phrases: frozenset[Phrase] = frozenset()
    others: frozenset[Phrase] = frozenset()

    @classmethod
    def of(
        cls,
        names: Collection[str],
        exact: Iterable[str],
        others: Iterable[str],
        same: Iterable[str],
    ) -> Self:
        """Return the phrases of *names*, whole and in parts, and of *exact* texts, whole only.

        They are unsure where *others* are called so. One of *same* with the whole name is that
        very person, else somebody else.
        """
        whole = {folded_words(name) for name in names}
        exact_phrases = {words for text in exact if _is_telling(words := folded_words(text))}
        phrases = whole | exact_phrases | {part for name in names for part in parts_of_name(name)}
        other_names = [*others, *(name for name in same if folded_words(name) not in whole)]
        of_others = {phrase for name in other_names for phrase in _phrases(name)}
        return cls(frozenset(phrases - {()}), frozenset(of_others))

    def joined(self, more: "Names") -> "Names":
        """Return these and *more* names of the same person."""
        return Names(self.phrases | more.phrases, self.others | more.others)


class NameFinder:
    """Finds *names* in texts."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._phrases = PhraseIndex(names.phrases)
        first_words = sorted(map(re.escape, self._phrases.first_words))
        self._rough = re.compile("|".join(first_words)) if first_words else None

    def may_find(self, text: str) -> bool:
        """Return whether the text may name somebody: a quick look that is never wrongly no."""
        return self._rough is not None and self._rough.search(searchable(text)) is not None

    def find(self, text: str) -> list[Found]:
        """Return where somebody is named in *text*, parts of a name beside each other as one."""
        if not self.may_find(text):
            return []
        found: list[Found] = []
        for each in self._find_phrases(tokens(text)):
            last = found[-1] if found else None
            if last and _BETWEEN_PARTS.fullmatch(text[last.end : each.start]):
                found[-1] = Found(last.start, each.end, last.sure or each.sure, last.phrase)
            else:
                found.append(each)
        return found

    def _find_phrases(self, all_tokens: list[Token]) -> Iterator[Found]:
        """Yield each phrase of a name among the tokens; phrases do not overlap."""
        index = 0
        while index < len(all_tokens):
            phrase = self._phrases.longest_at(all_tokens, index)
            if phrase:
                last = all_tokens[index + len(phrase) - 1]
                is_sure = phrase not in self._names.others
                yield Found(all_tokens[index].start, last.end, is_sure, phrase)
            index += len(phrase) or 1


def replaced(text: str, found: Iterable[Found], word: str) -> str:
    """Return *text* with *word* where somebody is named."""
    parts, end = [], 0
    for each in found:
        parts += [text[end : each.start], word]
        end = each.end
    return "".join((*parts, text[end:]))


def _phrases(name: str) -> set[Phrase]:
    return {folded_words(name), *parts_of_name(name)}


def _is_telling(words: Phrase) -> bool:
    digits = sum(len(word) for word in words if word.isdecimal())
    return any(word.isalpha() and len(word) > 1 for word in words) or digits >= _FEWEST_DIGITS
