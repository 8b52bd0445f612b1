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
    """Give a class the columns of *table*; build its rows from checked inputs only."""

    def column(field: schema.Field) -> tuple[Any, Any]:
        python, stored_as = _TYPES.get(field.kind, (str, Text))
        told: dict[str, Any] = {"primary_key": True} if field.name == "id" else {}
        if table.owner and field.name == table.owner[1]:
            told = {"foreign_key": f"{table.owner[0]}.id"}
        if field.required:
            return python, Field(sa_type=stored_as, **told)
        return python | None, Field(default=None, sa_type=stored_as)

    def with_columns(row: Row) -> Row:
        fields: dict[str, Any] = {each.name: column(each) for each in table.fields}
        made: Any = create_model(
            row.__name__,
            __base__=row,
            __doc__=row.__doc__,
            __module__=row.__module__,
            __cls_kwargs__={"table": True},
            **fields,
        )
        return made  # type: ignore[no-any-return]

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
