"""The part of a text around the words that were found, with signs or pieces for them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from coachlog.base.safe import visible_line

ROOM = 160
"""Characters of an excerpt on one line."""


class Mark(NamedTuple):
    """From where to where something was found."""

    start: int
    end: int


class Piece(NamedTuple):
    """Some characters, and whether they were looked for."""

    text: str
    found: bool


def marks(marked: str, opening: str, closing: str) -> list[Mark]:
    """The places between *opening* and *closing* signs, counted as if these were not there."""
    found, at = [], 0
    before, *rest = marked.split(opening)
    at = len(before)
    for part in rest:
        inside, _sign, after = part.partition(closing)
        found.append(Mark(at, at + len(inside)))
        at += len(inside) + len(after)
    return found


def moved(found: Sequence[Mark], places: Sequence[int]) -> list[Mark]:
    """The same marks in a text of which *places* tells where each of the letters comes from.

    Several letters may come from one sign, which is marked once.
    """
    there: list[Mark] = []
    for one in found:
        end = max(places[one.end], places[one.end - 1] + 1)
        start = max(places[one.start], there[-1].end if there else 0)
        if start < end:
            there.append(Mark(start, end))
    return there


def excerpt(text: str, found: Sequence[Mark], room: int = ROOM) -> str:
    """*text* around the first of what was found, on one line, with `[ ]` around the words."""
    return "".join(f"[{text}]" if marked else text for text, marked in pieces(text, found, room))


def pieces(text: str, found: Sequence[Mark], room: int, more: str = "…") -> list[Piece]:
    """The same in pieces that are safe to print; *more* stands where something was left out."""
    first, last = _window(text, found[0], room)
    inside = [
        Mark(max(one.start, first), min(one.end, last))
        for one in found
        if one.start < last and one.end > first
    ]
    bounds = [first, *(bound for one in inside for bound in one), last]
    cut = [visible_line(text[start:end]) for start, end in pairwise(bounds)]
    told = [Piece(part, at % 2 == 1) for at, part in enumerate(cut) if part]
    before = [Piece(more + " ", False)] if first else []
    after = [Piece(" " + more, False)] if last < len(text) else []
    return [*before, *told, *after]


def _window(text: str, mark: Mark, room: int) -> tuple[int, int]:
    """From where to where: about a quarter comes before what was found; words stay whole."""
    if len(text) <= room:
        return 0, len(text)
    first = max(0, min(mark.start - room // 4, len(text) - room))
    if first:
        space = text.find(" ", first, mark.start)
        first = space + 1 if space >= 0 else first
    last = min(first + room, len(text))
    if last < len(text):
        space = text.rfind(" ", mark.end, last)
        last = space if space > mark.end else last
    return first, last
