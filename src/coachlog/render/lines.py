"""Printing many lines that were fitted before: Rich need not measure and wrap them once more."""

from collections.abc import Iterable, Iterator

from rich.console import Console, Group
from rich.segment import Segment, Segments
from rich.style import Style
from rich.text import Text


def print_lines(out: Console, lines: Group) -> None:
    """Print *lines*, a group of texts that fit the width; the same as `out.print`, but quicker."""
    texts = (line for line in lines.renderables if isinstance(line, Text))
    out.print(Segments(_segments(out, texts)), end="", crop=False)


def _segments(out: Console, lines: Iterable[Text]) -> Iterator[Segment]:
    known: dict[str | Style, Style] = {}

    def style(name: str | Style) -> Style:
        if name not in known:
            known[name] = out.get_style(name, default="")
        return known[name]

    for line in lines:
        whole, plain, at = style(line.style), line.plain, 0
        if any(
            left.end > right.start for left, right in zip(line.spans, line.spans[1:], strict=False)
        ):
            yield from line.render(out)
            at = len(plain)
        else:
            for start, end, name in line.spans:
                if start > at:
                    yield Segment(plain[at:start], whole)
                yield Segment(plain[start:end], whole + style(name) if line.style else style(name))
                at = end
        if at < len(plain):
            yield Segment(plain[at:], whole)
        yield Segment.line()
