"""The command `list` of every noun with numbers: its options are the fields of a filter."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from coachlog.base.texts import _
from coachlog.journal.common.lists import handle_if_named, show_filtered
from coachlog.journal.common.reads import View
from coachlog.schema import field as schema
from coachlog.schema.field import Table
from coachlog.terminal.column import Column
from coachlog.terminal.command_options import Run, option, with_docstring, with_parameters
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import LIMIT, AsCsv, AsJson, Limit, OfPerson, OutputFormat
from coachlog.terminal.period import Since, Until, period_in_days
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

Lines = Iterator[Any]
Completed = Callable[["Reader", Lines], Lines]
_NAMED = {"coachee": OfPerson, "since": Since, "until": Until}


def lists(
    table: Table,
    view: View[Any],
    columns: Sequence[Column],
    empty: str,
    *,
    none_match: str = "",
    helps: Mapping[str, str] = MappingProxyType({}),
    besides: Mapping[str, tuple[Any, Callable[[str | None], object]]] = MappingProxyType({}),
    completed: Completed = lambda _reader, lines: lines,
    below: Callable[[Context, "Reader", Any], None] | None = None,
) -> Callable[[Run], Run]:
    """Make the command that lists records; the function gives its docstring alone.

    *empty* is said where there is nothing, *none_match* where more than a person was asked for.
    *helps* are those of options whose field has another one; *besides* are options that are no
    field, and how what is typed is read. *completed* adds what only people see, and *below* is
    called under a table that people see.
    """
    asked = type(view.every)

    def list_(limit: str, as_json: bool, as_csv: bool, **typed: str | None) -> None:
        run, wish = context(), OutputFormat(as_json, as_csv)
        own = {name: read(typed.pop(name)) for name, (_option, read) in besides.items()}
        given = _given(table, run, typed) | own
        with run.reader() as reader:
            if "coachee" in given:
                given["coachee"] = handle_if_named(reader, given["coachee"])
            wanted = asked(**given)
            chosen = any(value for name, value in given.items() if name != "coachee")
            none = _(none_match if none_match and chosen else empty)
            shown = show_filtered(
                *(run, reader, view, wanted, columns, none, limit, wish),
                lambda lines: completed(reader, lines),
            )
            if below and shown and run.rich and not any(wish):
                below(run, reader, wanted)

    options = {
        name: _NAMED.get(name)
        or (besides[name][0] if name in besides else _option(table, name, helps.get(name, "")))
        for name in asked._fields
    }
    options |= {"limit": Limit, "as_json": AsJson, "as_csv": AsCsv}
    return lambda told: with_parameters(options, {"limit": LIMIT})(with_docstring(list_, told))


def _option(table: Table, name: str, help_text: str) -> Any:
    field = table.by_key(name)
    metavar = {schema.CODE: "WORD", schema.REFERENCE: "N"}.get(field.kind, "TEXT")
    return option(f"--{name}", help_text or field.given_by.help, metavar)


def _given(table: Table, run: Context, typed: Mapping[str, str | None]) -> dict[str, Any]:
    """What was asked for, as the store has it."""
    given = {
        name: value if name in _NAMED else _meant(table, name, value)
        for name, value in typed.items()
    }
    if "since" in typed:
        days = period_in_days(typed["since"], typed["until"], run.today)
        given["since"], given["until"] = days
    return given


def _meant(table: Table, name: str, typed: str | None) -> str | int | None:
    field = table.by_key(name)
    if field.kind == schema.CODE:
        return parse.choice(typed, [*field.words])
    return parse.number(typed) if field.kind == schema.REFERENCE else parse.line(typed)
