"""Reads lengths of time as people say them: `45`, `1u30`, `een half uurtje`, `une demi-heure`."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from coachlog.base.texts import N_
from coachlog.values.errors import NotALengthError, short
from coachlog.values.figures import bare
from coachlog.values.number_words import numbers
from coachlog.values.text import MINUTES_MOST

_LEFT_OUT: Final = ""
"""The kind of words that add nothing to a length of time."""
_WORDS: Final = {
    "hour": "u uur uren uurtje uurtjes h heure heures heurette hour hours hr hrs",
    "quarter": "kwartier kwartieren kwartiertje kwartiertjes quart quarts quarter quarters",
    "minute": "m min mins minuut minuten minuutje minuutjes minute minutes '",
    "half": "half halve demi demie 1/2",
    "and": "en et and + ,",
    _LEFT_OUT: "een un une a an of de d' d goede goed goeie dik dikke klein kleine volle ruim"
    " bonne petite petit grosse full good short whole heel hele the het le la l'",
}
_KINDS: Final = {word: kind for kind, words in _WORDS.items() for word in words.split()}
"""The kind of each word."""
_JOINED: Final = {
    "halfuur": "half uur", "halfuurtje": "half uur", "demiheure": "demi heure",
    "anderhalf": "1.5", "anderhalve": "1.5", "anderhalfuur": "1.5 uur",
}  # fmt: skip
_CLOCK: Final = r"(\d{1,3}) ?: ?([0-5]\d)(?: ?(?:u|uur|h|hours?|heures?))?"
_PIECE: Final = r"\d+/\d+|\d+(?:[.,]\d+)?|[a-z]+'?|['+,]"
_RANGE: Final = r"(\d{1,4})(?: ?min\w*)? ?(?:-|a|tot|of|ou|or|to|en|et) ?(\d{1,4})(?: .+)?"
_HALVES: Final = r"(\w+)en(?:half|halve)"


def minutes(value: str | int | None, most: int = MINUTES_MOST) -> int | None:
    """Return a length of time in minutes; `45` alone is minutes. None if empty.

    Raises NotALengthError, which asks which is meant for two figures.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, str) and len(value) < 4 and value.isascii() and value.isdigit():
        value = int(value)
    if type(value) is int and 1 <= value <= most:
        return value
    # In JSON, true would count as 1: it is refused.
    folded = None if isinstance(value, bool) else bare(str(value))
    length = _read(folded) if folded else None
    if length is not None and 1 <= length <= most:
        return length
    bounds = re.fullmatch(_RANGE, folded) if folded and length is None else None
    if bounds:
        raise NotALengthError(
            NotALengthError.cause,
            N_("{below} or {above}?"),
            answer=short(value),
            most=most,
            below=int(bounds[1]),
            above=int(bounds[2]),
        )
    raise NotALengthError(answer=short(value), most=most)


def _read(folded: str) -> int | None:
    """Return the minutes of `1:30` or of figures and words, rounded half up; else None."""
    if clock := re.fullmatch(_CLOCK, folded):
        return int(clock[1]) * 60 + int(clock[2])
    parts: list[_Part] = []
    for part in _parts(folded):
        if part is None:  # a word that is not about time
            return None
        parts.append(part)
    total = _sum(parts) if parts else None
    return None if total is None else int(total + 0.5)


_Part = tuple[str, float]
"""A kind of `_WORDS` or "figure", and the figure, 0 for a word."""


class _Step(NamedTuple):
    """The minutes of a few parts, the count of these parts, and the *unit* they end with.

    `1 uur` is 60.0 minutes in 2 parts and ends with "hour", so that a following 30 is minutes.
    """

    minutes: float
    part_count: int
    unit: str


def _parts(folded: str) -> Iterator[_Part | None]:
    """Yield the figures and words of time in order, and None for anything else.

    `een half uur` yields ("half", 0.0) and ("hour", 0.0): words such as `een` are left out.
    """
    text = _numbers_in_digits(folded.replace("-", " "))
    unread_characters = re.sub(_PIECE, "", text).strip(" .")
    if folded.startswith("-") or unread_characters:
        yield None
    for piece in re.findall(_PIECE, text):
        is_figure = piece[0].isdigit() and "/" not in piece
        kind = _KINDS.get(piece)
        if is_figure:
            yield "figure", float(piece.replace(",", "."))
        elif kind is None:
            yield None
        elif kind != _LEFT_OUT:
            yield kind, 0.0


