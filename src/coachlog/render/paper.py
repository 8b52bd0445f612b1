"""The paper that pages and timelines are drawn on: its width, its signs, and fitting text to it."""

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.text import Span, Text

from coachlog.base.texts import NO_BREAK
from coachlog.display.signs import ASCII, DRAWN, Signs, to_ascii

LINE_MOST = 88
"""Longer lines are tiring to read."""
NARROW, WIDE = 60, 100
ALL = 1_000_000
"""As a number of lines: never cut."""

_COLUMN_GAP = "   "
_TIED_SPACE = re.compile(rf"{NO_BREAK}|(?<=\S) (?=[:;?!»])|(?<=«) (?=\S)")
"""A space at which no line may break: a no-break space, or one beside French punctuation."""
_TIE = "\uf8fe"  # one cell wide and no space: Rich breaks at no-break spaces too


class Paper:
    """The width to draw on, and whether to use ASCII only."""

    def __init__(self, width: int, *, ascii_only: bool) -> None:
        self.width = width
        self.ascii_only = ascii_only
        self.signs: Signs = ASCII if ascii_only else DRAWN
        self._console = Console(width=width, markup=False, highlight=False)

    @property
    def narrow(self) -> bool:
        """Whether only the texts themselves fit, with nothing beside them."""
        return self.width < NARROW

    @property
    def wide(self) -> bool:
        """Whether there is room for two columns of text."""
        return self.width >= WIDE

    def adapt(self, text: str) -> str:
        """Return *text* of the program (not of a person), in ASCII where the paper needs that."""
        return to_ascii(text) if self.ascii_only else text

    def wrap(self, words: Text, room: int, most: int = 6) -> list[Text]:
        """Return *words* on lines of at most *room* cells; after *most* lines they are cut."""
        room = min(room, LINE_MOST)
        if words.cell_len <= room and "\n" not in words.plain:
            return [words]  # wrapping is what costs most on a long timeline
        lines = self._break(words, room)
        if len(lines) > most:
            lines = lines[:most]
            lines[-1].truncate(room - len(self.signs.more))
            lines[-1].append(self.signs.more)
        for wrapped_line in lines:
            wrapped_line.rstrip()
        return lines

    def _break(self, words: Text, room: int) -> list[Text]:
        """Break *words* between words, but never between a word and its French punctuation.

        The spaces between those are replaced by _TIE while Rich wraps, and put back afterwards.
        """
        tied_spaces = iter(_TIED_SPACE.findall(words.plain))
        tied_text = _TIED_SPACE.sub(_TIE, words.plain)
        can_tie = _TIE not in words.plain  # else its own _TIE would become a space afterwards
        if can_tie and (ends := _line_ends(tied_text, room)):
            return list(words.divide(ends))
        has_tied_space = tied_text != words.plain
        if not can_tie or not has_tied_space:
            return list(words.wrap(self._console, room, overflow="fold"))
        words = words.copy()
        words.plain = tied_text
        lines = list(words.wrap(self._console, room, overflow="fold"))
        for wrapped_line in lines:
            wrapped_line.plain = re.sub(_TIE, lambda _tie: next(tied_spaces), wrapped_line.plain)
        return lines

    def cut(self, words: Text, room: int) -> Text:
        """Shorten *words* in place to *room* cells, and return them."""
        if words.cell_len > room:
            words.truncate(max(room - len(self.signs.more), 0))
            words.append(self.signs.more)
        return words

    def with_sign(
        self,
        sign: str,
        style: str,
        words: Text,
        room: int,
        tails: Sequence[Text] = (),
        most: int = 4,
    ) -> list[Text]:
        """Return *words* wrapped after a *sign* in *style*, with *most* lines at most.

        The *tails* follow on the last line, or on lines of their own; none of them is broken.
        """
        indent = len(sign) + 1
        lines = self.wrap(words, room - indent, most)
        if tails:
            lines[-1:] = self.flow([lines[-1], *tails], min(room - indent, LINE_MOST))
        first_line = Text(f"{sign} ", spans=[Span(0, len(sign), style)]).append_text(lines[0])
        return [first_line, *(Text(" " * indent).append_text(line) for line in lines[1:])]

    def flow(self, pieces: Iterable[Text], room: int) -> list[Text]:
        """Return *pieces* with dots between them on lines of *room* cells.

        A piece is never broken, but cut if it is wider than a line.
        """
        dot = f" {self.signs.dot} "
        lines: list[Text] = []
        for piece in pieces:
            self.cut(piece, room)
            if lines and lines[-1].cell_len + len(dot) + piece.cell_len <= room:
                lines[-1].append(dot, "quiet").append_text(piece)
            else:
                lines.append(Text().append_text(piece))
        return lines

    def columns(self, left: list[Text], right: list[Text], room: int) -> list[Text]:
        """Return *left* and *right* beside each other; *left* was wrapped to *room* cells."""
        lines = []
        for left_line, right_line in zip_longest(left, right):
            # In a text of its own: the style of the left line must not colour the right one.
            row = Text().append_text(left_line) if left_line else Text()
            if right_line is not None:
                row.append(" " * (room - row.cell_len) + _COLUMN_GAP).append_text(right_line)
            lines.append(row)
        return lines

    def half_widths(self, room: int) -> tuple[int, int]:
        """Return the widths of the left and of the right column, which share *room* cells."""
        left_width = min((room - len(_COLUMN_GAP)) // 2, LINE_MOST)
        right_width = min(room - len(_COLUMN_GAP) - left_width, LINE_MOST)
        return left_width, right_width


def _line_ends(text: str, room: int) -> list[int]:
    """Return the positions where Rich would break *text*; a quick way for the usual case.

    Empty where that is not sure: wide characters, other white space, or words longer than *room*.
    """
    words = text.split()
    has_single_spaces = " ".join(words) == text
    is_one_cell_each = cell_len(text) == len(text)
    if not has_single_spaces or not is_one_cell_each or max(map(len, words)) > room:
        return []
    ends: list[int] = []
    line_start = 0
    word_end = -1  # so that the first word starts at 0
    for word in words:
        word_start = word_end + 1
        if word_start + len(word) - line_start > room:
            line_start = word_start
            ends.append(line_start)
        word_end = word_start + len(word)
    return ends
