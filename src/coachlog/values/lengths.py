"""A length of time out of what people say: `45`, `1u30`, `een half uurtje`, `une demi-heure`."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from coachlog.base.texts import N_
from coachlog.values.errors import NotALengthError, short
from coachlog.values.figures import bare
from coachlog.values.number_words import numbers

MINUTES_MOST: Final = 1440
"""Minutes of a day: no conversation takes longer."""

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
    """A length of time in minutes; a bare figure is minutes. Raises NotALengthError."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    said = None if isinstance(value, bool) else bare(str(value))
    found = _whole(said) if said else None
    if found is not None and 1 <= found <= most:
        return found
    if said and found is None and (two := re.fullmatch(_RANGE, said)):
        raise NotALengthError(
            NotALengthError.cause,
            N_("{below} or {above}?"),
            answer=short(value),
            most=most,
            below=int(two[1]),
            above=int(two[2]),
        )
    raise NotALengthError(answer=short(value), most=most)


def _whole(said: str) -> int | None:
    if found := re.fullmatch(_CLOCK, said):
        return int(found[1]) * 60 + int(found[2])
    parts = list(_parts(said))
    total = None if None in parts or not parts else _sum([part for part in parts if part])
    return None if total is None else int(total + 0.5)


_Part = tuple[str, float]


class _Step(NamedTuple):
    """How many minutes some parts are, how many parts that takes, and the unit they end with."""

    minutes: float
    taken: int
    unit: str


def _parts(said: str) -> Iterator[_Part | None]:
    """Figures and words of time, in their order; None for what is neither."""
    spaced = _numbers_in_figures(said.replace("-", " "))
    if said.startswith("-") or re.sub(_PIECE, "", spaced).strip(" ."):
        yield None
    for piece in re.findall(_PIECE, spaced):
        kind = _KINDS.get(piece)
        if piece[0].isdigit() and "/" not in piece:
            yield "figure", float(piece.replace(",", "."))
        elif kind:
            yield kind, 0.0
        elif kind is None:
            yield None


def _numbers_in_figures(said: str) -> str:
    words: list[str] = []
    for word in said.split():
        halves = re.fullmatch(_HALVES, word)
        figure = numbers().get(halves[1].removesuffix("en")) if halves else None
        words += [f"{figure}.5" if figure is not None else _JOINED.get(word, word)]
    text = " ".join(words)
    for phrase, figure in sorted(numbers().items(), key=lambda each: -len(each[0])):
        if phrase in text and phrase not in _KINDS:
            text = re.sub(rf"\b{phrase}\b", str(figure), text)
    return text


def _sum(parts: list[_Part]) -> float | None:
    """The minutes that *parts* tell together; None where they make no length."""
    total, unit, at = 0.0, "", 0
    while at < len(parts):
        kinds = [kind for kind, _figure in parts[at : at + 4]]
        figure = parts[at][1]
        step = _step(kinds, figure, unit, last=at + 1 == len(parts))
        if step is None:
            return None
        total, at, unit = total + step.minutes, at + step.taken, step.unit
    return total


def _step(kinds: list[str], figure: float, unit: str, *, last: bool) -> _Step | None:
    """What the next parts are; None where they make no length."""
    for begin, told in _STEPS:
        if kinds[: len(begin)] == begin and not (begin == ["and"] and not unit):
            a_figure, besides, ends = told
            whole = figure == int(figure) or ends == "hour"
            return _Step(figure * a_figure + besides, len(begin), ends or unit) if whole else None
    if kinds == ["half"] and unit == "hour":
        return _Step(30.0, 1, "minute")
    fits = kinds == ["figure"] and last and figure == int(figure)
    if fits and (unit == "" or (unit == "hour" and figure < _HOUR)):
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
"""How parts go on: minutes of one of the figure, those besides, the unit they end with."""
