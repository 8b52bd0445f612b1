"""The columns of a list, out of the description of its table."""

from coachlog.base.texts import N_
from coachlog.schema import field as schema
from coachlog.schema.field import Field, Table
from coachlog.schema.vocabulary import YES_NO
from coachlog.terminal.column import Column

NUMBER = Column("number", N_("No."), "number")


Shown = str | tuple[str, int]


def columns(table: Table, *shown: Shown | Column) -> tuple[Column, ...]:
    """The number of a record, then the columns *shown*.

    One with a figure beside it needs a wider terminal: `Column` tells how wide.
    """
    return (
        NUMBER,
        *(each if isinstance(each, Column) else _column(table, each) for each in shown),
    )


def _column(table: Table, shown: Shown) -> Column:
    key, keep = (shown, 1) if isinstance(shown, str) else shown
    field = table.by_key(key)
    words = YES_NO if field.kind == schema.FLAG else field.words
    return Column(key, field.heading or field.label, _kind(field), keep, words)


def _kind(field: Field) -> str:
    if field.of == "coachee":
        return "person"
    return "text" if field.kind == schema.CODE and not field.words else _KINDS[field.kind]


_KINDS = {
    schema.TEXT: "text",
    schema.LINE: "text",
    schema.NAME: "text",
    schema.CODE: "choice",
    schema.FLAG: "choice",
    schema.DAY: "day",
    schema.MOMENT: "instant",
    schema.NUMBER: "number",
    schema.MINUTES: "number",
    schema.RHYTHM: "number",
    schema.REFERENCE: "number",
}