def _numbers_in_digits(folded: str) -> str:
    """Return the text with numbers in digits: `tweeënhalf uur` is `2.5 uur`, `twee uur` `2 uur`."""
    words: list[str] = []
    for word in folded.split():
        whole_and_half = re.fullmatch(_HALVES, word)
        whole_word = whole_and_half[1] if whole_and_half else ""
        if whole_word not in numbers():  # a second "en" counts as a slip: `vierenenhalf` is 4.5
            whole_word = whole_word.removesuffix("en")
        if whole_word in numbers():
            words.append(f"{numbers()[whole_word]}.5")
        else:
            words.append(_JOINED.get(word, word))
    text = " ".join(words)
    # Longer phrases first: "quatre" is also in "quatre vingt".
    for phrase in sorted(numbers(), key=len, reverse=True):
        is_word_of_time = phrase in _KINDS  # "een" in "een half uur" is not 1
        if phrase in text and not is_word_of_time:
            text = re.sub(rf"\b{phrase}\b", str(numbers()[phrase]), text)
    return text


def _sum(parts: list[_Part]) -> float | None:
    """Return the minutes of all *parts* together; None if they are not a length of time."""
    total = 0.0
    unit = ""
    index = 0
    while index < len(parts):
        kinds = [kind for kind, _figure in parts[index : index + _PATTERN_MOST]]
        _kind, figure = parts[index]
        step = _step(kinds, figure, unit, is_last=index + 1 == len(parts))
        if step is None:
            return None
        total += step.minutes
        index += step.part_count
        unit = step.unit
    return total


def _step(kinds: list[str], figure: float, unit: str, *, is_last: bool) -> _Step | None:
    """Return the length of time at the start of the next *kinds*; None if there is none.

    *figure* is that of the first part, and *is_last* whether it is the only one left. *unit* is
    that of the parts before, or empty.
    """
    is_whole = figure == int(figure)
    for pattern, (minutes_each, more_minutes, ends_with) in _STEPS:
        begins_with_and = pattern == ["and"] and not unit  # nothing to add to
        if kinds[: len(pattern)] != pattern or begins_with_and:
            continue
        # Hours may have decimals, as in 1.5 hours; minutes and quarters may not.
        if not is_whole and ends_with != "hour":
            return None
        return _Step(figure * minutes_each + more_minutes, len(pattern), ends_with or unit)
    if kinds == ["half"] and unit == "hour":  # "an hour and a half"
        return _Step(30.0, 1, "minute")
    is_minutes = unit == "" or (unit == "hour" and figure < _HOUR)  # `45`, or `1 u 30`
    if kinds == ["figure"] and is_last and is_whole and is_minutes:
        return _Step(figure, 1, "minute")
    return None


_HOUR: Final = 60
_PATTERN_MOST: Final = 4
"""The most parts of a pattern in `_STEPS`."""
_STEPS: Final[tuple[tuple[list[str], tuple[float, float, str]], ...]] = (
    (["and"], (0, 0, "")),
    (["half", "hour"], (0, 30, "hour")),
    (["figure", "and", "half", "hour"], (60, 30, "hour")),
    (["figure", "half", "hour"], (60, 30, "hour")),
    (["figure", "hour"], (60, 0, "hour")),
    (["figure", "quarter", "hour"], (15, 0, "minute")),
    (["figure", "quarter"], (15, 0, "minute")),
    (["figure", "minute"], (1, 0, "minute")),
    (["quarter", "hour"], (0, 15, "minute")),
    (["hour"], (0, 60, "hour")),
    (["quarter"], (0, 15, "minute")),
)
"""By the kinds of parts: minutes for each of the figure, minutes to add, and the unit at the end.

The first pattern that fits counts.
"""
