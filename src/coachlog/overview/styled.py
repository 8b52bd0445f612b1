"""Lines of a page as parts with a style each: printed plainly, or drawn by `render.styled`."""

from collections.abc import Iterable
from typing import NamedTuple

from coachlog.safe import visible_line


class Part(NamedTuple):
    """A piece of a line in one of the styles of the console; stored text is shown, never obeyed."""

    text: str
    style: str = ""


Line = tuple[Part, ...]


def line(*parts: Part | str) -> Line:
    """A line of *parts*; a plain text has no style."""
    return tuple(Part(part) if isinstance(part, str) else part for part in parts)


def heading(text: str) -> list[Line]:
    """An empty line, then *text* as a heading."""
    return [(), line(Part(text, "heading"))]


def plain(lines: Iterable[Line]) -> str:
    """*lines* without styles, for a pipe or a screen reader."""
    return "".join(visible_line("".join(part.text for part in each)) + "\n" for each in lines)
