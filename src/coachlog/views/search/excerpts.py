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
    match_marks = []
    text_before, *parts = marked.split(opening)
    index = len(text_before)
    for part in parts:
        match, _closing, text_after = part.partition(closing)
        match_marks.append(Mark(index, index + len(match)))
        index += len(match) + len(text_after)
    return match_marks


def original_marks(folded_marks: Sequence[Mark], origins: Sequence[int]) -> list[Mark]:
    """Return marks in a folded text as marks in the original text.

    *origins* has for each index of the folded text the index it comes from. Several folded
    letters may come from one character, as `ae` from `æ`: that one is marked once.
    """
    marks_in_original: list[Mark] = []
    previous_end = 0
    for mark in folded_marks:
        # A match may end within the letters of one character: all of that character is marked.
        end = max(origins[mark.end], origins[mark.end - 1] + 1)
        start = max(origins[mark.start], previous_end)
        if start < end:
            marks_in_original.append(Mark(start, end))
            previous_end = end
    return marks_in_original


def excerpt(text: str, matches: Sequence[Mark], length: int = EXCERPT_LENGTH) -> str:
    """Return *text* around the first match, on one line, with `[ ]` around matches."""
    return "".join(
        f"[{part}]" if is_match else part for part, is_match in pieces(text, matches, length)
    )


def pieces(text: str, matches: Sequence[Mark], length: int, ellipsis: str = "…") -> list[Piece]:
    """Return about *length* characters of *text* around the first match, as printable pieces.

    Matches and other text alternate; an *ellipsis* stands where something was left out.
    """
    excerpt_start, excerpt_end = _window(text, matches[0], length)
    bounds = [excerpt_start]
    for mark in matches:
        if mark.start < excerpt_end and mark.end > excerpt_start:
            bounds += [max(mark.start, excerpt_start), min(mark.end, excerpt_end)]
    bounds.append(excerpt_end)
    parts = [visible_line(text[start:end]) for start, end in pairwise(bounds)]
    # The first part is before the first match, so matches have odd indexes.
    excerpt_pieces = [Piece(part, index % 2 == 1) for index, part in enumerate(parts) if part]
    if excerpt_start > 0:
        excerpt_pieces.insert(0, Piece(ellipsis + " ", is_match=False))
    if excerpt_end < len(text):
        excerpt_pieces.append(Piece(" " + ellipsis, is_match=False))
    return excerpt_pieces


def _window(text: str, mark: Mark, length: int) -> tuple[int, int]:
    """Return start and end of an excerpt of at most *length* characters around *mark*.

    About a quarter of it comes before the match, less near the start of *text*, more near its end.
    It begins and ends at spaces, so that no word is cut, unless there is none before the match.
    """
    if len(text) <= length:
        return 0, len(text)
    start = max(0, min(mark.start - length // 4, len(text) - length))
    if start > 0:
        space = text.find(" ", start, mark.start)
        start = space + 1 if space >= 0 else start
    end = min(start + length, len(text))
    if end < len(text):
        space = text.rfind(" ", mark.end, end)
        end = space if space > mark.end else end
    return start, end
