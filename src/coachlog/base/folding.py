"""How words are compared: without case, accents and unseen signs, with one apostrophe and hyphen.

Names are looked up by it, and what is searched and what is looked for are folded by it alike.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

INDEX = 1
"""To be raised when `searchable` gives something else: indexes made by it are then made anew."""

_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
"""Signs that take no room: they come along with what is copied from the web, Word or a phone."""

_JOINERS = "\u200c\u200d"
"""They shape letters of Persian and of India, and join the parts of a picture."""

_APOSTROPHES = "‘’‚‛ʹʻʼʽʾʿˈʹ′‵`´＇ꞌ"
_HYPHENS = "‐‑‒–—―⁃−﹘﹣－˗"
_LETTERS = {
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
"""Letters that no accent makes, and what one types for them."""

_WITH = re.compile("((?:LATIN|CYRILLIC) SMALL LETTER .+?) WITH ")
"""The Unicode name of a letter with a stroke, a hook or a tail, such as ɓ or қ."""

_MEANT = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_HYPHENS, "-") | _LETTERS | {"\u0640": ""}
)
_STRAY = (
    f"(?:(?!{'|'.join(_JOINERS)})[{_UNSEEN}]|^[{_JOINERS}]|[{_JOINERS}]$"
    f"|(?<=[\0-\u024f])[{_JOINERS}]|[{_JOINERS}](?=[\0-\u024f]))"
)
_ALONE = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u312f"
    "\u31a0-\u31bf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Letters of scripts without spaces between the words: each can be looked for."""

_SYLLABLE = "[\u1100-\u115e]"
"""What a syllable of Korean begins with: there, particles stand against their word."""
# Patterns are compiled when they are first wanted, for most texts want none of them.


def plain(text: str) -> str:
    """*text* in lower case without accents: what names are sorted and looked up by."""
    return " ".join(_folded(text).split())


def seen(text: str) -> str:
    """*text* without signs that nobody sees; a joiner stays where it shapes what stands around it.

    A picture keeps the sign that gives it its colour.
    """
    if text.isascii():
        return text
    return re.sub(_STRAY, lambda found: found[0] if _is_of_a_picture(found[0]) else "", text)


def searchable(text: str) -> str:
    """*text* as it is indexed and looked for; a letter that is a word by itself stands apart."""
    folded = _folded(text)
    if folded.isascii():
        return folded
    return re.sub(_SYLLABLE, r" \g<0>", re.sub(_ALONE, r" \g<0> ", folded))


def places(text: str) -> Iterator[int]:
    """The place in *text* of each letter of `searchable(text)`, and at the end its length."""
    sizes = {sign: len(searchable(sign)) for sign in set(text)}
    for place, sign in enumerate(text):
        yield from [place] * sizes[sign]
    yield len(text)


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower().replace("`", "'")
    meant = re.sub(f"[{_UNSEEN}]", "", text).translate(_MEANT)
    apart = unicodedata.normalize("NFKD", meant)
    without = "".join(sign for sign in apart if not unicodedata.combining(sign))
    # ŉ has come apart into an apostrophe and a letter, and ℡ into capitals.
    bare = without.casefold().translate(_MEANT)
    return bare if bare.isascii() else "".join(map(_bare, bare))


@cache
def _bare(sign: str) -> str:
    """A letter without the stroke or hook that Unicode does not take apart from it."""
    named = not sign.isascii() and _WITH.match(unicodedata.name(sign, ""))
    if not named:
        return sign
    try:
        return _folded(unicodedata.lookup(named[1]))
    except KeyError:
        return sign


def _is_of_a_picture(sign: str) -> bool:
    return "\ufe00" <= sign <= "\ufe0f" or "\U000e0020" <= sign <= "\U000e007f"
