"""Gives input models their fields, made from the description of a table."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Annotated, Any, TypeVar

from pydantic import Field as Described
from pydantic import create_model

from coachlog.dates.until import keep_until
from coachlog.journal.common.input_types import (
    Day,
    DayOver,
    Flag,
    Input,
    Line,
    Name,
    Number,
    PastDay,
    Text,
    day_by,
    figure_from,
    one_of,
    parsed,
)
from coachlog.journal.common.json_schema import NUMBER_SCHEMA, TEXT_SCHEMA
from coachlog.journal.common.reads import View
from coachlog.schema import field as schema
from coachlog.schema.field import ALWAYS, AT_FIRST, IN_JSON, LATER, Entry, Field, Table
from coachlog.values import parse
from coachlog.values.levels import level
from coachlog.values.rhythm import RHYTHM_MOST, rhythm

Model = TypeVar("Model", bound=type[Input])
_MOMENT = " A moment: in the time zone of the conversation, with an offset, or in words."

_TYPES: dict[str, Any] = {
    schema.TEXT: Text,
    schema.LINE: Line,
    schema.FLAG: Flag,
    schema.MOMENT: Line,
    schema.LEVEL: Annotated[int, parsed(level, -2, 2)],
    schema.NAME: Name,
    schema.RHYTHM: Annotated[int, parsed(rhythm, 1, RHYTHM_MOST)],
    schema.AHEAD: Day,
    schema.PAST: PastDay,
    schema.OVER: DayOver,
    schema.NOT_OVER: Annotated[date, day_by(keep_until)],
}


def changes(table: Table, view: View[Any] | None, *groups: str) -> Callable[[Model], Model]:
    """Return a decorator that gives a model the fields of `edit`, all of them optional.

    *groups* names the fields of another command instead. Other columns of *view* are read-only.
    """
    fields = table.entries(*(groups or (ALWAYS, LATER)))
    return lambda model: _with_fields(
        _with_read_only(model, table, view) if view else model, fields, must=False
    )


def new_record(table: Table, view: View[Any]) -> Callable[[Model], Model]:
    """Return a decorator that gives a model the fields of a new record; some are required."""
    fields = table.entries(ALWAYS, AT_FIRST, LATER, IN_JSON)
    return lambda model: _with_fields(_with_read_only(model, table, view), fields, must=True)


def some(table: Table, *keys: str, but: str = "") -> Callable[[Model], Model]:
    """Return a decorator that gives a model the fields *keys* of a new record.

    Their names lose what they begin with, *but*.
    """
    return lambda model: _with_fields(model, map(table.by_key, keys), must=True, but=but)


def _with_read_only(model: Model, table: Table, view: View[Any]) -> Model:
    """Add the columns of *view* that nobody enters to *read_only* of *model*, and return it."""
    # The person is no read-only field either: an edit that names another one has to be refused.
    not_read_only = {field.key for field in table.fields if field.entry or field.of == "coachee"}
    model.read_only = model.read_only | {
        name: TEXT_SCHEMA if "str" in str(kind) else NUMBER_SCHEMA
        for name, kind in view.line.__annotations__.items()
        if name not in not_read_only
    }
    return model


def _with_fields(model: Model, fields: Iterable[Field], *, must: bool, but: str = "") -> Model:
    """Return a subclass of *model* with *fields*; *must* makes required ones required."""
    subclass: Any = create_model(
        model.__name__,
        __base__=model,
        __doc__=model.__doc__,
        __module__=model.__module__,
        **{field.key.removeprefix(but): _field(field, field.given_by, must) for field in fields},
    )
    return subclass  # type: ignore[no-any-return]


def _field(field: Field, entry: Entry, must: bool) -> Any:
    """Return the annotation and the default from which pydantic makes a field."""
    about = entry.help or entry.about or field.label
    description = Described(description=about + _MOMENT if field.kind == schema.MOMENT else about)
    # A new record may have a word that an edit cannot give, such as a status of its past.
    words = tuple((field.words if must else entry.words) or entry.words or field.words)
    if must and entry.required:
        return Annotated[_type(field, entry, words), description], ...
    if must and entry.default is not None:
        return Annotated[_type(field, entry, words), description], entry.default
    return Annotated[_type(field, entry, words) | None, description], None


def _type(field: Field, entry: Entry, words: tuple[str, ...]) -> Any:
    if field.kind == schema.CODE:
        return Annotated[str, one_of(words)] if words else Line
    if field.kind == schema.NUMBER:
        return Annotated[int, figure_from(entry.low, entry.high)]
    if field.kind == schema.MINUTES:
        return Annotated[int, parsed(partial(parse.minutes, most=entry.high), 1, entry.high)]
    if field.kind == schema.REFERENCE:
        return Name if field.of == "coachee" else Number
    return _TYPES[entry.day if field.kind == schema.DAY else field.kind]
