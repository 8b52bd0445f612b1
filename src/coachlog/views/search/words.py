"""Turning typed words into a query for FTS5: words, phrases, prefixes and excluded words.

Every word is quoted, so that nothing that is typed is an operator: `AND`, `c++` and `l'équipe` are
words like any other.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from coachlog.base.errors import UsageError
from coachlog.base.folding import searchable
from coachlog.base.texts import N_

MOST_CHARACTERS = 500


class Query(NamedTuple):
    """A query in the syntax of FTS5, and whether a phrase or a prefix was typed."""

    match: str
    has_phrase: bool
    has_prefix: bool


def query(typed: Sequence[str]) -> Query:
    """Return the query for texts with all words of a search, in any order.

    A word of the command line with spaces is a phrase, and so is what is between quotation marks.
    A star at the end asks for words that begin so, a hyphen in front excludes a word. Raises
    UsageError if it is too long or only excludes.
    """
    length = sum(map(len, typed))
    if length > MOST_CHARACTERS:
        raise UsageError(
            N_("This is too long to search for: {length} characters."),
            N_("At most {most} characters fit. A few less common words will find it."),
            length=length,
            most=MOST_CHARACTERS,
        )
    terms = [term for word in typed for term in _terms(_clean(word))]
    wanted = list(dict.fromkeys(_fts5(term) for term in terms if not term.is_excluded))
    excluded = list(dict.fromkeys(_fts5(term) for term in terms if term.is_excluded))
    if not wanted and excluded:
        raise UsageError(
            N_("You only said what to leave out."),
            N_("Also give a word to look for, for example: coachlog search feedback -planning"),
        )
    if not wanted:
        raise UsageError(
            N_("There is no word in your search."),
            N_("Give a word, for example: coachlog search feedback"),
        )
    match = " AND ".join(wanted)
    if excluded:
        match = f"({match}) NOT ({' OR '.join(excluded)})"
    return Query(
        match,
        has_phrase=any(term.is_phrase for term in terms if not term.is_excluded),
        has_prefix=any(term.is_prefix for term in terms),
    )


class _Term(NamedTuple):
    """A word or phrase of a search, in the letters of the index."""

    text: str
    is_phrase: bool
    is_prefix: bool
    is_excluded: bool


_TERM = re.compile(r'(-?)"([^"]*)(?:"(\*?)|$)|(\S+)')
"""A phrase with its hyphen and star, the last of which may lack its closing mark; or a word."""
_QUOTATION_MARKS = str.maketrans(dict.fromkeys("“”„«»", '"'))


def _clean(word: str) -> str:
    """Replace NUL and surrogates by spaces, and typographic quotation marks by straight ones.

    No text of the journal has a NUL or a surrogate.
    """
    return re.sub("[\x00\ud800-\udfff]", " ", word).translate(_QUOTATION_MARKS)


def _terms(word: str) -> Iterator[_Term]:
    """Split a word of the command line into terms; what has no letter or digit is left out."""
    has_spaces = len(word.split()) > 1
    if has_spaces and '"' not in word:  # quoted in the shell, which took the quotation marks
        word = _quote(word)
    for hyphen, phrase, star, bare_word in _TERM.findall(word):
        if bare_word:
            is_excluded, is_prefix = bare_word.startswith("-"), bare_word.endswith("*")
        else:
            is_excluded, is_prefix = bool(hyphen), bool(star)
        typed = bare_word or phrase
        is_phrase = len(typed.split()) > 1
        text = " ".join(searchable(typed).split())
        if any(map(_is_in_words, text)):
            yield _Term(text, is_phrase, is_prefix, is_excluded)


def _quote(phrase: str) -> str:
    """Put quotation marks around *phrase* but within its hyphen and star: `-a b*` is `-"a b"*`."""
    quoted = f'-"{phrase[1:]}"' if phrase.startswith("-") else f'"{phrase}"'
    return quoted[:-2] + '"*' if quoted.endswith('*"') else quoted


def _is_in_words(character: str) -> bool:
    """Whether the index takes *character* as a part of words.

    These are letters (L), numbers (N), and characters for private use (Co).
    """
    category = unicodedata.category(character)
    return category[0] in "LN" or category == "Co"


def _fts5(term: _Term) -> str:
    """Return the FTS5 expression for a term in any of its spellings."""
    star = "*" if term.is_prefix else ""
    quoted = ['"' + text.replace('"', '""') + '"' + star for text in _spellings(term.text)]
    return quoted[0] if len(quoted) == 1 else f"({' OR '.join(quoted)})"


def _spellings(text: str) -> Iterable[str]:
    """Return *text* and, if it has hyphens between letters, the spelling without them."""
    without_hyphens = re.sub(r"(?<=[^\W\d_])-(?=[^\W\d_])", "", text)
    return dict.fromkeys((text, without_hyphens))  # once if they are equal
