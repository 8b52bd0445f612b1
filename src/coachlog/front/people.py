"""Finds the people of the journal that names on the command line mean."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import takewhile
from typing import TYPE_CHECKING, Any, TypeVar

from coachlog.base.errors import CoachlogError
from coachlog.front.phrases import is_help
from coachlog.front.positions import PEOPLE, arguments, positions
from coachlog.journal.coachee.lookup import Person, find_candidates, matching, similar
from coachlog.terminal.context import context

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

Result = TypeVar("Result")

LONGEST = 6
"""The most words that a name may have."""


def find_leading(words: Sequence[str], least: int = 1) -> tuple[Person | None, int]:
    """Return the one person whose name, or part of it, comes first, and the number of its words.

    Only names of at *least* so many words count, and the longest that fits is taken. Return None
    and 0 if there is no such person, or if the journal cannot be read: the command itself will
    say why.
    """
    name_words = _until_option(words)[:LONGEST]
    begins_like_name = bool(name_words) and name_words[0][:1].isalpha()
    if len(name_words) < least or not begins_like_name:
        return None, 0

    def find_longest(reader: "Reader") -> tuple[Person | None, int]:
        for length in range(len(name_words), least - 1, -1):
            people = find_candidates(reader, " ".join(name_words[:length]))
            if len(people) == 1:
                return people[0], length
        return None, 0

    return _read(find_longest) or (None, 0)


def find_by_whole_name(words: Sequence[str]) -> Person | None:
    """Return the one person whose handle or whole name the words are, or None."""
    people = _read(lambda reader: matching(reader, " ".join(words)))
    return people[0] if people and len(people) == 1 else None


def find_all(words: Sequence[str]) -> list[Person]:
    """Return all people whose name has these words."""
    return _read(lambda reader: find_candidates(reader, " ".join(words))) or []


def similar_handles(word: str) -> list[str]:
    """Return the handles that look like *word*."""
    return _read(lambda reader: similar(reader, word)) or []


def with_names_joined(params: Sequence[Any], args: list[str]) -> list[str]:
    """Return *args* with the handle in place of a name of several words: `prep jonas peeters`.

    The last name may also be a word that asks for help. *params* are the parameters of a command.
    """
    values = positions(params, args)  # the indexes in args of the values of arguments
    for index, param in enumerate(arguments(params)):
        if param.word not in PEOPLE or index >= len(values):
            continue
        is_last_value = len(values) == index + 1
        if is_last_value and is_help(args[values[index]]):
            return [*args[: values[index]], "--help"]
        # The name may take all the words that are left, but one for each argument after it.
        needed_later = sum(later.required for later in arguments(params)[index + 1 :])
        words = [args[position] for position in values[index : len(values) - needed_later]]
        person, length = find_leading(words, least=2)
        if person:
            removed = values[index + 1 : index + length]  # the handle stands for these too
            args = [word for position, word in enumerate(args) if position not in removed]
            args[values[index]] = person.handle
            values = positions(params, args)
    return args


def _until_option(words: Sequence[str]) -> list[str]:
    """Return the words before the first option or empty word."""
    return list(takewhile(lambda word: word.strip() and not word.startswith("-"), words))


def _read(query: "Callable[[Reader], Result]") -> "Result | None":
    """Return what *query* reads in the journal; None if there is none or it cannot be read."""
    run = context()
    if not run.store.exists():
        return None
    with suppress(CoachlogError), run.reader() as reader:
        return query(reader)
    return None
