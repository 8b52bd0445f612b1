"""Identifiers: UUIDv7 for records, handles for people."""

import os
import time
import uuid

from coachlog.base.folding import plain
from coachlog.base.latin import in_latin


def new_id() -> str:
    """Return a new UUIDv7, which begins with the time: ids sort in the order of their creation.

    It has 48 bits of milliseconds, and 80 random bits of which 6 become the version and variant.
    """
    milliseconds = time.time_ns() // 1_000_000
    value = milliseconds << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 7 << 76  # the version
    value = value & ~(0x3 << 62) | 0x2 << 62  # the variant of RFC 9562
    return str(uuid.UUID(int=value))


def slug(name: str) -> str:
    """Return the words of *name* in ASCII, joined by hyphens: `el-idrissi`.

    Return an empty text where it has no ASCII spelling.
    """
    if not name.isascii():
        name = in_latin(plain(name))
    # What is neither a letter nor a digit separates words.
    spaced = "".join(char if char.isascii() and char.isalnum() else " " for char in plain(name))
    return "-".join(spaced.split())


def handles_for(name: str) -> list[str]:
    """Return handles to try for *name*, nicest first: `amina`, `amina-e`, `amina-el-idrissi`.

    The only number in a name is in all of them, for it tells one person from the next: `client-10`.
    A word with a digit is never shortened. A name without an ASCII letter or digit gives `person`.
    """
    words = slug(name).split("-") if slug(name) else ["person"]
    numbers = [word for word in words if word.isdigit()]
    if len(numbers) != 1:
        numbers = []  # of several numbers, none is special
    name_words = [word for word in words if word not in numbers] or words
    first_word = name_words[0]
    initials = [_initial(word) for word in name_words[1:2]]  # of the second word, if any
    short_forms = [[first_word], [first_word, *initials]]
    if numbers and first_word not in numbers:
        if words[0] == numbers[0]:
            short_forms = [numbers + form for form in short_forms]
        else:
            short_forms = [form + numbers for form in short_forms]
    all_forms = ["-".join(form) for form in (*short_forms, words)]
    return list(dict.fromkeys(all_forms))  # without repeats: `Amina` has one form


def _initial(word: str) -> str:
    """Return the first letter of *word*; the whole word if it has a digit."""
    return word if any(char.isdigit() for char in word) else word[0]
