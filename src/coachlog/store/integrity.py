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
"""Days that were read without error before: most come again and again."""

DayColumns = list[tuple[int, Callable[[str], object]]]
"""The index of each column of a row that holds days or instants, and the function that reads it."""


class Watch:
    """Notes whether anything that a reader read was damaged, and repairs it."""

    def __init__(self) -> None:
        self.damaged = False

    def decode_text(self, data: bytes) -> str:
        """Decode a text as a `text_factory` of sqlite3; `(unreadable)` where it is not UTF-8."""
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            self.damaged = True
            return _(UNREADABLE)

    def repair_row(
        self, row: Sequence[Any], day_columns: DayColumns, nullable: Container[int]
    ) -> list[Any] | None:
        """Return *row* with None for each day that cannot be read.

        None where such a day is not among the *nullable* columns, given by index.
        """
        self.damaged = True
        repaired = list(row)
        for index, parse in day_columns:
            if not _is_readable(row[index], parse):
                if index not in nullable:
                    return None
                repaired[index] = None
        return repaired


def find_day_columns(names: Sequence[str]) -> DayColumns:
    """Return the columns among *names* that hold days and instants."""
    return [
        (index, date.fromisoformat if name.endswith("_on") else datetime.fromisoformat)
        for index, name in enumerate(names)
        if name.endswith(("_on", "_at")) or name == "stamp"
    ]


def has_readable_days(row: Sequence[Any], day_columns: DayColumns) -> bool:
    """Whether each day and instant of *row* can be read; quick, for every row comes here."""
    for index, parse in day_columns:
        value = row[index]
        is_known_readable = value is None or value in _readable_days
        if not is_known_readable and not _is_readable(value, parse):
            return False
    return True


def mark_unreadable_days(row: Sequence[Any], day_columns: DayColumns) -> list[Any]:
    """Return *row* with `(unreadable)` for each day that cannot be read."""
    repaired = list(row)
    for index, parse in day_columns:
        if not _is_readable(row[index], parse):
            repaired[index] = _(UNREADABLE)
    return repaired


def nullable_columns(line_type: Any, names: Sequence[str]) -> set[int]:
    """Return the indexes among *names* of the fields of *line_type* that may be None.

    Those are annotated as a union with None, such as `str | None`, whose `__args__` are the types.
    """
    annotations = getattr(line_type, "__annotations__", {})
    nullable = set()
    for index, name in enumerate(names):
        union_types = getattr(annotations.get(name), "__args__", ())
        if type(None) in union_types:
            nullable.add(index)
    return nullable


def is_undecodable(error: sqlite3.Error) -> bool:
    """Whether *error* is about a text that is not UTF-8. It quotes that text: never show it."""
    return isinstance(error, sqlite3.OperationalError) and str(error).startswith(_UNDECODABLE)


def _is_readable(value: Any, parse: Callable[[str], object]) -> bool:
    """Whether *parse* can read *value*, a day or instant; what is no text is left to others."""
    if not isinstance(value, str):
        return True
    try:
        parse(value)
    except ValueError:
        return False
    is_day = len(value) == len("2026-11-24")  # an instant seldom comes twice
    if is_day and len(_readable_days) < _MOST_REMEMBERED:
        _readable_days.add(value)
    return True
