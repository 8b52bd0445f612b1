"""Which neutral word stands for each name in a copy: P1, P2 … for people, T1 … for teams, E1 …"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coachlog.base.folding import plain
from coachlog.base.name_finder import NameFinder, Names
from coachlog.base.tokens import folded_words
from coachlog.journal.network_case.known_words import (
    CONTACT,
    EMPLOYER,
    HANDLE,
    NAME,
    TEAM,
    KnownWords,
    known_words,
)
from coachlog.store.connection import Reader

SOMEBODY = "P?"
"""Stands for a name that several people have."""

_LETTERS = {NAME: "P", CONTACT: "P", HANDLE: "P", TEAM: "T", EMPLOYER: "E"}


class Pseudonyms(NamedTuple):
    """The word for each phrase of folded words, and for each whole text of a name."""

    by_phrase: dict[tuple[str, ...], str]
    by_text: dict[str, str]

    @property
    def finder(self) -> NameFinder:
        """Finds all that has to be replaced."""
        return NameFinder(Names(frozenset(self.by_phrase)))

    def of_text(self, text: str) -> str | None:
        """Return the word for the whole of a text; None where it is no name."""
        return self.by_text.get(plain(text))


class _Called(NamedTuple):
    handle: str
    name: str
    reach: str | None


class _ContactName(NamedTuple):
    name: str
    reach: str | None


def read_pseudonyms(reader: Reader, coach: str | None) -> Pseudonyms:
    """Return a word for each name in the journal, the same as long as the people are the same."""
    by_text: dict[str, str] = {}
    by_phrase: dict[tuple[str, ...], str] = {}
    numbers = dict.fromkeys(("P", "T", "E"), 0)
    for texts in _people(reader):
        numbers["P"] += 1
        for text in texts:
            by_text.setdefault(plain(text), f"P{numbers['P']}")
            _add_phrase(by_phrase, folded_words(text), by_text[plain(text)])
    for known in sorted(known_words(reader, coach), key=_whole_names_first):
        letter = _LETTERS.get(known.kind)
        if letter is None or not known.words:
            continue
        text = plain(known.text)
        if text not in by_text:
            numbers[letter] += 1
            by_text[text] = f"{letter}{numbers[letter]}"
        _add_phrase(by_phrase, known.words, by_text[text])
    return Pseudonyms(by_phrase, by_text)


def _people(reader: Reader) -> Iterator[list[str]]:
    """Yield by what each person and each contact is called, in the order in which they came."""
    people = "select handle, name, reach from coachee order by created_at, id"
    for person in list(reader.rows(_Called, people)):
        former = reader.rows(
            str,
            "select f.handle from former_handle f join coachee c on c.id = f.coachee_id"
            " where c.handle = :handle order by f.handle",
            handle=person.handle,
        )
        yield _filled((person.name, person.handle, person.reach, *former))
    for contact in list(reader.rows(_ContactName, "select name, reach from contact order by id")):
        yield _filled(contact)


def _filled(texts: Iterable[str | None]) -> list[str]:
    return [text for text in texts if text]


def _whole_names_first(known: KnownWords) -> tuple[bool, str]:
    return known.words != folded_words(known.text), known.text


def _add_phrase(by_phrase: dict[tuple[str, ...], str], words: tuple[str, ...], token: str) -> None:
    """Save the word for a phrase; one that two people share gets the word for somebody."""
    if words:
        known = by_phrase.setdefault(words, token)
        if known != token:
            by_phrase[words] = SOMEBODY
