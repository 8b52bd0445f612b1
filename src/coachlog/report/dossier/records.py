"""Everything of a person as records with their fields, read from what `schema/` describes."""
# ruff: noqa: S608 - tables and columns are names of our own, values are bound

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import _
from coachlog.schema.field import BY_ROW, PRIVATE, PROGRAM, REFERENCE, SHARED, Field, Table
from coachlog.schema.tables import TABLES
from coachlog.store.person_records import records_of

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

Row = Mapping[str, object]


class DossierField(NamedTuple):
    """A field that is filled in: its *layer* is shared or private, *value* as the journal has it.

    *number* is that of the record that a reference leads to, where that has one. One that is
    *withheld* has no value.
    """

    field: Field
    layer: str
    value: object
    number: int | None = None
    withheld: bool = False


class DossierRecord(NamedTuple):
    """A record of a person, or a part of one, with all its fields that are filled in.

    *place* is the place of a part within its owner, *owner* the id of that. *about* is the id of
    the record that a correction is about.
    """

    table: Table
    id: str
    number: int | None
    place: int
    owner: str
    created_at: str | None
    fields: Sequence[DossierField]
    about: str = ""

    @property
    def key(self) -> str:
        """What to type to mean it, such as `session:12`; empty for what has no number."""
        if self.table.name == "coachee":
            return "coachee"
        return f"{self.table.name}:{self.number}" if self.number is not None else ""

    @property
    def heading(self) -> str:
        """What people call it, such as “Conversation 12”; that of a part has its place."""
        naming = self.table.naming
        if self.number is not None:
            template = naming.found_as or naming.brief or naming.one
            text = _(template).format(n=self.number, whom="", name="", text="").strip(" ():")
        else:
            one = _(naming.many[0]).replace("{n}", "").strip()
            text = f"{one} {self.place}" if self.owner else one
        return text[:1].upper() + text[1:]


def read_records(reader: "Reader", coachee_id: str) -> list[DossierRecord]:
    """Return everything about a person, each record followed by its parts, as in the schema."""
    ids = records_of(reader, coachee_id)
    records = [
        record
        for table, table_ids in ids.items()
        for record in _rows(reader, TABLES[table], table_ids)
    ]
    by_owner: dict[str, list[DossierRecord]] = {}
    all_ids = {record.id for record in records}
    main: list[DossierRecord] = []
    for record in records:
        if record.owner in all_ids:
            siblings = by_owner.setdefault(record.owner, [])
            place = 1 + sum(each.table == record.table for each in siblings)
            siblings.append(record._replace(place=place))
        else:
            main.append(record)
    return [each for record in main for each in (record, *by_owner.get(record.id, ()))]


def _rows(reader: "Reader", table: Table, ids: Sequence[str]) -> Iterator[DossierRecord]:
    names = [field.name for field in table.fields]
    columns = ", ".join(f'"{name}"' for name in names)
    order = next((name for name in ("number", "place") if table.find(name)), "id")
    sql = (
        f'select {columns} from "{table.name}"'
        f" where id in (select value from json_each(:ids)) order by {order}, id"
    )
    for values in reader.plain(sql, ids=json.dumps(ids)):
        row: Row = dict(zip(names, values, strict=True))
        owner = row.get(table.owner[1]) if table.owner else None
        yield DossierRecord(
            table,
            str(row["id"]),
            _number(row.get("number")),
            1,
            str(owner or ""),
            str(row["created_at"]) if row.get("created_at") else None,
            [*_fields(reader, table, row)],
            str(row.get("record_id") or ""),
        )


def _fields(reader: "Reader", table: Table, row: Row) -> Iterator[DossierField]:
    """Yield the fields that are filled in, apart from those for the program alone."""
    owner_column = table.owner[1] if table.owner else ""
    for field in table.fields:
        value = row[field.name]
        is_for_people = field.layer != PROGRAM and field.name not in ("number", owner_column)
        if is_for_people and value not in (None, "") and field.of != "coachee":
            number = _number_of(reader, field, value) if field.kind == REFERENCE else None
            yield DossierField(field, _layer(field, row), value, number)


def _layer(field: Field, row: Row) -> str:
    layer = row.get("layer") if field.layer == BY_ROW else field.layer
    return PRIVATE if layer == PRIVATE else SHARED


def _number_of(reader: "Reader", field: Field, value: object) -> int | None:
    if not TABLES[field.of].find("number"):
        return None
    return _number(reader.value(f'select number from "{field.of}" where id = :id', id=value))


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
