"""The `list` and `remove` of every noun with numbers, out of its view."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from coachlog.journal.coachee.queries import find
from coachlog.journal.common.reads import View
from coachlog.terminal.column import Column
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import OutputFormat, parse_limit, say_more, show_list
from coachlog.values import parse


def show_filtered(
    run: Context,
    reader: Any,
    view: View[Any],
    wanted: Any,
    columns: Sequence[Column],
    empty: str,
    limit: str,
    wish: OutputFormat,
    completed: Callable[[Iterator[Any]], Iterator[Any]] = iter,
) -> int:
    """List the records that are *wanted*, and say how many more there are.

    *completed* adds what people see at a terminal. The result is how many were shown.
    """
    most = parse_limit(limit)
    found = view.rows(reader, wanted, most)
    if (run.rich or run.aloud) and not any(wish):
        found = completed(found)
    shown = show_list(run, wish, view.line._fields, found, columns, empty)
    if shown == most:
        say_more(shown, lambda most: view.total(reader, wanted, most))
    return shown


def by_number(view: View[Any], number: str) -> Any:
    """The record whose number was typed; raises what *missing* of its view makes."""
    with context().reader() as reader:
        return view.one(reader, parse.number(number) or 0)


def remove_numbered(noun: str, found: Any, title: str, yes: bool) -> None:
    """Remove a record that was read, once the person is sure; *title* tells which one it is."""
    from coachlog.journal.common.remove import remove  # lists are quick without it

    remove(context(), noun, title, yes, number=found.number)


def handle_if_named(reader: Any, who: str | None) -> str | None:
    """The handle of the person that a list is to be of, if of one; raises what `find` raises."""
    return find(reader, who).handle if who else None
