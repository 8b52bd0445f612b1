"""What can be offered for the word that is being typed."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from coachlog.base.folding import plain
from coachlog.base.texts import _, in_each_language


class Offer(NamedTuple):
    """A *value* that can be typed. *help* is a text of the program, *about* is the coach's own."""

    value: str
    help: str = ""
    about: str = ""

    def told(self) -> str:
        """Return a description for people, in the language of this run; may be empty."""
        return self.about or (_(self.help) if self.help else "")


FILES = Offer(":files")
"""Stands for the files that fit: the shell lists those itself."""


def matching_offers(word: str, values: Mapping[str, str] | Iterable[str]) -> list[Offer]:
    """Return an offer for each of *values* that begins with *word*.

    A mapping has the values as its keys, with the help text of each.
    """
    help_of = values if isinstance(values, Mapping) else {}
    return [Offer(value, help_of.get(value, "")) for value in values if value.startswith(word)]


def offers_by_word(typed: str, words: Mapping[str, str], names: Iterable[str] = ()) -> list[Offer]:
    """Return an offer for each code that begins with *typed*; without one, for each such word.

    *words* are what people see for the codes. Their words in every language count, and *names*.
    """
    by_code = matching_offers(typed, words)
    if by_code or not typed:
        return by_code
    translated = (name for word in words.values() for name in in_each_language(word))
    # A shell completes what was typed as it is, so small letters and missing accents stay.
    return [
        Offer(typed + name[len(typed) :])
        for name in dict.fromkeys((*translated, *names))
        if plain(name[: len(typed)]) == plain(typed)
    ]


FREE = {
    *("TEXT", "DAY", "MOMENT", "QUARTER", "FIGURE", "LEVEL", "N", "NEW", "TALENT"),
    *("WORD", "WORDS", "YEAR", "PLACE", "N=WORD"),
    *("NAME", "ZONE", "COLUMN", "COLUMN=FIELD"),
}
"""Metavars of what nobody can guess; a test wants each metavar to be here or in SOURCES."""
