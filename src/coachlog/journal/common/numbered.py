"""The commands `show`, `remove` and those that close, of a noun with numbers."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Annotated, Any

import typer

from coachlog.base.texts import N_, _
from coachlog.display.page import Page
from coachlog.journal.common.close import Closing, Telling, close_numbered, nothing
from coachlog.journal.common.lists import by_number, remove_numbered
from coachlog.journal.common.reads import View
from coachlog.schema.field import Table
from coachlog.terminal.command_options import Run, Yes, with_docstring, with_parameters
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import AsCsv, AsJson, On, OutputFormat, show_page, show_record
from coachlog.values import parse

Number = Annotated[str, typer.Argument(metavar="N", help=N_("Its number, as the list shows it."))]
Title = Callable[[Any], str]


def title_of(table: Table, found: Any) -> str:
    """Which record it is, for people: its number, and what it is about."""
    about = table.naming.columns[-1]
    head = _(table.naming.found_as).format(n=found.number)
    return head if about == "number" else f"{head} · {getattr(found, about)}"


def shows(table: Table, view: View[Any], title: Title | None = None) -> Callable[[Run], Run]:
    """Make the command that shows a record; the function gives its docstring alone."""

    def show(which: str, as_json: bool, as_csv: bool) -> None:
        found = by_number(view, which)
        labels = {key: label for key, label in table.labels.items() if key in found._fields}
        named = title(found) if title else _(table.naming.found_as).format(n=found.number)
        wish = OutputFormat(as_json, as_csv)
        show_record(context(), wish, found, named, labels, words=table.words)

    options = {"which": Number, "as_json": AsJson, "as_csv": AsCsv}
    return lambda told: with_parameters(options)(with_docstring(show, told))


def shows_page(
    read: Callable[..., Any],
    record: Callable[[Any], Mapping[str, object]],
    page: Callable[[Any, Context], Page],
    more: Mapping[str, Any] = MappingProxyType({}),
) -> Callable[[Run], Run]:
    """Make the command that shows what *read* finds, the first of which is the line for CSV.

    *record* is all of it for JSON. The options *more* are given to *read*.
    """

    def show(which: str, as_json: bool, as_csv: bool, **options: object) -> None:
        run, wish = context(), OutputFormat(as_json, as_csv)
        with run.reader() as reader:
            found = read(reader, parse.number(which) or 0, **options)
        show_page(run, wish, [found[0]], record(found), lambda: page(found, run))

    parameters = {"which": Number, **more, "as_json": AsJson, "as_csv": AsCsv}
    return lambda told: with_parameters(parameters)(with_docstring(show, told))


def closes(closing: Closing, telling: Telling = nothing) -> Callable[[Run], Run]:
    """Make the command that closes a record; the function gives its docstring alone."""

    def close(which: str, on: str | None) -> None:
        close_numbered(closing, which, on, telling)

    return lambda told: with_parameters({"which": Number, "on": On})(with_docstring(close, told))


def removes(table: Table, view: View[Any], title: Title | None = None) -> Callable[[Run], Run]:
    """Make the command that removes a record; the function gives its docstring alone."""

    def remove(which: str, yes: bool) -> None:
        found = by_number(view, which)
        named = title(found) if title else title_of(table, found)
        remove_numbered(table.name, found, named, yes)

    return lambda told: with_parameters({"which": Number, "yes": Yes})(with_docstring(remove, told))
