"""A page of sections: one conversation, one goal, one person."""

from collections.abc import Sequence
from typing import Protocol

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from coachlog.render.console import ascii_only, console, line, text
from coachlog.texts import _

WIDEST = 96
LABEL = 26


class Part(Protocol):
    """A section: a title, a layer (shared or private), and lines of a label and a text."""

    @property
    def title(self) -> str: ...
    @property
    def layer(self) -> str: ...
    @property
    def lines(self) -> list[tuple[str, str]]: ...


def print_page(title: str, facts: str, parts: Sequence[Part]) -> None:
    """Print the page on stdout, at most 96 columns wide."""
    out = console()
    width = min(out.width, WIDEST)
    out.print(line(title, "person"), width=width)
    if facts:
        out.print(line(facts, "quiet"), width=width)
    out.print(Group(*(_part(part) for part in parts)), width=width)


def _part(part: Part) -> RenderableType:
    private = (
        Text(f"  {'*' if ascii_only() else '◌'} " + _("for you only"), style="quiet")
        if part.layer == "private"
        else Text()
    )
    body = Padding(_lines(part.lines), (0, 0, 0, 2))
    return (
        Group(Text(), Text.assemble(line(part.title, "heading"), private), body)
        if part.title
        else Group(Text(), body)
    )


def _lines(lines: list[tuple[str, str]]) -> RenderableType:
    if any(len(label) > LABEL for label, _text in lines):
        return Group(
            *(
                Group(line(label, "quiet"), Padding(text(said), (0, 0, 0, 2)))
                for label, said in lines
            )
        )
    grid = Table.grid(padding=(0, 2, 0, 0))
    if any(label for label, _text in lines):
        grid.add_column(no_wrap=True, max_width=LABEL)
    grid.add_column(overflow="fold")
    for label, said in lines:
        cells = (line(label, "quiet"), text(said)) if grid.columns[1:] else (text(said),)
        grid.add_row(*cells)
    return grid
