"""The tables that can be exported: what a column holds, and whose, private or dated its rows are.

All is derived from the views and from `schema/`, so that a new noun is here by itself.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from coachlog.schema.field import (
    CODE,
    DAY,
    LEVEL,
    LINE,
    MINUTES,
    MOMENT,
    NUMBER,
    PRIVATE,
    REFERENCE,
    RHYTHM,
    TEXT,
    Field,
    Table,
)
from coachlog.schema.tables import TABLES as _TABLES
from coachlog.store.public_views import PublicView, ViewColumn, described_views

PRIVATE_ENDING = "_private"
NUMBERS = (NUMBER, MINUTES, RHYTHM, LEVEL)
"""The kinds that are whole numbers."""

KEY, PERSON_KEY, PERSON = "number", "handle", "coachee"
"""What tells records apart, what tells people apart, and the column that has the latter."""

EVERYBODY = "everybody"
"""The view of all people that others refer to: the coach may be among them."""

_ORDERS = {"trajectory_themes": "trajectory, area nulls last, theme"}
"""Of which the order of rows cannot be derived."""


class TableColumn(NamedTuple):
    """A column: its kind, what people call it and what is told of it, neither translated yet.

    *words* are the codes of an enumeration. *of* is the table of the records that a reference leads
    to.
    """

    name: str
    kind: str
    label: str = ""
    help: str = ""
    words: Mapping[str, str] = MappingProxyType({})
    of: str = ""

    @property
    def is_text(self) -> bool:
        """Whether it holds words, codes or handles."""
        is_handle = self.kind == REFERENCE and self.of == PERSON
        return is_handle or self.kind in (TEXT, LINE, "name", CODE)


class PublicTable(NamedTuple):
    """A view as a table. *noun* is the table of its records, *order* how rows are sorted, in SQL.

    *person* is the column with the handle of whose it is, *day* the one with the day that each row
    has; both are empty where there is none.
    """

    name: str
    noun: str
    columns: tuple[TableColumn, ...]
    order: str
    person: str
    day: str
    is_private: bool

    @property
    def key(self) -> str:
        """The column that tells its rows apart; empty where none does."""
        names = {column.name for column in self.columns}
        return next((name for name in (KEY, PERSON_KEY) if name in names), "")

    def has(self, name: str) -> bool:
        """Whether it has a column of that name."""
        return any(column.name == name for column in self.columns)


@cache
def public_tables() -> dict[str, PublicTable]:
    """Return all tables by name: people first, then what has a number, then their parts."""
    tables = [_public_table(view) for view in described_views().values()]
    ranks = {name: rank for rank, name in enumerate(_TABLES)}
    tables.sort(key=lambda table: (not table.key, ranks[table.noun], table.name))
    return {table.name: table for table in tables}


def described(table: Table, *keys: str) -> tuple[TableColumn, ...]:
    """Return columns as the description of *table* has them, for a table that is no view."""
    return tuple(_of_field(key, table.by_key(key)) for key in keys)


def leads_to(column: TableColumn) -> tuple[str, str] | None:
    """Return the table and the key of what a column refers to; None where it refers to nothing."""
    if column.kind != REFERENCE:
        return None
    if column.of == PERSON:
        return EVERYBODY, PERSON_KEY
    view = _TABLES[column.of].noun.view
    return (view, KEY) if view else None


def records_of(table: PublicTable) -> PublicTable | None:
    """Return the table in which the records of a private *table* stand with their days, if any."""
    view = _TABLES[table.noun].noun.view
    return public_tables()[view] if view and view != table.name and table.has(KEY) else None


def owner_of(table: PublicTable) -> tuple[PublicTable, str] | None:
    """Return the table that the rows of *table* are a part of, and the column that tells of what.

    None where they are no part of anything that has a number.
    """
    owner = _TABLES[table.noun].owner
    if owner is None:
        return None
    view, column = _TABLES[owner[0]].noun.view, owner[1].removesuffix("_id")
    return (public_tables()[view], column) if view and table.has(column) else None


def _public_table(view: PublicView) -> PublicTable:
    """Return a view as a table, with what the fields of its noun tell."""
    noun = _noun_of(view)
    described = _TABLES[noun]
    fields = {column.name: _field(described, column.name) for column in view.columns}
    columns = tuple(_column(noun, column, fields[column.name]) for column in view.columns)
    names = [column.name for column in columns]
    days = (field.key for field in described.fields if field.kind == DAY and field.required)
    person = PERSON_KEY if noun == PERSON and PERSON_KEY in names else PERSON
    return PublicTable(
        name=view.name,
        noun=noun,
        columns=columns,
        order=_ORDERS.get(view.name) or _order(names, columns),
        person=person if person in names else "",
        day=next((day for day in days if day in names), ""),
        is_private=_is_private(view.name, fields.values()),
    )


def _noun_of(view: PublicView) -> str:
    """Return the table of the records that a view, or the view that it reads, has."""
    while view.source not in _TABLES:
        view = described_views()[view.source]
    return view.source


def _field(table: Table, name: str) -> Field | None:
    return table.find(name) or next((field for field in table.fields if field.key == name), None)


def _is_private(name: str, fields: Iterable[Field | None]) -> bool:
    return name.endswith(PRIVATE_ENDING) or any(
        field is not None and field.layer == PRIVATE for field in fields
    )


def _column(noun: str, column: ViewColumn, field: Field | None) -> TableColumn:
    """Return what is known of a column, by its field or else by its name and its SQL."""
    name = column.name
    if field is not None:
        return _of_field(name, field)
    if column.counts:
        return TableColumn(name, NUMBER)
    if name in _TABLES:
        return TableColumn(name, REFERENCE, of=name)
    return TableColumn(name, _kind_by_name(noun, name))


def _of_field(name: str, field: Field) -> TableColumn:
    explanation = (field.entry.about or field.entry.help) if field.entry else ""
    return TableColumn(name, field.kind, field.label, explanation, field.words, field.of)


def _kind_by_name(noun: str, name: str) -> str:
    """Return the kind of a value that is read from another record, by the name of its column.

    A part of the record is looked at first: the score of a goal is its latest `goal_score`.
    """
    parts = [table for table in _TABLES.values() if table.naming.part_of == noun]
    field = next((found for table in parts if (found := table.find(name))), None)
    if field is not None:
        return field.kind
    ends = {"_on": DAY, "_at": MOMENT}
    return ends.get(name[-3:], LINE)


def _order(names: list[str], columns: tuple[TableColumn, ...]) -> str:
    """Return how rows are sorted, in SQL: by number or name; parts by what they are a part of."""
    if KEY in names:
        return KEY
    if PERSON_KEY in names:
        return "name_sort, handle"
    first, *rest = columns
    if "place" in names:
        rest = [column for column in rest if column.name == "place"]
    elif "created_at" in names:
        days = [column for column in rest if column.kind == DAY][:1]
        rest = [*days, *(column for column in rest if column.name == "created_at")]
    else:
        rest = [column for column in rest if column.name != PERSON]
    return ", ".join(f'"{column.name}"' for column in (first, *rest))


TABLES = {table.name: table.order for table in public_tables().values()}
"""The views that can be exported, and the order of their rows."""
