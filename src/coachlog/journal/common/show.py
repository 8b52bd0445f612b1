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
    *,
    read: Callable[..., Any],
    as_json: Callable[[Any], Mapping[str, object]],
    as_page: Callable[[Any, Context], Page],
    options: Mapping[str, Any] = MappingProxyType({}),
) -> Callable[[Run], Run]:
    """Return a decorator that makes the command `show`; the function only gives its docstring.

    *read* takes the number and what was given for the *options*, and returns a sequence of which
    the first item is the line for CSV. *as_json* turns that sequence into the object for JSON,
    *as_page* into a page.
    """

    def show(which: str, is_json: bool, is_csv: bool, **given: object) -> None:
        run = context()
        with run.reader() as reader:
            number = number_of(reader, table.name, which)
            details = read(reader, number, **given)
            corrections = of_record(reader, table.name, number)
        output, csv_lines = OutputFormat(is_json, is_csv), [details[0]]
        as_data = json_with_corrections(as_json(details), corrections)
        show_page(
            run,
            output,
            csv_lines,
            as_data,
            lambda: page_with_corrections(as_page(details, run), corrections),
        )

    parameters = {"which": argument_of(table), **options, "is_json": AsJson, "is_csv": AsCsv}
    return lambda function: with_parameters(parameters)(with_docstring(show, function))
