"""A table as it was found in a file: its rows, and how its places are called."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from coachlog.base.texts import _
from coachlog.intake.tables.cells import Row

Numbered = tuple[int, Row]
"""A row, and the line or the row of the file in which it begins."""


class ListSheet(NamedTuple):
    """A table in a file. *rows* gives them anew each time, empty ones left out.

    *name* is the sheet of a spreadsheet, empty for CSV; *delimiter* is what stands between the
    cells, for CSV. *unread* are the sheets beside it that have something too.
    """

    rows: Callable[[], Iterator[Numbered]]
    name: str = ""
    delimiter: str = ","
    unread: tuple[str, ...] = ()

    def place(self, number: int) -> str:
        """Return what people find a row by: `line 3`, or `row 3` of a spreadsheet."""
        return _("row {n}").format(n=number) if self.name else _("line {n}").format(n=number)
