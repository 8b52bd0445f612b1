"""The command `list` of a noun: its options are the fields of a filter."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from coachlog.base.texts import _
from coachlog.journal.common.lists import Complete, as_they_are, handle_if_named, show_filtered
from coachlog.journal.common.reads import View, number_of
from coachlog.schema import field as schema
from coachlog.schema.field import Table
from coachlog.terminal.column import Column
from coachlog.terminal.command_options import Run, option, with_docstring, with_parameters
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import LIMIT, AsCsv, AsJson, Limit, OfPerson, OutputFormat
from coachlog.terminal.period import Since, Until, period_in_days
from coachlog.values.text import line
from coachlog.values.typed import choice

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

OtherFilters = Mapping[str, tuple[Any, Callable[[str | None], object]]]
"""By name of the filter, the annotation of its option, and the parser of its text."""

_COMMON_OPTIONS = {"coachee": OfPerson, "since": Since, "until": Until}
"""Options that are the same in every list, by the name of the filter's field."""


def list_command(
    table: Table,
    view: View[Any],
    columns: Sequence[Column],
    empty: str,
    *,
    none_match: str = "",
    helps: Mapping[str, str] = MappingProxyType({}),
    besides: OtherFilters = MappingProxyType({}),
    complete: Complete = as_they_are,
    below: Callable[[Context, "Reader", Any], None] | None = None,
) -> Callable[[Run], Run]:
    """Return a decorator that makes the command `list`; the function only gives its docstring.

    *empty* is the text for an empty list, *none_match* the one where a filter other than the
    person was given. *helps* replaces the help of some options. *besides* are more filters, of no
    field. *complete* adds what only people see, and *below* is called after a table for people.
    """
    filter_type = type(view.every)

    def list_(limit: str, as_json: bool, as_csv: bool, **typed: str | None) -> None:
        run, output = context(), OutputFormat(as_json, as_csv)
        values = _parse_filters(table, run, typed, besides)
        is_filtered = any(value for name, value in values.items() if name != "coachee")
        if_empty = _(none_match if none_match and is_filtered else empty)
        with run.reader() as reader:
            if "coachee" in values:
                values["coachee"] = handle_if_named(reader, values["coachee"])
            filters = filter_type(**values)
            count = show_filtered(
                run, reader, view, filters, columns, if_empty, limit, output, complete
            )
            is_table = run.rich and not (as_json or as_csv)
            if below and count and is_table:
                below(run, reader, filters)

    options = _options(table, filter_type, helps, besides)
    return lambda function: with_parameters(options, {"limit": LIMIT})(
        with_docstring(list_, function)
    )


def _options(
    table: Table, filter_type: Any, helps: Mapping[str, str], besides: OtherFilters
) -> dict[str, Any]:
    """Return the options of a list, by name: one for each filter, then those of every list."""
    other_options = {name: annotation for name, (annotation, _parser) in besides.items()}
    special_options = _COMMON_OPTIONS | other_options
    options = {}
    for name in filter_type._fields:
        if name in special_options:
            options[name] = special_options[name]
        else:
            options[name] = _option_of_field(table, name, helps.get(name, ""))
    return options | {"limit": Limit, "as_json": AsJson, "as_csv": AsCsv}


def _option_of_field(table: Table, name: str, help_text: str) -> Any:
    field = table.by_key(name)
    metavar = {schema.CODE: "WORD", schema.REFERENCE: "N"}.get(field.kind, "TEXT")
    return option(f"--{name}", help_text or field.given_by.help, metavar)


def _parse_filters(
    table: Table, run: Context, typed: Mapping[str, str | None], besides: OtherFilters
) -> dict[str, Any]:
    """Return the values of the typed options as the store has them.

    A person stays as typed: finding the handle needs a reader.
    """
    values: dict[str, Any] = {}
    for name, text in typed.items():
        if name in besides:
            _annotation, parse_text = besides[name]
            values[name] = parse_text(text)
        elif name in _COMMON_OPTIONS:
            values[name] = text
        else:
            values[name] = _parse_filter(table, name, text)
    if "since" in typed:
        first_day, last_day = period_in_days(typed["since"], typed["until"], run.today)
        values |= {"since": first_day, "until": last_day}
    return values


def _parse_filter(table: Table, name: str, typed: str | None) -> str | int | None:
    """Return the value of a filter that is a field of *table*, by the kind of that field."""
    field = table.by_key(name)
    if field.kind == schema.CODE:
        return choice(typed, field.words)
    if field.kind == schema.REFERENCE and typed:
        with context().reader() as reader:
            return number_of(reader, field.of, typed)
    return line(typed)
