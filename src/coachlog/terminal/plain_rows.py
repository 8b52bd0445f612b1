"""A row of a list in words, for people who read or hear plain lines: no codes, no ISO days."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from coachlog.base.clock import in_zone, local_day, moment_of
from coachlog.base.texts import _, language
from coachlog.dates.show import show_figure, show_moment, show_short
from coachlog.terminal.column import Column

IDENTIFIERS = ("number", "place")
"""The fields whose figure a person types to name a row."""
_DAYS = ("day", "due", "moment", "instant")


def cells_as_words(
    row: Any, columns: Sequence[Column], today: date, zone_name: str
) -> Iterator[str]:
    """Yield the values of *row* as words, without empty ones.

    There are no headings, so a figure gets its label, and so does each day after the first.
    """
    has_day = False
    for column in columns:
        value = getattr(row, column.field)
        if value in (None, ""):
            continue
        cell = _cell(row, column, str(value), today, zone_name)
        is_day = column.kind in _DAYS
        is_figure = column.kind == "number" and column.field not in IDENTIFIERS
        # A column of yes and no has its words by 1 and 0: `yes` alone would say nothing.
        is_yes_or_no = 0 in column.words or 1 in column.words  # type: ignore[comparison-overlap]
        is_later_day = is_day and has_day
        if is_figure or is_yes_or_no or is_later_day:
            cell = _("{label}: {text}").format(label=_(column.heading), text=cell)
        has_day = has_day or is_day
        yield cell


def _cell(row: Any, column: "Column", value: str, today: date, zone_name: str) -> str:
    """Return the *value* of a column in words, by the kind of the column."""
    if column.kind == "choice":
        return _(column.words.get(getattr(row, column.field), value))
    if column.describe_status:
        standing = str(column.describe_status(row, today, language()).text)
        return standing or _(column.words.get(value, value))
    if column.kind == "day":
        return show_short(date.fromisoformat(value), language(), today)
    if column.kind == "due":
        day = show_short(date.fromisoformat(value), language(), today)
        is_overdue = row.status == "open" and value < today.isoformat()
        return f"{day}, {_('overdue')}" if is_overdue else day
    if column.kind == "moment":
        return show_moment(in_zone(moment_of(value), row.time_zone), language())
    if column.kind == "instant":
        return show_short(local_day(moment_of(value), zone_name), language(), today)
    if column.kind == "number":
        return show_figure(value, language())
    return value
