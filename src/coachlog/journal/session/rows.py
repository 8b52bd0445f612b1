"""The tables of a conversation as SQLModel classes: session, answer and option."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import create_model
from sqlalchemy import Integer, Text
from sqlmodel import Field, SQLModel

from coachlog.journal.common.column_types import Day, Flag, Instant
from coachlog.schema import field as schema
from coachlog.schema.field import Table
from coachlog.schema.session import ANSWER, OPTION, SESSION

Row = TypeVar("Row", bound=type[SQLModel])

_TYPES: dict[str, tuple[type, Any]] = {
    schema.DAY: (date, Day),
    schema.MOMENT: (datetime, Instant),
    schema.FLAG: (bool, Flag),
    schema.NUMBER: (int, Integer),
    schema.MINUTES: (int, Integer),
}


def stored(table: Table) -> Callable[[Row], Row]:
    """Return a decorator that makes a class an SQLModel table with the columns of *table*.

    SQLModel does not validate the values of a table: pass values of checked inputs only.
    """

    def column(field: schema.Field) -> tuple[Any, Any]:
        """Return the type of a column and its definition, as `create_model` takes them."""
        python_type, column_type = _TYPES.get(field.kind, (str, Text))
        keys: dict[str, Any] = {"primary_key": True} if field.name == "id" else {}
        if table.owner:
            owner_table, owner_column = table.owner
            if field.name == owner_column:
                # The ORM needs it to save the row of the owner first.
                keys = {"foreign_key": f"{owner_table}.id"}
        if field.required:
            return python_type, Field(sa_type=column_type, **keys)
        return python_type | None, Field(default=None, sa_type=column_type)

    def with_columns(row_class: Row) -> Row:
        fields: dict[str, Any] = {field.name: column(field) for field in table.fields}
        table_class: Any = create_model(
            row_class.__name__,
            __base__=row_class,
            __doc__=row_class.__doc__,
            __module__=row_class.__module__,
            __cls_kwargs__={"table": True},
            **fields,
        )
        return table_class  # type: ignore[no-any-return]

    return with_columns


@stored(SESSION)
class SessionRow(SQLModel):
    """A row of `session`."""

    __tablename__ = SESSION.name
    if TYPE_CHECKING:
        id: str
        number: int
        coachee_id: str
        created_at: datetime
        status: str
        starts_at: datetime
        time_zone: str
        held_on: date
        method: str | None
        topic: str | None
        next_at: datetime | None


@stored(ANSWER)
class AnswerRow(SQLModel):
    """A row of `answer`: what was said to a question that fills no field of its own."""

    __tablename__ = ANSWER.name


@stored(OPTION)
class OptionRow(SQLModel):
    """A row of `option`."""

    __tablename__ = OPTION.name
