"""Draws lines that stand ready in parts with a style each."""

from collections.abc import Iterable

from rich.console import Group
from rich.text import Text

from coachlog.overview.styled import Line
from coachlog.render.console import console
from coachlog.safe import visible_line

INDENT = "  "


def print_styled(lines: Iterable[Line]) -> None:
    """Print *lines* on stdout, wrapped between words; what is indented hangs beneath itself."""
    out = console()
    out.print(Group(*(one for each in lines for one in _wrapped(each, out.width))))


def _wrapped(parts: Line, width: int) -> list[Text]:
    text = Text()
    for part in parts:
        text.append(visible_line(part.text), part.style)
    hanging = len(text.plain) - len(text.plain.lstrip(" "))
    if text.cell_len <= width or not hanging:
        return [text]
    rest = text[hanging:].wrap(console(width=width), max(width - hanging - len(INDENT), 8))
    first = Text(" " * hanging).append_text(rest[0])
    return [first, *(Text(" " * hanging + INDENT).append_text(one) for one in rest[1:])]
