"""The fields of an input model, out of the description of a table: what JSON may hold."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Annotated, Any, TypeVar

from pydantic import Field as Described
from pydantic import create_model

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
    figure_from,
    one_of,
    parsed,
)
from coachlog.schema import field as schema
from coachlog.schema.field import ALWAYS, AT_FIRST, IN_JSON, LATER, Entry, Field, Table
from coachlog.values import parse

Model = TypeVar("Model", bound=type[Input])

_PLAIN: dict[str, Any] = {
    schema.TEXT: Text,
    schema.LINE: Line,
    schema.FLAG: Flag,
    schema.AHEAD: Day,
    schema.PAST: PastDay,
    schema.OVER: DayOver,
}


def changes(table: Table) -> Callable[[Model], Model]:
    """Give an input model the fields of a change, none of which has to be there."""
    return lambda model: _with_fields(model, table.entries(ALWAYS, LATER), must=False)


def new_record(table: Table) -> Callable[[Model], Model]:
    """Give an input model the fields of a new record; what is required has to be there."""
    return lambda model: _with_fields(
        model, table.entries(ALWAYS, AT_FIRST, LATER, IN_JSON), must=True
    )


def _with_fields(model: Model, fields: Iterable[Field], *, must: bool) -> Model:
    made: Any = create_model(
        model.__name__,
        __base__=model,
        __doc__=model.__doc__,
        __module__=model.__module__,
        **{each.key: _field(each, each.given_by, must) for each in fields},
    )
    return made  # type: ignore[no-any-return]


def _field(field: Field, entry: Entry, must: bool) -> Any:
    """The annotation and the default that pydantic makes a field of."""
    told = Described(description=entry.help or field.label)
    if must and entry.required:
        return Annotated[_type(field, entry), told], ...
    return Annotated[_type(field, entry) | None, told], None


def _type(field: Field, entry: Entry) -> Any:
    if field.kind == schema.CODE:
        return Annotated[str, one_of(tuple(entry.words or field.words))]
    if field.kind == schema.NUMBER:
        return Annotated[int, figure_from(entry.low, entry.high)]
    if field.kind == schema.MINUTES:
        return Annotated[int, parsed(partial(parse.minutes, most=entry.high), 1, entry.high)]
    if field.kind == schema.REFERENCE:
        return Name if field.of == "coachee" else Number
    return _PLAIN[entry.day if field.kind == schema.DAY else field.kind]
