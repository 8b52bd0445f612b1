"""A matrix: rows, columns and the numbers where they meet, if there is room for it."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.text import Text

from coachlog.display.page import Grid, Head
from coachlog.display.signs import DRAWN
from coachlog.render.console import line
from coachlog.render.paper import Paper

GAP, COLUMN_LEAST, COLUMN_MOST = 2, 9, 20
"""Cells between two columns, and the least and the most cells of a column."""

_LABEL_LEAST, _LABEL_SHARE = 18, 0.4
"""Cells that the row labels may always take, and the share of the width that they may take."""
_HEADING_LINES, _LABEL_LINES = 3, 2
"""The most lines of a column heading and of a row label."""


class _Widths(NamedTuple):
    label: int
    column: int


def grid(matrix: Grid, paper: Paper, room: int) -> list[Text]:
    """Return the lines of *matrix* in *room* cells, or none where it does not fit.

    Columns without a number are left out if that makes it fit.
    """
    all_columns = range(len(matrix.columns))
    filled_columns = sorted({column for _row, column in matrix.cells})
    for columns in (all_columns, filled_columns):
        widths = _fit_widths(matrix, columns, room)
        if widths:
            return list(_lines(matrix, columns, widths, paper))
    return []


def _fit_widths(matrix: Grid, columns: Sequence[int], room: int) -> _Widths | None:
    """Return the widths with which *columns* (indexes) fit in *room*, or None.

    Labels get what they need up to their share; the columns divide the rest equally.
    """
    if not columns or not matrix.rows:
        return None
    widest_label = max(line(_label(row)).cell_len for row in matrix.rows)
    label_width = min(widest_label, max(_LABEL_LEAST, int(room * _LABEL_SHARE)))
    column_width = min((room - label_width) // len(columns) - GAP, COLUMN_MOST)
    widest_cell = max((len(_numbers(cell, matrix)) for cell in matrix.cells.values()), default=0)
    least_width = max(COLUMN_LEAST, widest_cell)
    return _Widths(label_width, column_width) if column_width >= least_width else None


def _lines(matrix: Grid, columns: Sequence[int], widths: _Widths, paper: Paper) -> Iterator[Text]:
    """Yield the headings of *columns* (indexes), a rule and the rows; labels may take two lines."""
    headings = [
        _wrap_heading(matrix.columns[column], paper, widths.column, _HEADING_LINES)
        for column in columns
    ]
    for heading_lines in zip_longest(*headings, fillvalue=Text()):
        yield _row(Text(), heading_lines, widths)
    width = widths.label + len(columns) * (GAP + widths.column)
    yield Text(paper.signs.rule * width, "quiet")
    for row, heading in enumerate(matrix.rows):
        cells = [_cell(matrix.cells.get((row, column)), matrix, paper) for column in columns]
        for label_line in _wrap_heading(heading, paper, widths.label, _LABEL_LINES):
            yield _row(label_line, cells, widths)
            cells = []  # they are on the first line of the label only


def _row(label: Text, cells: Sequence[Text], widths: _Widths) -> Text:
    """Return *label* and *cells* on one line, each filled with spaces to its width."""
    row = Text().append_text(label)
    row.append(" " * (widths.label - label.cell_len))
    for cell in cells:
        row.append(" " * GAP).append_text(cell)
        row.append(" " * (widths.column - cell.cell_len))
    row.rstrip()
    return row


def _wrap_heading(heading: Head, paper: Paper, room: int, most: int) -> list[Text]:
    """Return the number and the text on at most *most* lines, later ones under the text."""
    if heading.number is None:
        return paper.wrap(line(heading.text, "quiet"), room, most)
    number = f"{heading.number} "
    texts = paper.wrap(line(heading.text), room - len(number), most)
    first_line = Text(number, "number").append_text(texts[0])
    return [first_line, *(Text(" " * len(number)).append_text(text) for text in texts[1:])]


def _cell(numbers: Sequence[int] | None, matrix: Grid, paper: Paper) -> Text:
    if not numbers:
        return Text(paper.signs.dot, "quiet")
    return Text(paper.adapt(_numbers(numbers, matrix)), "number")


def _numbers(numbers: Sequence[int], matrix: Grid) -> str:
    """Return the numbers of a cell, with a tick after those that are done: `3✓, 5`."""
    return ", ".join(
        f"{number}{DRAWN.done}" if number in matrix.ticked else f"{number}" for number in numbers
    )


def _label(heading: Head) -> str:
    return heading.text if heading.number is None else f"{heading.number} {heading.text}"
