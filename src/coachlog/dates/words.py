"""Turns the words of a typed day or moment, Dutch, French or English, into tokens."""

import re
import unicodedata
from functools import cache
from typing import Final

from coachlog.base.days import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from coachlog.base.folding import plain
from coachlog.dates.phrases import replace_phrases

_MEANINGS: Final = {
    "d-2": "eergisteren avant-hier",
    "d-1": "gisteren gister hier yesterday",
    "d0": "vandaag aujourd'hui today",
    "d1": "morgen demain tomorrow",
    "d2": "overmorgen apres-demain",
    "d0 p1": "vanmorgen vanochtend vanvoormiddag",
    "d0 p2": "vanmiddag vannamiddag",
    "d0 p3": "vanavond tonight",
    "p1": "ochtend voormiddag vroeg matin morning",
    "p2": "namiddag apres-midi afternoon",
    "p3": "avond soir evening",
    "25 m12": "kerst noel christmas",
    "now": "nu maintenant now",
    "noon": "middag midi noon",
    "next": "volgende volgend prochain prochaine next",
    "last": "vorige vorig afgelopen verleden dernier derniere passe passee last",
    "coming": "komende aanstaande eerstkomende coming",
    "this": "deze ce cet this",
    "end": "eind einde fin end",
    "of": "van du des of",
    "on": "op on",
    "at": "om at rond omstreeks omtrent vers around about",
    "in": "over binnen dans in within",
    "ago": "geleden ago",
    "the": "de den het le la les the",
    "u": "u uur h heure heures",
    "half": "half",
    "am": "am",
    "pm": "pm",
    "il": "il",
    "y": "y",
    "day": "dag dagen jour jours day days",
    "week": "week weken semaine semaines weeks",
    "month": "maand maanden mois month months",
    "year": "jaar jaren an ans annee annees year years",
    "n1": "een un une one",
    "n2": "twee deux two",
    "n3": "drie trois three",
    "n4": "vier quatre four",
    "n5": "vijf cinq five",
    "n6": "zes six",
    "n7": "zeven seven",
    "n8": "acht huit",
    "8": "eight",
    "n9": "negen neuf nine",
    "n10": "tien dix ten",
    "n11": "elf onze eleven",
    "n12": "twaalf douze twelve",
    "n13": "dertien treize thirteen",
    "n14": "veertien quatorze fourteen",
    "n15": "vijftien quinze fifteen",
    "n16": "zestien seize sixteen",
    "n18": "achttien eighteen",
    "n20": "twintig vingt twenty",
    "n30": "dertig trente thirty",
    "w1": "tues",
    "w3": "thur thurs",
    "m2": "febr fev",
}
# Words with two meanings, between which the rules decide by position: Tuesday and March, 7 and
# September, `à` and the English `a`. `ma` and `di` are Monday and Tuesday in Dutch, Tuesday and
# Sunday in French: they are read only before a date, which has to agree.
_DOUBLE: Final = ("mar", "sept", "a", "ma", "di")
_DAY_PARTS: Final = {
    "ochtend": "p1", "vroeg": "p1", "voormiddag": "p1", "morgen": "p1",
    "namiddag": "p2", "middag": "p2", "avond": "p3",
}  # fmt: skip


