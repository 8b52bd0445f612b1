"""Reads which items and which level were typed for a checklist."""

from collections.abc import Sequence
from typing import NamedTuple

from coachlog.base.errors import RefusedError
from coachlog.base.folding import plain
from coachlog.base.texts import LANGUAGES, N_, _, in_each_language
from coachlog.journal.onboarding import kit
from coachlog.journal.onboarding.queries import ItemLine
from coachlog.schema.onboarding import LEVELS_OF, STILL_TO_DO, TASKS, TICKS, USUAL
from coachlog.values import parse

OPEN = "open"
"""What is typed to take a tick back."""


class TypedItems(NamedTuple):
    """The words of a command: which items, as typed, and the level; OPEN takes a tick back."""

    items: str
    level: str | None


def split_level(words: Sequence[str]) -> TypedItems:
    """Return the items and the level of *words*, whose last ones may be a level.

    In any language: `3 shown`, `nooduitgang begrepen`. Without one the level is None.
    """
    for first in range(1, len(words)):  # the longest level first
        level = level_named(" ".join(words[first:]))
        if level:
            return TypedItems(" ".join(words[:first]), level)
    return TypedItems(" ".join(words), None)


def level_of(line: ItemLine, typed: str | None) -> str:
    """Return the level that was *typed* for an item, or its usual one.

    Raises RefusedError for a level that items of that task do not have.
    """
    levels = (*LEVELS_OF[line.task_of], OPEN)
    if typed and typed not in levels:
        raise RefusedError(
            N_("“{level}” does not fit item {number} ({whose})."),
            N_("Choose from: {levels}."),
            level=label_of(typed),
            number=line.number,
            whose=_(TASKS[line.task_of]),
            levels=", ".join(map(label_of, levels)),
        )
    return typed or USUAL[line.task_of]


def label_of(level: str) -> str:
    """Return what people call a level."""
    return _(STILL_TO_DO if level == OPEN else TICKS[level])


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
