"""What the commands on one record share: its number or name, its title, its removal."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from coachlog.base.texts import N_, _
from coachlog.journal.common.reads import View, number_of
from coachlog.schema.field import Table
from coachlog.terminal.command_options import Run, Yes, with_docstring, with_parameters
from coachlog.terminal.context import context

Number = Annotated[str, typer.Argument(metavar="N", help=N_("Its number, as the list shows it."))]
NumberOrName = Annotated[
    str, typer.Argument(metavar="N", help=N_("Its number, or its name or a part of it."))
]
Title = Callable[[Any], str]
"""Returns what people call a record, given its line."""


def argument_of(table: Table) -> object:
    """Return the annotation of the argument that says which record of *table* is meant."""
    return NumberOrName if table.noun.called else Number


def title_of(table: Table, line: Any) -> str:
    """Return what people call the record of *line*: its number, and what it is about."""
    column = table.naming.columns[-1]
    heading = heading_of(table, line)
    return heading if column == "number" else f"{heading} · {getattr(line, column)}"


def heading_of(table: Table, line: Any) -> str:
    """Return what a page calls the record of *line*: its noun and its number."""
    return _(table.naming.found_as).format(n=line.number)


def remove_command(
    table: Table, view: View[Any], title: Title | None = None
) -> Callable[[Run], Run]:
    """Return a decorator that makes the command `remove`; the function only gives its docstring."""

    def remove(which: str, yes: bool) -> None:
        line = by_number(view, which)
        name = title(line) if title else title_of(table, line)
        remove_numbered(table.name, line, name, yes)

    return lambda function: with_parameters({"which": argument_of(table), "yes": Yes})(
        with_docstring(remove, function)
    )


def by_number(view: View[Any], number: str) -> Any:
    """Return the record typed by number or name; raises the error *missing* of its view."""
    with context().reader() as reader:
        return view.one(reader, number_of(reader, view.table, number))


def remove_numbered(noun: str, line: Any, title: str, yes: bool) -> None:
    """Remove the record of *line* after a confirmation; *title* names it for people."""
    from coachlog.journal.common.remove import remove  # lists are quick without it

    remove(context(), noun, title, yes, number=line.number)
