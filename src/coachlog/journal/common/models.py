"""The fields of an input model, out of the description of a table: what JSON may hold."""

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
from coachlog.journal.common.json_schema import TELLS_NUMBER, TELLS_TEXT
from coachlog.journal.common.reads import View
from coachlog.schema import field as schema
from coachlog.schema.field import ALWAYS, AT_FIRST, IN_JSON, LATER, Entry, Field, Table
from coachlog.values import parse
from coachlog.values.levels import level
from coachlog.values.rhythm import RHYTHM_MOST, rhythm

Model = TypeVar("Model", bound=type[Input])

_PLAIN: dict[str, Any] = {
    schema.TEXT: Text,
    schema.LINE: Line,
    schema.FLAG: Flag,
    schema.LEVEL: Annotated[int, parsed(level, -2, 2)],
    schema.NAME: Name,
    schema.RHYTHM: Annotated[int, parsed(rhythm, 1, RHYTHM_MOST)],
    schema.AHEAD: Day,
    schema.PAST: PastDay,
    schema.OVER: DayOver,
    schema.NOT_OVER: Annotated[date, day_by(keep_until)],
}


def changes(table: Table, view: View[Any], *given: str) -> Callable[[Model], Model]:
    """Give an input model the fields of a change, none of which has to be there.

    What is *given* otherwise are those of another command. What else the *view* has is only told.
    """
    fields = table.entries(*(given or (ALWAYS, LATER)))
    return lambda model: _with_fields(_told(model, table, view), fields, must=False)


def new_record(table: Table, view: View[Any]) -> Callable[[Model], Model]:
    """Give an input model the fields of a new record; what is required has to be there."""
    fields = table.entries(ALWAYS, AT_FIRST, LATER, IN_JSON)
    return lambda model: _with_fields(_told(model, table, view), fields, must=True)


def some(table: Table, *keys: str) -> Callable[[Model], Model]:
    """Give an input model these fields of a new record, which is part of a larger input."""
    return lambda model: _with_fields(model, map(table.by_key, keys), must=True)


def _told(model: Model, table: Table, view: View[Any]) -> Model:
    # Whose it is may be told, but nobody shall think that it can be changed by that.
    given = {each.key for each in table.fields if each.entry or each.of == "coachee"}
    kinds = view.line.__annotations__.items()
    model.read_only = model.read_only | {
        name: TELLS_TEXT if "str" in str(kind) else TELLS_NUMBER
        for name, kind in kinds
        if name not in given
    }
    return model


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
    words = tuple((field.words if must else entry.words) or entry.words or field.words)
    if must and entry.required:
        return Annotated[_type(field, entry, words), told], ...
    return Annotated[_type(field, entry, words) | None, told], None


def _type(field: Field, entry: Entry, words: tuple[str, ...]) -> Any:
    if field.kind == schema.CODE:
        return Annotated[str, one_of(words)]
    if field.kind == schema.NUMBER:
        return Annotated[int, figure_from(entry.low, entry.high)]
    if field.kind == schema.MINUTES:
        return Annotated[int, parsed(partial(parse.minutes, most=entry.high), 1, entry.high)]
    if field.kind == schema.REFERENCE:
        return Name if field.of == "coachee" else Number
    return _PLAIN[entry.day if field.kind == schema.DAY else field.kind]
