"""Lists records by a filter."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from coachlog.journal.coachee.lookup import find
from coachlog.journal.common.reads import View
from coachlog.terminal.column import Column
from coachlog.terminal.context import Context
from coachlog.terminal.output import OutputFormat, parse_limit, say_more, show_list

Lines = Iterator[Any]
Complete = Callable[[Any, Lines], Lines]
"""Adds to lines what only people see; takes the reader too."""


def as_they_are(_reader: Any, lines: Lines) -> Lines:
    """Return the *lines*: most lists show people the same as data."""
    return lines


def show_filtered(
    run: Context,
    reader: Any,
    view: View[Any],
    filters: Any,
    columns: Sequence[Column],
    empty: str,
    limit: str,
    output: OutputFormat,
    complete: Complete = as_they_are,
) -> int:
    """List the records that match the filter *filters*, and say how many more there are.

    *empty* is printed where there are none; *complete* adds what only people see. Return how many
    records were listed.
    """
    row_limit = parse_limit(limit)
    lines = view.rows(reader, filters, row_limit)
    is_data = output.json or output.csv
    is_for_people = (run.rich or run.aloud) and not is_data
    if is_for_people:
        lines = complete(reader, lines)
    count = show_list(run, output, view.line._fields, lines, columns, empty)
    if count == row_limit:  # there may be more
        say_more(count, lambda most: view.total(reader, filters, most))
    return count


def handle_if_named(reader: Any, who: str | None) -> str | None:
    """Return the handle of the person *who*, or None for nobody; raises what `find` raises."""
    return find(reader, who).handle if who else None
