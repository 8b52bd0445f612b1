"""Printing many lines that were fitted before: Rich need not measure and wrap them once more."""

from rich.console import Console, Group
from rich.segment import Segments
from rich.text import Text


def print_lines(out: Console, lines: Group) -> None:
    """Print *lines*, a group of texts that fit the width; the same as `out.print`, but quicker."""
    texts = (line for line in lines.renderables if isinstance(line, Text))
    whole = Text("\n").join(texts)
    out.print(Segments(whole.render(out, end="\n")), end="", crop=False)
