"""Printing many lines that already fit the width, without Rich measuring them again."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from rich.console import Console, Group
from rich.segment import Segment, Segments
from rich.style import Style
from rich.text import Text


def print_lines(out: Console, lines: Group) -> None:
    """Print *lines*, a group of texts that fit the width; the same as `out.print`, but quicker."""
    texts = (line for line in lines.renderables if isinstance(line, Text))
    out.print(Segments(_segments(out, texts)), end="", crop=False)


def _segments(out: Console, lines: Iterable[Text]) -> Iterator[Segment]:
    """Yield the styled pieces of *lines*, each line followed by a line end.

    Styles are looked up once by name. A span that has no overlap with another only has to be
    combined with the style of its line, and text between spans has the style of the line.
    """
    styles: dict[str | Style, Style] = {}

    def style(name: str | Style) -> Style:
        if name not in styles:
            styles[name] = out.get_style(name, default="")
        return styles[name]

    for line in lines:
        if _has_overlap(line):  # Rich knows how the styles combine
            yield from line.render(out)
        else:
            line_style, plain = style(line.style), line.plain
            position = 0
            for start, end, name in line.spans:
                if start > position:
                    yield Segment(plain[position:start], line_style)
                span_style = line_style + style(name) if line.style else style(name)
                yield Segment(plain[start:end], span_style)
                position = end
            if position < len(plain):
                yield Segment(plain[position:], line_style)
        yield Segment.line()


def _has_overlap(line: Text) -> bool:
    """Return whether a span begins before the one before it ends."""
    return any(before.end > after.start for before, after in pairwise(line.spans))
