"""How names in other scripts are written in Latin letters, so that one can type them.

Only what can be read letter by letter: Chinese signs are left as they are.
"""

import unicodedata
from typing import Final

_CYRILLIC: Final = (
    "а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts"
    " ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya і i ї i є ye ґ g ђ dj ј j љ lj њ nj ћ c џ dz ў u"
)
_GREEK: Final = (
    "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s τ t υ y φ f χ ch"
    " ψ ps ω o"
)
_ARABIC: Final = (
    "ا a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q"
    " ك k ل l م m ن n ه h و w ي y ى a ة a ء - پ p چ ch ژ zh ک k گ g ی y"
)
_HEBREW: Final = (
    "א a ב b ג g ד d ה h ו v ז z ח ch ט t י y כ k ך k ל l מ m ם m נ n ן n ס s ע a פ p ף p צ ts"
    " ץ ts ק k ר r ש sh ת t"
)
_SPELLED: Final = ("HANGUL SYLLABLE ", "HIRAGANA LETTER ", "KATAKANA LETTER ", "DEVANAGARI LETTER ")
"""Letters whose Unicode name ends with how they sound."""


def in_latin(folded: str) -> str:
    """*folded*, a text as `folding.plain` gives it, with Latin letters for other ones."""
    if folded.isascii():
        return folded
    return "".join(map(_letter, unicodedata.normalize("NFC", folded)))


def _letter(sign: str) -> str:
    if sign.isascii():
        return sign
    if sign in _TABLE:
        return _TABLE[sign]
    name = unicodedata.name(sign, "")
    for begin in _SPELLED:
        if name.startswith(begin):
            return name.removeprefix(begin).removeprefix("SMALL ").lower()
    return sign


def _pairs(table: str) -> dict[str, str]:
    signs = table.split()
    return dict(zip(signs[::2], (each.strip("-") for each in signs[1::2]), strict=True))


_TABLE: Final = _pairs(_CYRILLIC) | _pairs(_GREEK) | _pairs(_ARABIC) | _pairs(_HEBREW)
