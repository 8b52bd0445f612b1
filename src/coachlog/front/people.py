"""Names on the command line: who of the journal they are."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from coachlog.base.errors import CoachlogError
from coachlog.front.phrases import is_help
from coachlog.front.positions import PEOPLE, arguments, positions
from coachlog.journal.coachee.queries import Person, called, matching, similar
from coachlog.terminal.context import context

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

Found = TypeVar("Found")

LONGEST = 6
"""So many words has the longest name."""


def find_leading(words: Sequence[str], least: int = 1) -> tuple[Person | None, int]:
    """The one person whose name, or part of it, the first words are, and how many words those are.

    At *least* so many. Nobody where the journal cannot be read: the command itself tells why.
    """
    names = _until_option(words)[:LONGEST]
    if len(names) < least or not any(word[:1].isalpha() for word in names[:1]):
        return None, 0

    def found(reader: "Reader") -> tuple[Person | None, int]:
        for length in range(len(names), least - 1, -1):
            fits = called(reader, " ".join(names[:length]))
            if len(fits) == 1:
                return fits[0], length
        return None, 0

    return _read(found) or (None, 0)


def find_by_whole_name(words: Sequence[str]) -> Person | None:
    """The one person whose handle or whole name the words are."""
    fits = _read(lambda reader: matching(reader, " ".join(words)))
    return fits[0] if fits and len(fits) == 1 else None


def find_all(words: Sequence[str]) -> list[Person]:
    """All whose name has these words."""
    return _read(lambda reader: called(reader, " ".join(words))) or []


def similar_handles(word: str) -> list[str]:
    """Handles that look like *word*."""
    return _read(lambda reader: similar(reader, word)) or []


def with_names_joined(params: Sequence[Any], args: list[str]) -> list[str]:
    """*args* with the handle in place of a name of several words: `prep jonas peeters`."""
    places = positions(params, args)
    for at, param in enumerate(arguments(params)):
        if param.word not in PEOPLE or at >= len(places):
            continue
        if len(places) == at + 1 and is_help(args[places[at]]):
            return [*args[: places[at]], "--help"]
        needed = sum(each.required for each in arguments(params)[at + 1 :])
        words = [args[place] for place in places[at : len(places) - needed]]
        person, length = find_leading(words, least=2)
        if person:
            gone = places[at + 1 : at + length]
            args = [word for place, word in enumerate(args) if place not in gone]
            args[places[at]] = person.handle
            places = positions(params, args)
    return args


def _until_option(words: Sequence[str]) -> list[str]:
    ends = (place for place, word in enumerate(words) if word.startswith("-") or not word.strip())
    return list(words[: next(ends, len(words))])


def _read(question: "Callable[[Reader], Found]") -> "Found | None":
    run = context()
    if not run.store.exists():
        return None
    with suppress(CoachlogError), run.reader() as reader:
        return question(reader)
    return None
