"""The columns of a list, made from the description of its table."""

from coachlog.base.texts import N_
from coachlog.schema import field as schema
from coachlog.schema.field import Field, Table
from coachlog.schema.vocabulary import YES_NO
from coachlog.terminal.column import Column

NUMBER = Column("number", N_("No."), "number")

ColumnKey = str | tuple[str, int] | tuple[str, int, str]
"""The key of a field, alone or with the priority of its column, `keep` of `Column`.

A third item is the kind of the column, where it is not that of the field.
"""


def columns(table: Table, *keys: ColumnKey | Column) -> tuple[Column, ...]:
    """Return the columns of a list: the number of the record, then one for each of *keys*."""
    made_columns = (key if isinstance(key, Column) else _make_column(table, key) for key in keys)
    return (NUMBER, *made_columns)


def _make_column(table: Table, column_key: ColumnKey) -> Column:
    """Return the column for a key such as "due_on", ("due_on", 3) or ("due_on", 3, "moment")."""
    key, priority, *kinds = (column_key, 1) if isinstance(column_key, str) else column_key
    field = table.by_key(key)
    words = YES_NO if field.kind == schema.FLAG else field.words
    kind = str(kinds[0]) if kinds else _column_kind(field)
    return Column(key, field.heading or field.label, kind, priority, words)


def _column_kind(field: Field) -> str:
    """Return the kind of `Column` that formats the values of *field*."""
    if field.of == "coachee":
        return "person"
    if field.kind == schema.CODE and not field.words:  # a code that people read as it is
        return "text"
    return _KINDS[field.kind]


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
    schema.HOURS: "number",
    schema.RHYTHM: "number",
    schema.REFERENCE: "number",
}
