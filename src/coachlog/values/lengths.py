"""Reads lengths of time as people say them: `45`, `1u30`, `een half uurtje`, `une demi-heure`."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from coachlog.base.texts import N_
from coachlog.values.errors import NotALengthError, short
from coachlog.values.figures import bare
from coachlog.values.number_words import numbers

MINUTES_MOST: Final = 1440
"""The minutes of a day; no conversation takes longer."""

_WORDS: Final = {
    "hour": "u uur uren uurtje uurtjes h heure heures heurette hour hours hr hrs",
    "quarter": "kwartier kwartieren kwartiertje kwartiertjes quart quarts quarter quarters",
    "minute": "m min mins minuut minuten minuutje minuutjes minute minutes '",
    "half": "half halve demi demie 1/2",
    "and": "en et and + ,",
    "": "een un une a an of de d' d goede goed goeie dik dikke klein kleine volle ruim bonne petite"
    " petit grosse full good short whole heel hele the het le la l'",
}
_KINDS: Final = {word: kind for kind, words in _WORDS.items() for word in words.split()}
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
    folded = None if isinstance(value, bool) else bare(str(value))
    length = _read(folded) if folded else None
    if length is not None and 1 <= length <= most:
        return length
    if folded and length is None and (bounds := re.fullmatch(_RANGE, folded)):
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
    parts = list(_parts(folded))
    total = None if None in parts or not parts else _sum([part for part in parts if part])
    return None if total is None else int(total + 0.5)


_Part = tuple[str, float]
"""A kind of `_WORDS` or "figure", and the figure, 0 for a word."""


class _Step(NamedTuple):
    """The minutes of a few parts, how many parts were *taken*, and the *unit* they end with."""

    minutes: float
    taken: int
    unit: str


def _parts(folded: str) -> Iterator[_Part | None]:
    """Yield the figures and words of time in order, and None for anything else."""
    spaced = _numbers_in_digits(folded.replace("-", " "))
    if folded.startswith("-") or re.sub(_PIECE, "", spaced).strip(" ."):
        yield None
    for piece in re.findall(_PIECE, spaced):
        kind = _KINDS.get(piece)
        if piece[0].isdigit() and "/" not in piece:
            yield "figure", float(piece.replace(",", "."))
        elif kind:
            yield kind, 0.0
        elif kind is None:
            yield None


def _numbers_in_digits(folded: str) -> str:
    """Return the text with numbers in digits: `tweeënhalf uur` is `2.5 uur`, `twee uur` `2 uur`."""
    words: list[str] = []
    for word in folded.split():
        halves = re.fullmatch(_HALVES, word)
        figure = numbers().get(halves[1].removesuffix("en")) if halves else None
        words += [f"{figure}.5" if figure is not None else _JOINED.get(word, word)]
    text = " ".join(words)
    for phrase, figure in sorted(numbers().items(), key=lambda pair: -len(pair[0])):
        if phrase in text and phrase not in _KINDS:
            text = re.sub(rf"\b{phrase}\b", str(figure), text)
    return text


def _sum(parts: list[_Part]) -> float | None:
    """Return the minutes of all *parts* together; None if they are not a length of time."""
    total = 0.0
    unit = ""
    index = 0
    while index < len(parts):
        kinds = [kind for kind, _figure in parts[index : index + 4]]
        step = _step(kinds, parts[index][1], unit, last=index + 1 == len(parts))
        if step is None:
            return None
        total += step.minutes
        index += step.taken
        unit = step.unit
    return total


def _step(kinds: list[str], figure: float, unit: str, *, last: bool) -> _Step | None:
    """Read the first of the next *kinds*, after *unit*; None if they are not a length of time.

    *figure* is that of the first part, and *last* whether it is the only one left.
    """
    for pattern, (minutes_each, more_minutes, ends_with) in _STEPS:
        if kinds[: len(pattern)] != pattern or (pattern == ["and"] and not unit):
            continue
        # Hours may have decimals, as in 1.5 hours; minutes and quarters may not.
        if figure != int(figure) and ends_with != "hour":
            return None
        return _Step(figure * minutes_each + more_minutes, len(pattern), ends_with or unit)
    if kinds == ["half"] and unit == "hour":  # "an hour and a half"
        return _Step(30.0, 1, "minute")
    is_minutes = unit == "" or (unit == "hour" and figure < _HOUR)  # `45`, or `1 u 30`
    if kinds == ["figure"] and last and figure == int(figure) and is_minutes:
        return _Step(figure, 1, "minute")
    return None


_HOUR: Final = 60
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
