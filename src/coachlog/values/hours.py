"""Reads an amount of time that people tell in hours: `40`, `40,5`, `40:30`, `40u30`."""

import re

from coachlog.base.texts import N_
from coachlog.values.errors import KindError, short
from coachlog.values.figures import bare
from coachlog.values.lengths import minutes
from coachlog.values.number_words import numbers

_PLAIN = re.compile(r"([0-9]{1,6})(?:[.,]([0-9]{1,2}))?")
_CLOCK = re.compile(r"([0-9]{1,6}):([0-5]\d)")


_NOT_HOURS = (
    N_("“{answer}” is not a number of hours from {low} to {most}."),
    N_("For example 40, 40.5 or 40:30; without a point or a space in thousands."),
)


def hours(value: str | float | None, low: int, most: int) -> int | None:
    """Return hours as whole minutes, from *low* to *most*; `40` alone is hours. None if empty.

    Three figures after a point are refused: `2.500` may be two and a half hours, or thousands.
    """
    text = "" if value is None or isinstance(value, bool) else str(value).strip()
    if not text and not isinstance(value, bool):
        return None
    length = _read(text, most)
    if length is None or not low <= length <= most:
        raise KindError(*_NOT_HOURS, answer=short(value), low=low // 60, most=most // 60)
    return length


def _read(text: str, most: int) -> int | None:
    if plain := _PLAIN.fullmatch(text):
        hundredths = int(plain[1]) * 100 + int((plain[2] or "").ljust(2, "0"))
        return (hundredths * 60 + 50) // 100
    if clock := _CLOCK.fullmatch(text):
        return int(clock[1]) * 60 + int(clock[2])
    if (in_words := numbers().get(bare(text) or "")) is not None:
        return int(in_words) * 60
    try:
        return None if text.replace(".", "").isdecimal() else minutes(text, most)
    except KindError:
        return None
