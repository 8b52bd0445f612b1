"""What somebody looks for: words, phrases, beginnings and what is left out, as FTS5 wants it.

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

LONGEST = 500


class Query(NamedTuple):
    """*match* is what FTS5 is asked; *phrases* tells of words that must stand together.

    *beginnings* tells of words of which only the beginning was given.
    """

    match: str
    phrases: bool
    beginnings: bool


def query(typed: Sequence[str]) -> Query:
    """Read the words of a search: all of them, in any order, in one text.

    A word of the command line that holds spaces is a phrase; so is what stands between quotation
    marks. A star at the end asks for words that begin so, a hyphen in front leaves out.
    Raises UsageError.
    """
    length = sum(map(len, typed))
    if length > LONGEST:
        raise UsageError(
            N_("This is too long to search for: {length} characters."),
            N_("At most {most} characters fit. A few less common words will find it."),
            length=length,
            most=LONGEST,
        )
    parts = [part for word in typed for part in _parts(_clean(word))]
    wanted = list(dict.fromkeys(_asked(part) for part in parts if not part.without))
    unwanted = list(dict.fromkeys(_asked(part) for part in parts if part.without))
    if not wanted:
        raise (
            UsageError(
                N_("You only said what to leave out."),
                N_("Also give a word to look for, for example: coachlog search feedback -planning"),
            )
            if unwanted
            else UsageError(
                N_("There is no word in your search."),
                N_("Give a word, for example: coachlog search feedback"),
            )
        )
    match = " AND ".join(wanted)
    if unwanted:
        match = f"({match}) NOT ({' OR '.join(unwanted)})"
    return Query(
        match,
        any(part.phrase for part in parts if not part.without),
        any(part.begins for part in parts),
    )


class _Part(NamedTuple):
    text: str
    phrase: bool
    begins: bool
    without: bool


_SIGN = re.compile(r'(-?)"([^"]*)(?:"(\*?)|$)|(\S+)')
_MARKS = str.maketrans(dict.fromkeys("“”„«»", '"'))


def _clean(word: str) -> str:
    """Half characters and NUL, which no text in the journal holds, are spaces."""
    return re.sub("[\x00\ud800-\udfff]", " ", word).translate(_MARKS)


def _parts(word: str) -> Iterator[_Part]:
    if '"' not in word and len(word.split()) > 1:
        word = f'-"{word[1:]}"' if word.startswith("-") else f'"{word}"'
        word = word[:-2] + '"*' if word.endswith('*"') else word
    for hyphen, phrase, star, bare in _SIGN.findall(word):
        if bare:
            hyphen = "-" if bare.startswith("-") else ""
            star = "*" if bare.endswith("*") else ""
            phrase = bare
        text = " ".join(searchable(phrase).split())
        if any(map(_counts, text)):
            yield _Part(text, len(phrase.split()) > 1, bool(star), bool(hyphen))


def _counts(character: str) -> bool:
    """Whether a character is part of words, as the index sees it."""
    category = unicodedata.category(character)
    return category[0] in "LN" or category == "Co"


def _asked(part: _Part) -> str:
    star = "*" if part.begins else ""
    quoted = ['"' + each.replace('"', '""') + '"' + star for each in _spellings(part.text)]
    return quoted[0] if len(quoted) == 1 else f"({' OR '.join(quoted)})"


def _spellings(text: str) -> Iterable[str]:
    """*text*, and as it may have been written too: without the hyphens within words."""
    return dict.fromkeys((text, re.sub(r"(?<=[^\W\d_])-(?=[^\W\d_])", "", text)))
