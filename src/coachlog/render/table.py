"""A list as a table: the columns that fit the width, texts cut to one line."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from coachlog.clock import moment_of, zone
from coachlog.dateshow import show_moment, show_short
from coachlog.render.console import ascii_only, console, line
from coachlog.texts import _, language

WIDTHS = {1: 0, 2: 60, 3: 90, 4: 120}
"""From which width on a column of that `keep` is shown."""


def print_table(rows: Sequence[Any], columns: Sequence[Any], today: date) -> None:
    """Print *rows* on stdout; *columns* are those of `terminal.output`."""
    out = console()
    shown = [column for column in columns if out.width >= WIDTHS[column.keep]]
    table = Table(
        box=box.ASCII_DOUBLE_HEAD if ascii_only() else box.SIMPLE_HEAD,
        pad_edge=False,
        header_style="heading",
    )
    for column in shown:
        text_column = column.kind == "text"
        justify: Any = "right" if column.kind == "number" else "left"
        table.add_column(
            _(column.heading),
            justify=justify,
            no_wrap=True,
            overflow="ellipsis",
            ratio=1 if text_column else None,
        )
    for row in rows:
        table.add_row(*(_cell(row, column, today) for column in shown))
    out.print(table)


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
        return line(
            show_moment(moment_of(value).astimezone(zone(row.time_zone)), language()), "date"
        )
    if column.kind == "instant":
        return line(show_short(moment_of(value).astimezone().date(), language(), today), "date")
    if column.kind == "choice":
        return line(_(column.words.get(value, value)), "quiet")
    if column.kind == "method":
        return line(str(value).upper(), "quiet")
    return line(str(value), {"number": "number", "person": "person"}.get(column.kind, ""))
