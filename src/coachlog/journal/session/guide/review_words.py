"""What came of an action, as one letter or word in the language of the run."""

from typing import NamedTuple

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
