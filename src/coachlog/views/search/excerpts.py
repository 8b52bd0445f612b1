"""The part of a text around the words that a search matched, with these words marked."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from coachlog.base.safe import visible_line

EXCERPT_LENGTH = 160
"""Characters of an excerpt on one line."""


class Mark(NamedTuple):
    """The indexes in a text at which a match starts and, exclusively, ends."""

    start: int
    end: int


class Piece(NamedTuple):
    """A part of an excerpt, and whether it is a match."""

    text: str
    is_match: bool


def marks(marked: str, opening: str, closing: str) -> list[Mark]:
    """Return the marks of a text with *opening* and *closing* characters around matches.

    Indexes are those in the text without these characters: `a <b> c` has the mark 2 to 3.
    """
    found = []
    before, *rest = marked.split(opening)
    index = len(before)
    for part in rest:
        match, _closing, after = part.partition(closing)
        found.append(Mark(index, index + len(match)))
        index += len(match) + len(after)
    return found


def original_marks(folded_marks: Sequence[Mark], origins: Sequence[int]) -> list[Mark]:
    """Return marks in a folded text as marks in the original text.

    *origins* has for each index of the folded text the index it comes from. Several folded
    letters may come from one character, as `ae` from `æ`: that one is marked once.
    """
    original: list[Mark] = []
    for mark in folded_marks:
        # A match may end within the letters of one character: all of that character is marked.
        end = max(origins[mark.end], origins[mark.end - 1] + 1)
        start = max(origins[mark.start], original[-1].end if original else 0)
        if start < end:
            original.append(Mark(start, end))
    return original


def excerpt(text: str, matches: Sequence[Mark], length: int = EXCERPT_LENGTH) -> str:
    """Return *text* around the first match, on one line, with `[ ]` around matches."""
    return "".join(
        f"[{part}]" if is_match else part for part, is_match in pieces(text, matches, length)
    )


def pieces(text: str, matches: Sequence[Mark], length: int, ellipsis: str = "…") -> list[Piece]:
    """Return about *length* characters of *text* around the first match, as printable pieces.

    Matches and other text alternate; an *ellipsis* stands where something was left out.
    """
    first, last = _window(text, matches[0], length)
    inside = [
        Mark(max(mark.start, first), min(mark.end, last))
        for mark in matches
        if mark.start < last and mark.end > first
    ]
    bounds = [first, *(bound for mark in inside for bound in mark), last]
    parts = [visible_line(text[start:end]) for start, end in pairwise(bounds)]
    # The first part is before the first match, so matches have odd indexes.
    shown = [Piece(part, index % 2 == 1) for index, part in enumerate(parts) if part]
    before = [Piece(ellipsis + " ", is_match=False)] if first else []
    after = [Piece(" " + ellipsis, is_match=False)] if last < len(text) else []
    return [*before, *shown, *after]


def _window(text: str, mark: Mark, length: int) -> tuple[int, int]:
    """Return the bounds of an excerpt of at most *length* characters, at spaces if possible.

    About a quarter of it comes before the match.
    """
    if len(text) <= length:
        return 0, len(text)
    first = max(0, min(mark.start - length // 4, len(text) - length))
    if first:
        space = text.find(" ", first, mark.start)
        first = space + 1 if space >= 0 else first
    last = min(first + length, len(text))
    if last < len(text):
        space = text.rfind(" ", mark.end, last)
        last = space if space > mark.end else last
    return first, last
