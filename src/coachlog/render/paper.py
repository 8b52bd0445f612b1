"""The paper that pages and timelines are drawn on: its width, its signs, and fitting text to it."""

import re
from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Span, Text

from coachlog.base.texts import NO_BREAK
from coachlog.display.signs import ASCII, DRAWN, Signs, to_ascii

LINE_MOST = 88
"""Longer lines are tiring to read."""
NARROW, WIDE = 60, 100
ALL = 1_000_000
"""So many lines are never cut."""

_BETWEEN = "   "
_TIED = re.compile(rf"{NO_BREAK}|(?<=\S) (?=[:;?!»])|(?<=«) (?=\S)")
_TIE = "\uf8fe"  # of one cell and no space: Rich also breaks at those that are not to be broken


class Paper:
    """How wide is drawn, and whether in no more than ASCII."""

    def __init__(self, width: int, *, ascii_only: bool) -> None:
        self.width = width
        self.ascii_only = ascii_only
        self.signs: Signs = ASCII if ascii_only else DRAWN
        self._console = Console(width=width, markup=False, highlight=False)

    @property
    def narrow(self) -> bool:
        """Whether there is no room for anything beside the texts."""
        return self.width < NARROW

    @property
    def wide(self) -> bool:
        """Whether there is room for two columns of text."""
        return self.width >= WIDE

    def adapt(self, told: str) -> str:
        """Words and signs of the program, as this paper can show them."""
        return to_ascii(told) if self.ascii_only else told

    def wrap(self, words: Text, room: int, most: int = 6) -> list[Text]:
        """*words* on lines of at most *room* cells, and no more than *most* lines."""
        if words.cell_len <= min(room, LINE_MOST) and "\n" not in words.plain:
            return [words]  # wrapping is what costs most on a long timeline
        lines = self._wrapped(words, min(room, LINE_MOST))
        if len(lines) > most:
            lines = lines[:most]
            lines[-1].truncate(min(room, LINE_MOST) - len(self.signs.more))
            lines[-1].append(self.signs.more)
        for one in lines:
            one.rstrip()
        return lines

    def _wrapped(self, words: Text, room: int) -> list[Text]:
        """Broken between words; French signs stay with their word, and each space as it was."""
        spaces = iter(_TIED.findall(words.plain))
        tied = _TIED.sub(_TIE, words.plain)
        if _TIE not in words.plain and (ends := _ends(tied, room)):
            return list(words.divide(ends))
        if tied == words.plain or _TIE in words.plain:
            return list(words.wrap(self._console, room, overflow="fold"))
        words = words.copy()
        words.plain = tied
        lines = list(words.wrap(self._console, room, overflow="fold"))
        for one in lines:
            one.plain = re.sub(_TIE, lambda _tie: next(spaces), one.plain)
        return lines

    def cut(self, words: Text, room: int) -> Text:
        """*words* on one line, cut where there is no more room."""
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
        """*words* after a *sign*, hanging beneath the first word; each of *tails* in one piece."""
        indent = len(sign) + 1
        lines = self.wrap(words, room - indent, most)
        if tails:
            lines[-1:] = self.flow([lines[-1], *tails], min(room - indent, LINE_MOST))
        heads = [Text(f"{sign} ", spans=[Span(0, len(sign), style)])]
        heads += [Text(" " * indent) for _ in lines[1:]]
        return [head.append_text(one) for head, one in zip(heads, lines, strict=True)]

    def flow(self, pieces: Iterable[Text], room: int) -> list[Text]:
        """*pieces* with dots between them, on as many lines as they need; none is broken."""
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
        """*left*, which was fitted into *room*, and *right* beside each other."""
        lines = []
        for at in range(max(len(left), len(right))):
            one = left[at] if at < len(left) else Text()
            one = Text().append_text(one) if one.style else one
            if at < len(right):
                one.append(" " * (room - one.cell_len) + _BETWEEN).append_text(right[at])
            lines.append(one)
        return lines

    def half_widths(self, room: int) -> tuple[int, int]:
        """Cells of the left and of the right column, of *room*."""
        left = min((room - len(_BETWEEN)) // 2, LINE_MOST)
        return left, min(room - len(_BETWEEN) - left, LINE_MOST)


def _ends(told: str, room: int) -> list[int]:
    """Where Rich would break words of which each sign takes one cell; none where it is not so."""
    words = told.split()
    if " ".join(words) != told or cell_len(told) != len(told) or len(max(words, key=len)) > room:
        return []
    ends, start, at = [], 0, -1
    for word in words:
        if at + 1 + len(word) - start > room:
            start = at + 1
            ends.append(start)
        at += 1 + len(word)
    return ends