def tokens_of(text: str) -> list[str] | None:
    """Return the words and numbers of *text* as tokens without language; None if one is unknown.

    `volgende dinsdag 9u` becomes `next w1 9 u`. A weekday is `w0` (Monday) to `w6`, a month `m1` to
    `m12`, a number in letters `n1` to `n30`, a day near today `d-2` to `d2`, a part of the day `p1`
    to `p3`; a word that begins with a digit stays.
    """
    line = unicodedata.normalize("NFC", text.strip(" \t\r\n").replace("\t", " "))
    if not all(_is_allowed(char) for char in line):
        return None
    line = plain(line).replace("a.m.", "am").replace("p.m.", "pm")
    line = re.sub(_OUR_LADY_OR_LORD, _as_short_feast, line)
    # The dot of an abbreviation and a comma between words are dropped.
    line = re.sub(r"(?<=[a-z])\.|,(?= )", " ", line)
    # "1er", "2de", "3rd" become "1 ORD", "2 ORD", "3 ORD".
    line = re.sub(r"\b([0-9]{1,2})(?:er|ere|eme|e|de|ste|st|nd|rd|th)\b", r"\1 ORD", line)
    # "9u30" is "9 u 30", "mi-mars" is "mi mars".
    line = re.sub(r"(?<=[0-9])(?=[a-z])|(?<=[a-z])(?=[0-9])", " ", line)
    line = re.sub(r"\b(mi|mid|half)-(?=[a-z])", r"\1 ", line)
    line = replace_phrases(line, *_name_patterns())
    # The French article: "l'annee", "d'octobre".
    line = re.sub(r"\b[ld]'(?=[a-z])", "", line)
    tokens: list[str] = []
    for word in line.split():
        is_number = word[0] in "0123456789"
        is_token = is_number or word == "ORD" or _TOKEN.fullmatch(word)
        meaning = word if is_token else _find_meaning(word)
        # A number may go on with foreign letters, which no rule should see.
        if meaning is None or not meaning.isascii():
            return None
        tokens += meaning.split()
    return tokens


def _as_short_feast(match: re.Match[str]) -> str:
    """Return `olv hemelvaart` or `olh hemelvaart`, which `phrases` knows."""
    of_our_lord = match["short"] == "h" or match["long"] == "heer"
    return "olh hemelvaart" if of_our_lord else "olv hemelvaart"


def _is_allowed(char: str) -> bool:
    """Whether *char* is a letter, a space or a printable ASCII character.

    Control characters, combining accents and foreign digits are not: folding would hide them.
    """
    if char.isascii():
        return char.isprintable()
    return char == "’" or char.isalpha() or unicodedata.category(char) == "Zs"


def _find_meaning(word: str) -> str | None:
    """Return the tokens of one word, also of `dinsdagavond` and `morgenvroeg`; None if unknown."""
    lexicon = _lexicon()
    if word in lexicon:
        return lexicon[word]
    for part_word, part_token in _DAY_PARTS.items():
        if not word.endswith(part_word):
            continue
        day_token = lexicon.get(word.removesuffix(part_word), "")
        is_day_or_weekday = re.fullmatch("[dw]-?[0-9]", day_token)
        if is_day_or_weekday:
            return f"{day_token} {part_token}"
    return None


# `o.l.v. hemelvaart`, `OLV-Hemelvaart`, `Onze-Lieve-Vrouw-Hemelvaart`; of Our Lord with an h.
_OUR_LADY_OR_LORD: Final = (
    r"\b(?:o\.? ?(?:l\.? ?)?(?P<short>[vh])\.?|onze[ -]lieve[ -](?P<long>vrouw|heer))"
    r"[ -]?hemelvaart"
)
# What `replace_phrases` left in the line, not to be looked up as a word.
_TOKEN: Final = re.compile(
    r"by|after|before|mid|begin|later|in|q[123]|(?:past|to)\d+|f-?\d+|S\d+|m\d+|day"
)


@cache
def _name_patterns() -> tuple[str, str]:
    """Return two patterns: of the names of weekdays, and of months."""
    return _words_pattern(r"w\d"), _words_pattern(r"m\d+|mar|sept")


def _words_pattern(kind: str) -> str:
    """Return a pattern of all words whose token is of this *kind*, the longest first."""
    words = [word for word, token in _lexicon().items() if re.fullmatch(kind, token)]
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _lexicon() -> dict[str, str]:
    """Return the tokens of each known word, the names of weekdays and months included.

    A word with two meanings, such as `mar`, is its own token.
    """
    lexicon = {word: token for token, words in _MEANINGS.items() for word in words.split()}
    for letter, first_number, tables in (
        ("w", 0, (WEEKDAYS, SHORT_WEEKDAYS)),
        ("m", 1, (MONTHS, SHORT_MONTHS)),
    ):
        names_by_language = [names for table in tables for names in table.values()]
        for names in names_by_language:
            for number, name in enumerate(names, first_number):
                word = plain(name).rstrip(".")  # short French names end in a dot
                lexicon[word] = f"{letter}{number}"
    return lexicon | {word: word for word in _DOUBLE}
