"""Folding text for comparison: no case, accents or invisible characters, one apostrophe and hyphen.

Names are looked up by it, and both the texts that are searched and the words searched for are
folded by it.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache

INDEX = 1
"""Raise this number when the results of `searchable` change: all indexes are then made again."""

_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
"""Characters without width, which come along in text copied from the web, Word or a phone."""

_JOINERS = "\u200c\u200d"
"""Zero-width joiner and non-joiner: they shape Persian and Indian letters, and join emoji."""

_APOSTROPHES = "‘’‚‛ʹʻʼʽʾʿˈʹ′‵`´＇ꞌ"
_HYPHENS = "‐‑‒–—―⁃−﹘﹣－˗"
_BASE_LETTERS = {
    "ß": "ss",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "œ": "oe",
    "æ": "ae",
    "ı": "i",
    "þ": "th",
    "ŋ": "n",
    "ħ": "h",
    "ŧ": "t",
    "ƒ": "f",
    "ə": "e",
    "ǝ": "e",
    "ɛ": "e",
    "ɔ": "o",
    "ɩ": "i",
    "ʊ": "u",
    "ɣ": "g",
    "ɡ": "g",
    "ɑ": "a",
    "ȷ": "j",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ک": "ك",
}
"""Letters that Unicode does not take apart into a letter and an accent, and what people type."""

_MODIFIED_LETTER = re.compile("((?:LATIN|CYRILLIC) SMALL LETTER .+?) WITH ")
"""The Unicode name of a letter with a stroke, a hook or a tail, such as ɓ or қ."""

_SUBSTITUTES = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_HYPHENS, "-") | _BASE_LETTERS | {"\u0640": ""}
)
# An invisible character, except a joiner between two letters that are not Latin.
_STRAY_INVISIBLE = (
    f"(?:(?!{'|'.join(_JOINERS)})[{_INVISIBLE}]|^[{_JOINERS}]|[{_JOINERS}]$"
    f"|(?<=[\0-\u024f])[{_JOINERS}]|[{_JOINERS}](?=[\0-\u024f]))"
)
_WORD_LETTER = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u312f"
    "\u31a0-\u31bf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""A letter of a script without spaces between words: each of them is indexed as a word."""

_KOREAN_SYLLABLE = "[\u1100-\u115e]"
"""The first letter of a Korean syllable. Particles follow their word without a space there."""
# The patterns are not compiled here, for a run on plain ASCII needs none of them.


def plain(text: str) -> str:
    """Return *text* in lower case without accents: what names are sorted and looked up by."""
    return " ".join(_fold(text).split())


def closest(word: str, words: Collection[str], most: int, cutoff: float = 0.6) -> list[str]:
    """Return what of *words* looks like *word*, best first, at most so many.

    A *cutoff* from 0 to 1 tells how much alike they have to be.
    """
    from difflib import get_close_matches  # only after a mistake

    return get_close_matches(word, words, most, cutoff)


def without_invisible(text: str) -> str:
    """Return *text* without invisible characters, except those that shape letters or emoji."""
    if text.isascii():
        return text
    return re.sub(_STRAY_INVISIBLE, _remove_unless_emoji, text)


def searchable(text: str) -> str:
    """Return *text* folded for the index or a search.

    Each letter of a script without spaces, such as Chinese, counts as a word: it gets spaces
    around it. A Korean syllable gets a space before it.
    """
    folded = _fold(text)
    if folded.isascii():
        return folded
    folded = re.sub(_WORD_LETTER, r" \g<0> ", folded)
    return re.sub(_KOREAN_SYLLABLE, r" \g<0>", folded)


def positions(text: str) -> Iterator[int]:
    """Yield the position in *text* of each character of `searchable(text)`, then the end of *text*.

    For `Æ b` that is 0, 0, 1, 2, 3: the first character is folded to two.
    """
    folded_lengths = {char: len(searchable(char)) for char in set(text)}
    for position, char in enumerate(text):
        yield from [position] * folded_lengths[char]
    yield len(text)


def _fold(text: str) -> str:
    """Return *text* in lower case, without accents, with one kind of apostrophe and of hyphen."""
    if text.isascii():
        return text.lower().replace("`", "'")
    substituted = re.sub(f"[{_INVISIBLE}]", "", text).translate(_SUBSTITUTES)
    decomposed = unicodedata.normalize("NFKD", substituted)
    without_accents = "".join(char for char in decomposed if not unicodedata.combining(char))
    # Again, for ŉ was decomposed into an apostrophe and a letter, and ℡ into capitals.
    folded = without_accents.casefold().translate(_SUBSTITUTES)
    return folded if folded.isascii() else "".join(map(_base_letter, folded))


@cache
def _base_letter(letter: str) -> str:
    """Return *letter* without a stroke or hook, which Unicode does not decompose: b for ɓ.

    The Unicode name tells: LATIN SMALL LETTER B WITH HOOK is a LATIN SMALL LETTER B.
    """
    if letter.isascii():
        return letter
    name_match = _MODIFIED_LETTER.match(unicodedata.name(letter, ""))
    if not name_match:
        return letter
    try:
        return _fold(unicodedata.lookup(name_match[1]))
    except KeyError:  # no letter has the name without the rest
        return letter


def _remove_unless_emoji(match: re.Match[str]) -> str:
    return match[0] if _is_part_of_emoji(match[0]) else ""


def _is_part_of_emoji(char: str) -> bool:
    """Whether *char* is a variation selector, or a tag as in the flags of regions."""
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0020" <= char <= "\U000e007f"
