"""A list as a table on a terminal, a screen at a time."""

from collections.abc import Sequence
from typing import Any

from coachlog.display.signs import ascii_only
from coachlog.render.table import print_table
from coachlog.terminal.column import Column
from coachlog.terminal.context import Context, say
from coachlog.terminal.paging import screen


def show_table(context: Context, rows: Sequence[Any], columns: Sequence[Column], empty: str) -> int:
    """Draw a table on the terminal, without the seldom filled columns that are empty here.

    Return the number of rows; without any, say *empty*.
    """
    if rows:
        visible_columns = [
            column
            for column in columns
            if not column.seldom or any(getattr(row, column.field) for row in rows)
        ]
        with screen(context) as out:
            print_table(out, rows, visible_columns, context.today, ascii_only=ascii_only())
    else:
        say(empty)
    return len(rows)
