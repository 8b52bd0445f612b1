"""Reads which items and which level were typed for a checklist."""

from collections.abc import Sequence
from typing import NamedTuple

from coachlog.base.folding import plain
from coachlog.base.texts import LANGUAGES, in_each_language
from coachlog.journal.onboarding import kit
from coachlog.journal.onboarding.queries import ItemLine
from coachlog.schema.onboarding import STILL_TO_DO, TICKS
from coachlog.values import parse

OPEN = "open"
"""What is typed to take a tick back."""

USUAL_LEVEL = "can_apply"


class Ticked(NamedTuple):
    """The words of a command: which items, as typed, and the level; OPEN takes a tick back."""

    items: str
    level: str


def split_level(words: Sequence[str]) -> Ticked:
    """Return the items and the level of *words*, whose last ones may be a level.

    In any language: `3 shown`, `nooduitgang begrepen`. Without a level it is USUAL_LEVEL.
    """
    for first in range(1, len(words)):  # the longest level first
        level = level_named(" ".join(words[first:]))
        if level:
            return Ticked(" ".join(words[:first]), level)
    return Ticked(" ".join(words), USUAL_LEVEL)


def level_named(text: str) -> str | None:
    """Return the level with exactly that code or name, in any language; None if there is none."""
    wanted = _folded(text)
    for code, label in {**TICKS, OPEN: STILL_TO_DO}.items():
        if wanted in {_folded(name) for name in (code, *in_each_language(label))}:
            return code
    return None


def find_items(lines: Sequence[ItemLine], typed: str) -> list[ItemLine]:
    """Return the items that were typed: by number, a range of them, or words of one item.

    The words may be in any language. Raises NotListedError and WhichOfThemError.
    """
    lines = sorted(lines)  # by number, as they are typed
    names = [(line.text, *_texts(line)) for line in lines]
    numbers = [line.number for line in lines]
    return [lines[index] for index in parse.picks(typed, names, numbers)]


def _texts(line: ItemLine) -> tuple[str, ...]:
    """Return an item of the program in each language, and its id."""
    known = kit.items().get(line.item or "")
    return (*(known.words[code] for code in LANGUAGES), known.id) if known else ()


def _folded(text: str) -> str:
    return plain(text.replace("_", " "))
