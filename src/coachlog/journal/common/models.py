"""Gives input models their fields, made from the description of a table."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, WithJsonSchema, create_model
from pydantic import Field as Described

from coachlog.dates.parse import keep_until
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
from coachlog.journal.common.json_schema import LIST_SCHEMA, NUMBER_SCHEMA, TEXT_SCHEMA
from coachlog.journal.common.reads import View, is_number, number_of
from coachlog.schema import field as schema
from coachlog.schema.field import ALWAYS, AT_FIRST, IN_JSON, LATER, Entry, Field, Table
from coachlog.schema.lookup import find_table
from coachlog.terminal.context import context
from coachlog.values import parse
from coachlog.values.hours import hours
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


def edit_fields(table: Table, view: View[Any] | None, *groups: str) -> Callable[[Model], Model]:
    """Return a decorator that gives a model the fields of `edit`, all of them optional.

    *groups* names the fields of another command instead. Other columns of *view* are read-only.
    """
    fields = table.entries(*(groups or (ALWAYS, LATER)))

    def decorate(model: Model) -> Model:
        base = _with_read_only(model, table, view) if view else model
        return _with_fields(base, fields, is_new=False)

    return decorate


def new_fields(table: Table, view: View[Any]) -> Callable[[Model], Model]:
    """Return a decorator that gives a model the fields of a new record; some are required."""
    fields = table.entries(ALWAYS, AT_FIRST, LATER, IN_JSON)
    return lambda model: _with_fields(_with_read_only(model, table, view), fields, is_new=True)


def chosen_fields(table: Table, *keys: str, but: str = "") -> Callable[[Model], Model]:
    """Return a decorator that gives a model the fields *keys* of a new record.

    *but* is a prefix that is removed from their names.
    """
    fields = tuple(map(table.by_key, keys))
    return lambda model: _with_fields(model, fields, is_new=True, prefix=but)


def _with_read_only(model: Model, table: Table, view: View[Any]) -> Model:
    """Add the columns of *view* that nobody enters to *read_only* of *model*, and return it."""
    # The person is no read-only field either: an edit that names another one has to be refused.
    not_read_only = {field.key for field in table.fields if field.entry or field.of == "coachee"}
    # What is entered, but is no column.
    not_read_only |= {
        name for base in model.__mro__ for name in vars(base).get("__annotations__", {})
    }
    schemas = {
        column: TEXT_SCHEMA if "str" in str(annotation) else NUMBER_SCHEMA
        for column, annotation in view.line.__annotations__.items()
    }
    added = {column: schemas[column] for column in schemas if column not in not_read_only}
    model.read_only = model.read_only | added | {"corrections": LIST_SCHEMA}
    return model


def _with_fields(model: Model, fields: Iterable[Field], *, is_new: bool, prefix: str = "") -> Model:
    """Return a subclass of *model* with *fields*, of which a new record must have some.

    The *prefix* is removed from their names.
    """
    definitions = {
        field.key.removeprefix(prefix): _field(field, field.given_by, is_new) for field in fields
    }
    subclass: Any = create_model(
        model.__name__,
        __base__=model,
        __doc__=model.__doc__,
        __module__=model.__module__,
        **definitions,
    )
    return subclass  # type: ignore[no-any-return]


def _field(field: Field, entry: Entry, is_new: bool) -> Any:
    """Return the annotation and the default from which pydantic makes a field.

    As a default, `...` says that the field is required.
    """
    help_text = entry.help or entry.about or field.label
    if field.kind == schema.MOMENT:
        help_text += _MOMENT
    description = Described(description=help_text)
    # A new record may have a code that an edit cannot set, such as a status of its past.
    codes = (field.words if is_new else entry.words) or entry.words or field.words
    value_type = _type(field, entry, {code: field.words.get(code, code) for code in codes})
    if is_new and entry.required:
        return Annotated[value_type, description], ...
    if is_new and entry.default is not None:
        return Annotated[value_type, description], entry.default
    return Annotated[value_type | None, description], None


def _type(field: Field, entry: Entry, codes: dict[str, str]) -> Any:
    """Return the type that checks the values of *field*; *codes* has words, by code."""
    if field.kind == schema.CODE:
        return Annotated[str, one_of(codes)] if codes else Line
    if field.kind == schema.NUMBER:
        return Annotated[int, figure_from(entry.low, entry.high)]
    if field.kind == schema.MINUTES:
        return Annotated[int, parsed(partial(parse.minutes, most=entry.high), 1, entry.high)]
    if field.kind == schema.HOURS:
        return _hours(entry)
    if field.kind == schema.REFERENCE:
        return Name if field.of == "coachee" else _record_of(field.of)
    return _TYPES[entry.day if field.kind == schema.DAY else field.kind]


def _record_of(noun: str) -> Any:
    """Return the type of the number of another record, which some nouns have a name beside."""
    table = find_table(noun)
    if table is None or not table.noun.called:
        return Number

    def read(value: str | int) -> int | None:
        if not isinstance(value, str) or is_number(value):
            return parse.number(value)
        with context().reader() as reader:
            return number_of(reader, noun, value)

    return Annotated[int, parsed(read, 1, parse.NUMBER_MAX)]


def _hours(entry: Entry) -> Any:
    """Return the type of an amount of time that is told in hours: 40, 40.5 or a text."""
    accepts = {"type": ["number", "string"], "minimum": entry.low // 60, "maximum": entry.high / 60}
    as_text = BeforeValidator(
        lambda value: str(value) if isinstance(value, float) else value,
        json_schema_input_type=Annotated[Any, WithJsonSchema(accepts)],
    )
    read = partial(hours, low=entry.low, most=entry.high)
    return Annotated[int, parsed(read, entry.low, entry.high), as_text]
