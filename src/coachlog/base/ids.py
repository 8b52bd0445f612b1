"""Identifiers: UUIDv7 for records, handles for people."""

import os
import time
import uuid

from coachlog.base.folding import plain
from coachlog.base.latin import in_latin


def new_id() -> str:
    """A new UUIDv7: 48 bits of milliseconds, then random bits, so that ids sort by creation."""
    milliseconds = time.time_ns() // 1_000_000
    value = milliseconds << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 7 << 76  # the version
    value = value & ~(0x3 << 62) | 0x2 << 62  # the variant of RFC 9562
    return str(uuid.UUID(int=value))


def slug(name: str) -> str:
    """The words of *name* in ASCII, joined by hyphens; empty where it has no ASCII spelling."""
    if not name.isascii():
        name = in_latin(plain(name))
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in plain(name)).split()
    return "-".join(words)


def handles_for(name: str) -> list[str]:
    """Handles to try for *name*, nicest first: `amina`, `amina-e`, `amina-el-idrissi`.

    The one number of a name is in all of them, for it tells one person from the next: `client-10`.
    A word with a digit is never shortened. A name without an ASCII letter or digit gives `person`.
    """
    words = slug(name).split("-") if slug(name) else ["person"]
    numbers = [word for word in words if word.isdigit()]
    if len(numbers) != 1:
        numbers = []
    first, *others = [word for word in words if word not in numbers] or numbers
    short_forms = [[first], [first, *(_initial(word) for word in others[:1])]]
    if numbers and first not in numbers:
        number_is_first = words[0] == numbers[0]
        short_forms = [
            numbers + form if number_is_first else form + numbers for form in short_forms
        ]
    return list(dict.fromkeys("-".join(form) for form in (*short_forms, words)))


def _initial(word: str) -> str:
    """The first letter of *word*; the whole word if it has a digit."""
    return word if any(char.isdigit() for char in word) else word[0]
