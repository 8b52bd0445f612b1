"""A matrix: rows, columns and the numbers where they meet, if there is room for it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from coachlog.display.page import Grid, Head
from coachlog.display.signs import DRAWN
from coachlog.render.console import line
from coachlog.render.paper import Paper

BETWEEN, LEAST, MOST = 2, 9, 20
"""Cells between two columns, and the fewest and the most that a column gets."""

_LABEL_LEAST, _LABEL_SHARE = 18, 0.4
_HEADING_MOST, _LABEL_MOST = 3, 2
"""Lines of a heading, and of the text of a row."""


class _Sizes(NamedTuple):
    label: int
    column: int


def grid(told: Grid, paper: Paper, room: int) -> list[Text]:
    """The lines of *told* in *room* cells; none where it does not fit.

    Columns without a number are left out before that.
    """
    for places in (range(len(told.columns)), _filled(told)):
        sizes = _sizes(told, places, room)
        if sizes:
            return list(_lines(told, places, sizes, paper))
    return []


def _filled(told: Grid) -> list[int]:
    return sorted({column for _row, column in told.cells})


def _sizes(told: Grid, places: Sequence[int], room: int) -> _Sizes | None:
    if not places or not told.rows:
        return None
    widest = max(line(_named(each)).cell_len for each in told.rows)
    label = min(widest, max(_LABEL_LEAST, int(room * _LABEL_SHARE)))
    column = min((room - label) // len(places) - BETWEEN, MOST)
    numbers = max((len(_numbers(each, told)) for each in told.cells.values()), default=0)
    return _Sizes(label, column) if column >= max(LEAST, numbers) else None


def _lines(told: Grid, places: Sequence[int], sizes: _Sizes, paper: Paper) -> Iterator[Text]:
    heads = [_head(told.columns[place], paper, sizes.column, _HEADING_MOST) for place in places]
    high = max(map(len, heads))
    for at in range(high):
        row = [head[at] if at < len(head) else Text() for head in heads]
        yield _row(Text(), row, sizes)
    yield Text(paper.signs.rule * (sizes.label + len(places) * (BETWEEN + sizes.column)), "quiet")
    for n, each in enumerate(told.rows):
        cells = [_cell(told.cells.get((n, place)), told, paper) for place in places]
        for label in _head(each, paper, sizes.label, _LABEL_MOST):
            yield _row(label, cells, sizes)
            cells = []


def _row(label: Text, cells: Sequence[Text], sizes: _Sizes) -> Text:
    made = Text().append_text(label)
    made.append(" " * (sizes.label - label.cell_len))
    for cell in cells:
        made.append(" " * BETWEEN).append_text(cell)
        made.append(" " * (sizes.column - cell.cell_len))
    made.rstrip()
    return made


def _head(one: Head, paper: Paper, room: int, most: int) -> list[Text]:
    """The number and the text; what goes on hangs beneath the text."""
    if one.number is None:
        return paper.wrap(line(one.text, "quiet"), room, most)
    number = f"{one.number} "
    words = paper.wrap(line(one.text), room - len(number), most)
    heads = [Text(number, "number"), *(Text(" " * len(number)) for _ in words[1:])]
    return [head.append_text(each) for head, each in zip(heads, words, strict=True)]


def _cell(numbers: Sequence[int] | None, told: Grid, paper: Paper) -> Text:
    if not numbers:
        return Text(paper.signs.dot, "quiet")
    return Text(paper.adapt(_numbers(numbers, told)), "number")


def _numbers(numbers: Sequence[int], told: Grid) -> str:
    """The numbers of a cell, with a tick where they are done with."""
    return ", ".join(
        f"{each}{DRAWN.done}" if each in told.ticked else f"{each}" for each in numbers
    )


def _named(one: Head) -> str:
    return one.text if one.number is None else f"{one.number} {one.text}"
