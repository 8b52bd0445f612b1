"""The codes of an enumeration for what people type in a form: words in any language, or numbers."""

from collections.abc import Iterable, Sequence

from coachlog.values.choices import by_words
from coachlog.values.text import digits


def codes(typed: str, names: Sequence[Sequence[str]]) -> str:
    """Return the codes for the words in *typed*, with commas between them; else *typed* itself.

    *names* has for each value its code and what it is called, in any language.
    """
    is_code_already = "_".join(typed.casefold().split()) in {code for code, *_words in names}
    if not typed.strip() or is_code_already:
        return typed
    return ", ".join(names[index][0] for index in by_words(typed, names)) or typed


def numbered(words: Iterable[str]) -> str:
    """Return *words* on one line, each tied to its number, so that no line ends between them."""
    return " · ".join(f"{number}\N{NO-BREAK SPACE}{word}" for number, word in enumerate(words, 1))


def by_number(typed: str, choices: Sequence[str]) -> str:
    """Return the codes that *typed* has the numbers of, with commas between them.

    Return *typed* itself where it is a code already, or anything but numbers of *choices*.
    """
    numbers = typed.replace(",", " ").split()
    if typed.strip() in choices or not all(n.isdecimal() for n in numbers):
        return typed
    indexes = [(digits(number) or 0) - 1 for number in numbers]
    if any(not 0 <= index < len(choices) for index in indexes):
        return typed
    return ", ".join(choices[index] for index in indexes) or typed
