"""Writing names of other scripts in Latin letters, so that they can be typed.

Only scripts that can be read letter by letter: Chinese characters are left as they are.
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
_NAME_PREFIXES: Final = (
    "HANGUL SYLLABLE ",
    "HIRAGANA LETTER ",
    "KATAKANA LETTER ",
    "DEVANAGARI LETTER ",
)
"""How the Unicode names of letters begin that end with the sound: HIRAGANA LETTER KA."""


def in_latin(folded: str) -> str:
    """Return *folded*, a result of `folding.plain`, with other scripts written in Latin letters."""
    if folded.isascii():
        return folded
    return "".join(map(_to_latin, unicodedata.normalize("NFC", folded)))


def _to_latin(letter: str) -> str:
    """Return the Latin letters for *letter*; *letter* itself where its sound is unknown."""
    if letter.isascii():
        return letter
    if letter in _LATIN_LETTERS:
        return _LATIN_LETTERS[letter]
    name = unicodedata.name(letter, "")
    for prefix in _NAME_PREFIXES:
        if name.startswith(prefix):
            sound = name.removeprefix(prefix).removeprefix("SMALL ")
            return sound.lower()
    return letter


def _parse_table(table: str) -> dict[str, str]:
    """Return the pairs in *table*, such as `а a б b`; a hyphen stands for a letter left out."""
    entries = table.split()
    letters, latin_letters = entries[::2], entries[1::2]
    return {
        letter: "" if latin == "-" else latin
        for letter, latin in zip(letters, latin_letters, strict=True)
    }


_LATIN_LETTERS: Final = (
    _parse_table(_CYRILLIC) | _parse_table(_GREEK) | _parse_table(_ARABIC) | _parse_table(_HEBREW)
)
