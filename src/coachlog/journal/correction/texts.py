"""The texts of a record and of its parts, each by a path such as `summary` or `option.2.text`."""
# ruff: noqa: S608 - tables and columns are names of our own, values are bound

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import _, in_each_language
from coachlog.schema.field import WORDS, Table
from coachlog.schema.tables import TABLES
from coachlog.store.removal import LINKS

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class RecordText(NamedTuple):
    """A text that is filled in: its *path*, what people call it, and where it is kept.

    *names* are what it is called in each language.
    """

    path: str
    label: str
    table: str
    column: str
    record_id: str
    text: str
    names: tuple[str, ...] = ()


def texts_of(reader: "Reader", table: Table, record_id: str) -> list[RecordText]:
    """Return the texts of a record, then those of its parts in their order."""
    found = _of_row(reader, table, record_id, "")
    for part in TABLES.values():
        links = [link for link in LINKS if link.table == part.name and link.to == table.name]
        if part.naming.part_of != table.name or not links:
            continue
        order = "place, id" if part.find("place") else "id"
        sql = f'select id from "{part.name}" where "{links[0].column}" = :id order by {order}'
        for place, part_id in enumerate(reader.rows(str, sql, id=record_id), 1):
            found += _of_row(reader, part, part_id, f"{part.name}.{place}.")
    return found


def _of_row(reader: "Reader", table: Table, record_id: str, prefix: str) -> list[RecordText]:
    texts = []
    for field in table.fields:
        if field.kind in WORDS and field.label:
            sql = f'select "{field.name}" from "{table.name}" where id = :id'
            text = reader.value(sql, id=record_id)
            if text:
                path = prefix + field.key
                place = prefix.rstrip(".").rpartition(".")[2]
                label = f"{_(field.label)} {place}".rstrip()
                names = tuple(f"{name} {place}".rstrip() for name in in_each_language(field.label))
                where = (table.name, field.name, record_id)
                texts.append(RecordText(path, label, *where, str(text), names))
    return texts
