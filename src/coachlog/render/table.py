"""A list as a table: the columns that fit the width, texts cut to one line."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from coachlog.clock import moment_of, zone
from coachlog.dateshow import show_short, show_time
from coachlog.render.console import ascii_only, line
from coachlog.texts import _, language

WIDTHS = {1: 0, 2: 60, 3: 90, 4: 120}
"""From which width on a column of that `keep` is shown."""


BETWEEN, LEAST = 3, 8
"""Cells between two columns, and the fewest that a column of texts gets."""


def print_table(out: Console, rows: Sequence[Any], columns: Sequence[Any], today: date) -> None:
    """Print *rows*; *columns* are those of `terminal.output`."""
    shown = [column for column in columns if out.width >= WIDTHS[column.keep]]
    cells = [[_cell(row, column, today) for column in shown] for row in rows]
    style = box.ASCII_DOUBLE_HEAD if ascii_only() else box.SIMPLE_HEAD
    table = Table(box=style, pad_edge=False, header_style="heading")
    wanted = [
        max(Text(_(column.heading)).cell_len, *(row[place].cell_len for row in cells))
        for place, column in enumerate(shown)
    ]
    for column, width in zip(shown, _widths(shown, wanted, out.width), strict=True):
        justify: Any = "right" if column.kind == "number" else "left"
        table.add_column(_(column.heading), justify=justify, no_wrap=True, width=width)
    for row in cells:
        table.add_row(*row)
    out.print(table)


def _widths(columns: Sequence[Any], wanted: list[int], room: int) -> list[int]:
    """What each column gets: texts share what the others leave, the others stay whole."""
    texts = [place for place, column in enumerate(columns) if column.kind == "text"]
    fixed = sum(width for place, width in enumerate(wanted) if place not in texts)
    left = room - fixed - BETWEEN * len(columns)
    widths = list(wanted)
    for n, place in enumerate(sorted(texts, key=lambda place: wanted[place])):
        widths[place] = max(LEAST, min(wanted[place], left // (len(texts) - n)))
        left -= widths[place]
    return widths


def _cell(row: Any, column: Any, today: date) -> Text:
    value = getattr(row, column.field)
    if value is None or value == "":
        return Text("")
    if column.kind == "day":
        day = date.fromisoformat(value)
        late = column.field == "due_on" and getattr(row, "status", "") == "open" and day < today
        return line(
            ("! " if late else "") + show_short(day, language(), today), "late" if late else "date"
        )
    if column.kind == "moment":
        local = moment_of(value).astimezone(zone(row.time_zone))
        shown = show_short(local.date(), language(), today)
        return line(f"{shown}, {show_time(local, language())}", "date")
    if column.kind == "instant":
        return line(show_short(moment_of(value).astimezone().date(), language(), today), "date")
    if column.kind == "choice":
        return line(_(column.words.get(value, value)), "quiet")
    if column.kind == "method":
        return line(str(value).upper(), "quiet")
    return line(str(value), {"number": "number", "person": "person"}.get(column.kind, ""))
