"""Decorators that make the command `show` of a noun."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from coachlog.display.page import Page
from coachlog.journal.common.corrections import (
    ShownCorrection,
    json_with_corrections,
    of_record,
    page_with_corrections,
)
from coachlog.journal.common.numbered import Title, argument_of, heading_of
from coachlog.journal.common.reads import View, number_of
from coachlog.schema.field import Table
from coachlog.terminal.command_options import Run, with_docstring, with_parameters
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat
from coachlog.terminal.record_output import record_page, show_page


def show_command(
    table: Table,
    view: View[Any],
    title: Title | None = None,
    more_labels: Mapping[str, str] = MappingProxyType({}),
    in_words: Callable[[Any], Any] | None = None,
) -> Callable[[Run], Run]:
    """Return a decorator that makes the command `show`; the function only gives its docstring.

    *more_labels* name columns of the view that are none of the table. *in_words* returns the line
    as people read it.
    """

    def show(which: str, as_json: bool, as_csv: bool) -> None:
        with context().reader() as reader:
            line = view.one(reader, number_of(reader, view.table, which))
            corrections = of_record(reader, table.name, line.number)
        # Private columns have a label too, but are not in the view.
        labels = {key: label for key, label in table.labels.items() if key in line._fields}
        heading = title(line) if title else heading_of(table, line)
        output = OutputFormat(as_json, as_csv)
        all_labels = {**labels, **more_labels}
        show_corrected(output, line, heading, all_labels, table.words, corrections, in_words)

    options = {"which": argument_of(table), "as_json": AsJson, "as_csv": AsCsv}
    return lambda function: with_parameters(options)(with_docstring(show, function))


def show_corrected(
    output: OutputFormat,
    line: Any,
    heading: str,
    labels: Mapping[str, str],
    words: Mapping[str, Mapping[str, str]],
    corrections: Sequence[ShownCorrection],
    in_words: Callable[[Any], Any] | None = None,
) -> None:
    """Print one record that is a row of its view, with its *corrections*.

    *in_words* returns the line as people read it, where that is another one.
    """
    run = context()
    shown = in_words(line) if in_words else line
    show_page(
        run,
        output,
        [line],
        json_with_corrections(line._asdict(), corrections),
        lambda: page_with_corrections(record_page(run, shown, heading, labels, words), corrections),
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
