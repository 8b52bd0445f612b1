"""Decorators that make the commands on one record by its number: show, close, remove."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Annotated, Any

import typer

from coachlog.base.texts import N_, _
from coachlog.display.page import Page
from coachlog.journal.common.close import Closing, ExtraValues, close_numbered, no_extra_values
from coachlog.journal.common.corrections import (
    ShownCorrection,
    json_with_corrections,
    of_record,
    page_with_corrections,
)
from coachlog.journal.common.lists import by_number, remove_numbered
from coachlog.journal.common.reads import View, number_of
from coachlog.schema.field import Table
from coachlog.terminal.command_options import Run, Yes, with_docstring, with_parameters
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import AsCsv, AsJson, On, OutputFormat, record_page, show_page

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
    heading = _heading(table, line)
    return heading if column == "number" else f"{heading} · {getattr(line, column)}"


def _heading(table: Table, line: Any) -> str:
    return _(table.naming.found_as).format(n=line.number)


def show_command(
    table: Table,
    view: View[Any],
    title: Title | None = None,
    more_labels: Mapping[str, str] = MappingProxyType({}),
) -> Callable[[Run], Run]:
    """Return a decorator that makes the command `show`; the function only gives its docstring.

    *more_labels* name columns of the view that are none of the table.
    """

    def show(which: str, as_json: bool, as_csv: bool) -> None:
        with context().reader() as reader:
            line = view.one(reader, number_of(reader, view.table, which))
            corrections = of_record(reader, table.name, line.number)
        # Private columns have a label too, but are not in the view.
        labels = {key: label for key, label in table.labels.items() if key in line._fields}
        heading = title(line) if title else _heading(table, line)
        output = OutputFormat(as_json, as_csv)
        show_corrected(output, line, heading, {**labels, **more_labels}, table.words, corrections)

    options = {"which": argument_of(table), "as_json": AsJson, "as_csv": AsCsv}
    return lambda function: with_parameters(options)(with_docstring(show, function))


def show_corrected(
    output: OutputFormat,
    line: Any,
    heading: str,
    labels: Mapping[str, str],
    words: Mapping[str, Mapping[str, str]],
    corrections: Sequence[ShownCorrection],
) -> None:
    """Print one record that is a row of its view, with its *corrections*."""
    run = context()
    show_page(
        run,
        output,
        [line],
        json_with_corrections(line._asdict(), corrections),
        lambda: page_with_corrections(record_page(run, line, heading, labels, words), corrections),
    )


def page_command(
    table: Table,
    read: Callable[..., Any],
    record: Callable[[Any], Mapping[str, object]],
    page: Callable[[Any, Context], Page],
    more: Mapping[str, Any] = MappingProxyType({}),
) -> Callable[[Run], Run]:
    """Return a decorator that makes the command `show`; the function only gives its docstring.

    *read* takes the number and the options *more*, and returns a sequence of which the first item
    is the line for CSV. *record* turns that sequence into the object for JSON, *page* into a page.
    """

    def show(which: str, as_json: bool, as_csv: bool, **options: object) -> None:
        run = context()
        with run.reader() as reader:
            number = number_of(reader, table.name, which)
            details = read(reader, number, **options)
            corrections = of_record(reader, table.name, number)
        output, csv_lines = OutputFormat(as_json, as_csv), [details[0]]
        as_data = json_with_corrections(record(details), corrections)
        show_page(
            run,
            output,
            csv_lines,
            as_data,
            lambda: page_with_corrections(page(details, run), corrections),
        )

    parameters = {"which": argument_of(table), **more, "as_json": AsJson, "as_csv": AsCsv}
    return lambda function: with_parameters(parameters)(with_docstring(show, function))


def close_command(
    closing: Closing, extra_values: ExtraValues = no_extra_values
) -> Callable[[Run], Run]:
    """Return a decorator that makes a closing command; the function only gives its docstring."""

    def close(which: str, on: str | None) -> None:
        close_numbered(closing, which, on, extra_values)

    return lambda function: with_parameters({"which": Number, "on": On})(
        with_docstring(close, function)
    )


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
