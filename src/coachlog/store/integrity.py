"""Reading on in a damaged store, where a text is not UTF-8 or a day does not exist.

A text that cannot be read becomes `(unreadable)`. A day that cannot be read becomes None where its
field may be None; otherwise its row is left out. `Watch.damaged` tells that something was wrong.
"""

import sqlite3
from collections.abc import Callable, Container, Sequence
from datetime import date, datetime
from typing import Any

from coachlog.base.texts import N_, _

UNREADABLE = N_("(unreadable)")
_UNDECODABLE = "Could not decode to UTF-8"
_MOST_REMEMBERED = 50_000

_readable_days: set[str] = set()
"""DayColumns that were read without error before: most come again and again."""

DayColumns = list[tuple[int, Callable[[str], object]]]
"""The index of each column of a row that holds days or instants, and the function that reads it."""


class Watch:
    """Notes whether anything that a reader read was damaged, and repairs it."""

    def __init__(self) -> None:
        self.damaged = False

    def text(self, data: bytes) -> str:
        """Decode a text as a `text_factory` of sqlite3; `(unreadable)` where it is not UTF-8."""
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            self.damaged = True
            return _(UNREADABLE)

    def repair_row(
        self, row: Sequence[Any], day_columns: DayColumns, nullable: Container[int]
    ) -> list[Any] | None:
        """*row* with None for each day that cannot be read.

        None where such a day is not among the *nullable* columns, given by index.
        """
        self.damaged = True
        repaired = list(row)
        for index, read in day_columns:
            if not _is_readable(row[index], read):
                if index not in nullable:
                    return None
                repaired[index] = None
        return repaired


def find_day_columns(names: Sequence[str]) -> DayColumns:
    """The columns among *names* that hold days and instants."""
    return [
        (index, date.fromisoformat if name.endswith("_on") else datetime.fromisoformat)
        for index, name in enumerate(names)
        if name.endswith(("_on", "_at")) or name == "stamp"
    ]


def has_readable_days(row: Sequence[Any], day_columns: DayColumns) -> bool:
    """Whether each day and instant of *row* can be read; quick, for every row comes here."""
    for index, read in day_columns:
        value = row[index]
        if value is not None and value not in _readable_days and not _is_readable(value, read):
            return False
    return True


def mark_unreadable_days(row: Sequence[Any], day_columns: DayColumns) -> list[Any]:
    """*row* with `(unreadable)` for each day that cannot be read."""
    repaired = list(row)
    for index, read in day_columns:
        if not _is_readable(row[index], read):
            repaired[index] = _(UNREADABLE)
    return repaired


def nullable_columns(line_type: Any, names: Sequence[str]) -> set[int]:
    """The indexes among *names* of the fields of *line_type* that may be None."""
    types = getattr(line_type, "__annotations__", {})
    return {
        index
        for index, name in enumerate(names)
        if type(None) in getattr(types.get(name), "__args__", ())
    }


def is_undecodable(error: sqlite3.Error) -> bool:
    """Whether *error* is about a text that is not UTF-8. It quotes that text: never show it."""
    return isinstance(error, sqlite3.OperationalError) and str(error).startswith(_UNDECODABLE)


def _is_readable(value: Any, read: Callable[[str], object]) -> bool:
    if not isinstance(value, str):
        return True
    try:
        read(value)
    except ValueError:
        return False
    if len(value) == len("2026-11-24") and len(_readable_days) < _MOST_REMEMBERED:
        _readable_days.add(value)
    return True
