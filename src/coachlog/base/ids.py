"""Identifiers: UUIDv7 for records, handles for people."""

import os
import time
import uuid

from coachlog.base.folding import plain
from coachlog.base.latin import in_latin


def new_id() -> str:
    """A UUIDv7: 48 bits of milliseconds, then random bits; text that sorts by time of making."""
    milliseconds = time.time_ns() // 1_000_000
    value = milliseconds << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))


def slug(name: str) -> str:
    """The words of *name* in ASCII, joined by hyphens; empty where none can be written so."""
    if not name.isascii():
        name = in_latin(plain(name))
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in plain(name)).split()
    return "-".join(words)


def handles_for(name: str) -> list[str]:
    """Handles to try for *name*, nicest first: `amina`, `amina-e`, `amina-el-idrissi`.

    A number that tells one person from the next stands whole in each of them: `client-10`, and no
    figure is ever cut. Never empty: a name without an ASCII letter or digit gives `person`.
    """
    words = slug(name).split("-") if slug(name) else ["person"]
    numbers = [word for word in words if word.isdigit()]
    if len(numbers) != 1:
        numbers = []
    first, *others = [word for word in words if word not in numbers] or numbers
    tries = [[first], [first, *(_initial(word) for word in others[:1])]]
    if numbers and first not in numbers:
        place = words.index(numbers[0])
        tries = [numbers + each if place == 0 else each + numbers for each in tries]
    return list(dict.fromkeys("-".join(each) for each in (*tries, words)))


def _initial(word: str) -> str:
    return word if any(sign.isdigit() for sign in word) else word[0]
