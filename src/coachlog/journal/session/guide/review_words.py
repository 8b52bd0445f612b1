"""What came of an action, as one letter or word in the language of the run."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from coachlog.errors import CoachlogError
from coachlog.kinds import NotAChoiceError
from coachlog.texts import language


class ReviewWord(NamedTuple):
    """A status, the letter to type for it, and its words."""

    status: str
    letter: str
    words: str


class Reviewed(NamedTuple):
    """A status, and whether the coach wants to say more about it (a `+` behind the letter)."""

    status: str
    more: bool


_WORDS = {
    "nl": (
        ("done", "g", "gedaan"),
        ("partly", "d", "deels"),
        ("open", "n", "nog niet"),
        ("dropped", "l", "losgelaten"),
    ),
    "fr": (
        ("done", "f", "fait"),
        ("partly", "p", "en partie"),
        ("open", "e", "pas encore"),
        ("dropped", "a", "abandonné"),
    ),
    "en": (
        ("done", "d", "done"),
        ("partly", "p", "partly"),
        ("open", "n", "not yet"),
        ("dropped", "x", "dropped"),
    ),
}


def review_words() -> tuple[ReviewWord, ...]:
    """The statuses in the order in which they are offered."""
    return tuple(ReviewWord(*word) for word in _WORDS[language()])


def reviewed(typed: str, words: tuple[ReviewWord, ...]) -> Reviewed | None:
    """What was typed: `g`, `gedaan`, `done`, each with or without `+`; None for nothing.

    Raises NotAChoiceError.
    """
    text = typed.strip().casefold()
    said = text.rstrip("+ ").strip()
    if not said:
        return Reviewed("open", True) if text else None
    for word in words:
        if said in (word.letter, word.words, word.status):
            return Reviewed(word.status, "+" in text)
    raise NotAChoiceError(
        answer=typed.strip()[:40],
        choices=", ".join(f"{word.letter} ({word.words})" for word in words),
    )


def reviewed_in_a_row(
    typed: str, numbers: Sequence[int], words: tuple[ReviewWord, ...]
) -> dict[int, Reviewed | None]:
    """What came of several actions, by their *numbers*: `1 done, 2 not yet`, `d n`, `all done`.

    One without a number is of the first of them; empty for nothing. Raises NotAChoiceError.
    """
    if not typed.strip():
        return {}
    ways = (_by_number, _all_the_same, _in_order)
    found = (way(typed.strip(), numbers, words) for way in ways)
    together = next((each for each in found if each), None)
    return together or {numbers[0]: reviewed(typed, words)}


Row = dict[int, Reviewed | None]

_ONE = r"((?:#?\d+[\s,:=.)&+-]*(?:(?:en|et|and)\s+)?)+)([^\d]+)"
_NUMBERED_ONE, _NUMBERED = re.compile(_ONE), re.compile(f"(?:{_ONE})+")


def _by_number(typed: str, numbers: Sequence[int], words: tuple[ReviewWord, ...]) -> Row | None:
    """`1 done, 2 not yet`: the others are not told."""
    if not _NUMBERED.fullmatch(typed.strip()):
        return None
    told = {
        int(number): _word(part[2].strip(" ,;.:=)-"), words)
        for part in _NUMBERED_ONE.finditer(typed)
        for number in re.findall(r"\d+", part[1])
    }
    known = None not in told.values() and told.keys() <= set(numbers)
    return dict.fromkeys(numbers) | told if known else None


def _all_the_same(typed: str, numbers: Sequence[int], words: tuple[ReviewWord, ...]) -> Row | None:
    match = re.fullmatch(
        r"(?:alle\s+\w+|alles?|allemaal|allebei|beide|all\s+(?:two|three|four|five)|all|both|everything"
        r"|tout|(?:toute?s|tous)\s+les\s+\w+|les\s+\w+|toute?s|tous)\s+(.+)",
        typed,
        re.I,
    )
    said = _word(match[1], words) if match else None
    return dict.fromkeys(numbers, said) if said else None


def _in_order(typed: str, numbers: Sequence[int], words: tuple[ReviewWord, ...]) -> Row | None:
    """`done, not yet` or `d n`: one for each, from the first on."""
    for parts in (_parts(typed), typed.split()):
        told = [_word(part, words) for part in parts]
        if 1 < len(told) <= len(numbers) and None not in told:
            return dict(zip(numbers, told, strict=False))
    return None


def _parts(typed: str) -> list[str]:
    return [part for part in re.split(r"[,;\n]+", typed) if part.strip()]


def _word(text: str, words: tuple[ReviewWord, ...]) -> Reviewed | None:
    try:
        return reviewed(text, words)
    except CoachlogError:
        return None
