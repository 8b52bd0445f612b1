"""The page a timeline is drawn on: its signs, its columns, and how text is fitted into them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from rich.console import Console
from rich.text import Text


class Signs(NamedTuple):
    """The signs of a timeline; each is explained by a word beside it or in the legend."""

    axis: str
    first: str
    branch: str
    rule: str
    gap: str
    held: str
    not_held: str
    day: str
    today: str
    ahead: str
    plus: str
    done: str
    partly: str
    open: str
    overdue: str
    dropped: str
    up: str
    down: str
    level: str
    first_score: str
    dot: str
    arrow: str
    more: str
    quote: str
    unquote: str


DRAWN = Signs._make("│┌├─┊●×·◆◇+✓◐○!×↗↘=•·→…“”")
ASCII = Signs._make([*"|++-:@x.#>+v~o!x/\\=*-", "->", "...", '"', '"'])

_GUTTER, _NARROW, _WIDE = 7, 60, 100
_LINE_MOST = 88
_BETWEEN = "   "


class Page(NamedTuple):
    """Where and how is drawn. *program* starts coachlog; *dotted* marks a gap."""

    today: date
    language: str
    width: int
    ascii_only: bool
    console: Console
    program: str
    dotted: bool = False

    @property
    def signs(self) -> Signs:
        return ASCII if self.ascii_only else DRAWN

    @property
    def narrow(self) -> bool:
        """Whether there is no room for days left of the axis."""
        return self.width < _NARROW

    @property
    def wide(self) -> bool:
        """Whether a conversation has room for two columns."""
        return self.width >= _WIDE

    @property
    def gutter(self) -> int:
        """Cells left of the axis."""
        return 0 if self.narrow else _GUTTER + 2

    @property
    def room(self) -> int:
        """Cells right of the axis."""
        return self.width - self.gutter - (2 if self.narrow else 3)

    def row(
        self, content: Text | None = None, sign: str = "", day: str = "", style: str = "quiet"
    ) -> Text:
        """One line of the page: *day*, the *sign* on the axis in *style*, and the *content*."""
        made = Text(no_wrap=True, overflow="crop")
        if not self.narrow:
            made.append(f"{day:>{_GUTTER}}  ", "date")
        made.append(sign or (self.signs.gap if self.dotted else self.signs.axis), style)
        if content:
            made.append(" " if self.narrow else "  ").append_text(content)
        return made

    def fitted(self, words: Text, room: int, most: int = 6) -> list[Text]:
        """*words* on lines of at most *room* cells, and no more than *most* lines."""
        if words.cell_len <= min(room, _LINE_MOST) and "\n" not in words.plain:
            return [words]  # wrapping is what costs most on a long timeline
        lines = list(words.wrap(self.console, min(room, _LINE_MOST), overflow="fold"))
        if len(lines) > most:
            lines = lines[:most]
            lines[-1].truncate(min(room, _LINE_MOST) - len(self.signs.more))
            lines[-1].append(self.signs.more)
        for one in lines:
            one.rstrip()
        return lines

    def cut(self, words: Text, room: int) -> Text:
        """*words* on one line, cut where there is no more room."""
        if words.cell_len > room:
            words.truncate(max(room - len(self.signs.more), 0))
            words.append(self.signs.more)
        return words

    def signed(
        self, sign: str, style: str, words: Text, room: int, tails: Sequence[Text] = ()
    ) -> list[Text]:
        """*words* after a *sign*, hanging beneath the first word; each of *tails* in one piece."""
        indent = len(sign) + 1
        lines = self.fitted(words, room - indent, most=4)
        if tails:
            lines[-1:] = self.flow([lines[-1], *tails], min(room - indent, _LINE_MOST))
        heads = [Text().append(sign, style).append(" ")] + [Text(" " * indent) for _ in lines[1:]]
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
            one = Text().append_text(left[at]) if at < len(left) else Text()
            if at < len(right):
                one.append(" " * (room - one.cell_len) + _BETWEEN).append_text(right[at])
            lines.append(one)
        return lines

    def halves(self) -> tuple[int, int]:
        """Cells of the left and of the right column."""
        left = min((self.room - len(_BETWEEN)) // 2, _LINE_MOST)
        return left, min(self.room - len(_BETWEEN) - left, _LINE_MOST)
