"""Numbers in Dutch, French and English words, and phrases that people put around a number."""

from functools import cache
from typing import Final

from coachlog.base.phrases import phrases

_UNITS: Final = {
    "nl": "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien"
    " vijftien zestien zeventien achttien negentien",
    "fr": "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze"
    " quinze seize dix-sept dix-huit dix-neuf",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen",
}
_TENS: Final = {
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "fr": "vingt trente quarante cinquante soixante septante huitante nonante",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
}
_ALSO: Final = {
    "une": 1,
    "fourty": 40,
    "quatre vingt": 80,
    "quatre vingts": 80,
    "honderd": 100,
    "cent": 100,
    "hundred": 100,
    "a hundred": 100,
    "one hundred": 100,
    "honderdtwintig": 120,
    "cent vingt": 120,
    "soixante dix": 70,
    "quatre vingt dix": 90,
}
_ORDINALS: Final = (
    "eerste premier premiere first 1ste 1e 1er 1ere 1st",
    "tweede deuxieme second seconde 2de 2e 2eme 2nd",
    "derde troisieme third 3de 3e 3eme 3rd",
    "vierde quatrieme fourth 4de 4e 4eme 4th",
    "vijfde cinquieme fifth 5de 5e 5eme 5th",
    "zesde sixieme sixth 6de 6e 6eme 6th",
    "zevende septieme seventh 7de 7e 7eme 7th",
    "achtste huitieme eighth 8ste 8e 8eme 8th",
    "negende neuvieme ninth 9de 9e 9eme 9th",
    "tiende dixieme tenth 10de 10e 10eme 10th",
)
LAST: Final = frozenset(("laatste", "dernier", "derniere", "last"))

BEFORE: Final = """
ongeveer | zowat | circa | ca | rond | rond de | om en bij | om en bij de | zo'n | bijna | ruim
maar | slechts | toch | wel | nog | ik denk | ik zou zeggen | ik zeg | zeg | zeg maar | doe maar
misschien | laten we zeggen | eerder | nu | een | de | het | op | goede | goed | dikke | dik
kleine | klein | flinke | zwakke | stevige | cijfer | score | niveau | nummer | hooguit
minstens | net | nipt | environ | a peu pres | plus ou moins | presque | disons | je dirais
je pense | peut-etre | un | une | autour de | aux alentours de | vers | plutot | maintenant
c'est | je suis a | bon | bonne | petit | petite | gros | grosse | note | le | la | les | juste
seulement | au moins | a peine | bien | about | around | roughly | approximately | approx
almost | nearly | maybe | perhaps | say | i'd say | i would say | i think | let's say | a | an
at | it's | only | just | good | solid | weak | level | the | barely | at least | full | about a
voor | pour | for | ik geef | je donne | i give | i'm at
"""
AFTER: Final = """
denk ik | of zo | ofzo | zoiets | ongeveer | misschien | punten | punt | maximum | zou ik zeggen
hoor | vandaag | nu | zeker | a peu pres | environ | je pense | je dirais
ou quelque chose comme ca | peut-etre | points | point | maintenant | aujourd'hui | i think
or so | i guess | maybe | roughly | i'd say | today | now | in totaal | au total | in total
alles samen | en tout | samen | nog
"""
"""Phrases before and after a number that do not change it."""


@cache
def numbers() -> dict[str, int]:
    """Return the numbers from 0 to 99 and a few more by their words: `twenty one` is 21.

    The words have neither accents nor hyphens.
    """
    by_words: dict[str, int] = {}
    for language, words in _UNITS.items():
        units = words.split()
        by_words |= {unit_word: figure for figure, unit_word in enumerate(units)}
        for tens, tens_word in enumerate(_TENS[language].split(), 2):
            by_words[tens_word] = tens * 10
            for unit in range(1, 10):
                for compound in _compound(language, tens_word, units[unit]):
                    by_words[compound] = tens * 10 + unit
    # French counts on to 19 from 60 and 80: soixante dix-sept is 77.
    for figure, unit_word in enumerate(_UNITS["fr"].split()):
        if figure > 0:
            by_words[f"soixante {unit_word}"] = 60 + figure
            by_words[f"quatre vingt {unit_word}"] = 80 + figure
    return {words.replace("-", " "): figure for words, figure in (by_words | _ALSO).items()}


def _compound(language: str, tens: str, unit: str) -> tuple[str, ...]:
    """Return the ways to write a number such as 21: `eenentwintig`, `vingt et un`, `twenty-one`."""
    if language == "nl":
        return (f"{unit}en{tens}",)
    return (f"{tens} {unit}", f"{tens} et {unit}", f"{tens}{unit}")


@cache
def ordinals() -> dict[str, int]:
    """Return the positions by their words: `tweede` is 2."""
    return {word: position for position, row in enumerate(_ORDINALS, 1) for word in row.split()}


@cache
def before() -> tuple[str, ...]:
    """Return phrases that may come before a number, the longest first."""
    return _phrases(BEFORE)


@cache
def after() -> tuple[str, ...]:
    """Return phrases that may come after a number, the longest first."""
    return _phrases(AFTER)


def _phrases(table: str) -> tuple[str, ...]:
    return tuple(sorted(phrases(table), key=len, reverse=True))
