"""The columns of a list, made from the description of its table."""

from coachlog.base.texts import N_
from coachlog.schema import field as schema
from coachlog.schema.field import Field, Table
from coachlog.schema.vocabulary import YES_NO
from coachlog.terminal.column import Column

NUMBER = Column("number", N_("No."), "number")

ColumnKey = str | tuple[str, int] | tuple[str, int, str]
"""The key of a field, alone or with the priority of its column (see `Column`): 1 is always kept.

A kind behind that is another one than its field has.
"""


def columns(table: Table, *keys: ColumnKey | Column) -> tuple[Column, ...]:
    """Return the columns of a list: the number of the record, then one for each of *keys*."""
    return (
        NUMBER,
        *(key if isinstance(key, Column) else _column(table, key) for key in keys),
    )


def _column(table: Table, column_key: ColumnKey) -> Column:
    key, keep, *kind = (column_key, 1) if isinstance(column_key, str) else column_key
    field = table.by_key(key)
    words = YES_NO if field.kind == schema.FLAG else field.words
    shown_as = str(kind[0]) if kind else _kind(field)
    return Column(key, field.heading or field.label, shown_as, keep, words)


def _kind(field: Field) -> str:
    """Return how `Column` formats the values of *field*."""
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
