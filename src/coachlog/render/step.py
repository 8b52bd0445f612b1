"""A step of a peer consultation in large calm type: the time left, who speaks, what is not said."""

from collections.abc import Sequence
from types import TracebackType
from typing import NamedTuple, Self

from rich.align import Align
from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.table import Table
from rich.text import Text

from coachlog.render.console import console, line

WIDEST = 84
"""The most columns of a step: longer lines are hard to read from a chair."""
LEAST_HEIGHT = 24
"""The fewest rows of a window for large figures."""

_FIGURES = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": (" ▀█", "  █", "  ▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
    ":": ("▄", " ", "▀"),
}
"""The figures of the clock, three rows high."""


class StepPicture(NamedTuple):
    """What the screen shows of a step.

    *heading* is small, *title* large; *clock* is the time left, *status* a word about it, *late*
    whether that is over. *details* are labels with texts; *notes* are quiet lines, *keys* what can
    be pressed, *typed* what stands in the line.
    """

    heading: str
    title: str
    clock: str
    status: str
    late: bool
    do: str
    details: Sequence[tuple[str, str]]
    notes: Sequence[str]
    keys: str
    typed: str = ""


class StepScreen:
    """The whole window while a step goes on; what stood there before comes back at the end."""

    def __init__(self, *, ascii_only: bool) -> None:
        self._console: Console = console()
        self._ascii_only = ascii_only
        self._live = Live(console=self._console, screen=True, auto_refresh=False)

    def draw(self, picture: StepPicture) -> None:
        """Show *picture* in place of the one before."""
        self._live.update(self._layout(picture), refresh=True)

    def _layout(self, picture: StepPicture) -> RenderableType:
        width = min(self._console.width - 4, WIDEST)
        is_large = self._console.height >= LEAST_HEIGHT and not self._ascii_only
        parts: list[RenderableType] = [
            line(picture.heading, "quiet"),
            Text(""),
            line(_spaced(picture.title), "heading"),
            Text(""),
            *_clock(picture, is_large=is_large),
            Text(""),
            line(picture.do, "heading"),
            Text(""),
            _details(picture.details),
            Text(""),
            *(line(note, "quiet") for note in picture.notes),
            Text(""),
            line(picture.typed or picture.keys, "" if picture.typed else "quiet"),
        ]
        height = self._console.height
        return Align.center(Group(*parts), vertical="middle", width=width, height=height)

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._live.stop()


def _spaced(title: str) -> str:
    """Return a title in capitals with room between them: as large as a terminal can."""
    return "   ".join(" ".join(word.upper()) for word in title.split())


def _clock(picture: StepPicture, *, is_large: bool) -> list[RenderableType]:
    """Return the time left, with large figures where there is room, and a word about it."""
    style = "late" if picture.late else "number"
    status = line(picture.status, style)  # a line of its own, so that nothing below it moves
    if not is_large:
        return [line(picture.clock, style), status]
    rows = ("  ".join(_FIGURES[sign][row] for sign in picture.clock) for row in range(3))
    return [*(Text(row, style=style) for row in rows), status]


def _details(details: Sequence[tuple[str, str]]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column()
    for label, text in details:
        table.add_row(line(label, "quiet"), line(text))
    return table
