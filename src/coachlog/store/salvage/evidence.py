"""What indexes, the history and search tell of records, also of those that were not found."""

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from coachlog.schema.tables import SEARCHED_PRIVATE, SEARCHED_SHARED, TABLES
from coachlog.store.salvage.cells import HarmedText, Value
from coachlog.store.salvage.sources import FoundTable, Source
from coachlog.store.salvage.table_shapes import IndexShape, Schema, Shape

Fields = dict[str, Value]
"""Values by the names of their columns."""


class Evidence(NamedTuple):
    """What is known of records from elsewhere than their rows, by table and key.

    *expected* are the records that an index holds, *nameless* those of which not even the key is
    known. *logged* is what the history has of a record, *removed* the records that it says were
    removed. *texts* are the words of a record by layer, *rivals* the keys that an index has for a
    row with another key, and *removed_numbers* the numbers of removed records.
    """

    expected: dict[str, dict[Value, Fields]]
    nameless: dict[str, list[Fields]]
    logged: dict[tuple[str, str], Fields]
    removed: set[tuple[str, str]]
    texts: dict[tuple[str, str], dict[str, str]]
    rivals: dict[tuple[str, Value], Value]
    removed_numbers: set[tuple[str, Value]]

    def known(self, table: str, key: Value) -> Fields:
        """Return the fields that are known of a record; an index is newer than the history."""
        logged = self.logged.get((table, str(key)), {})
        return logged | self.expected.get(table, {}).get(key, {})


def gather(source: Source, schema: Schema, found: Mapping[str, FoundTable]) -> Evidence:
    """Return the evidence that *source* has of the records, *found* or not."""
    evidence = Evidence({}, {}, *_from_log(found), {}, {}, set())
    for table, by_number in _from_indexes(source, schema, found).items():
        for number, known in by_number.items():
            _add_entry(evidence, found[table], number, known)
    for row in found["change"].rows.values() if "change" in found else ():
        noun, _record_id, verb, old = row[2:6]
        if verb == "delete" and "number" in (was := _parse_object(old)):
            evidence.removed_numbers.add((str(noun), was["number"]))
    for noun, record_id, layer, body in source.texts():
        evidence.texts.setdefault((noun, record_id), {})[layer] = body
    return evidence


def _add_entry(evidence: Evidence, found: FoundTable, number: int, known: Fields) -> None:
    """Add what indexes hold of the row with *number* in the file.

    Where the row itself has another key than the index, that of the row counts.
    """
    table, shape = found.shape.name, found.shape
    column = shape.columns[shape.key]
    indexed_key = known.get(column)
    key = found.numbers.get(number, indexed_key)
    if key is None:
        evidence.nameless.setdefault(table, []).append(known)
    elif key == indexed_key or indexed_key is None or number in found.numbers:
        if indexed_key not in (None, key):
            evidence.rivals[table, key] = known.pop(column)
        evidence.expected.setdefault(table, {}).setdefault(key, {}).update(known)


def restore_words(
    shape: Shape, key: Value, missing: set[int], row: list[Value], evidence: Evidence
) -> None:
    """Fill *missing* texts of a *row* with the words that search has of the record.

    Search has them as one text per layer: where several fields are missing, one gets all of it.
    """
    for layer, body in evidence.texts.get((shape.name, str(key)), {}).items():
        searched = SEARCHED_PRIVATE if layer == "private" else SEARCHED_SHARED
        if shape.name not in searched and shape.name in SEARCHED_SHARED:
            searched = SEARCHED_SHARED  # its rows have a layer each
        columns = searched.get(shape.name, ())
        places = [shape.columns.index(name) for name in columns if name in shape.columns]
        for place in places:
            value = row[place]
            if place not in missing and isinstance(value, str):
                body = f"\n{body}\n".replace(f"\n{value}\n", "\n", 1).strip("\n")
        open_places = [place for place in places if place in missing]
        if body and open_places:
            best = next((place for place in open_places if shape.required[place]), open_places[0])
            row[best] = body
            missing.discard(best)


def _from_indexes(
    source: Source, schema: Schema, found: Mapping[str, FoundTable]
) -> dict[str, dict[int, Fields]]:
    """Return the values in all indexes by table, and by the number of the row in the file."""
    result: dict[str, dict[int, Fields]] = {}
    for name, entry in schema.indexes.items():
        if entry.table not in TABLES:
            continue
        by_number = result.setdefault(entry.table, {})
        shape = found[entry.table].shape
        for number, values in source.entries(name, entry):
            if not _may_be_of(shape, entry, values):
                continue  # a page of another index
            known = by_number.setdefault(number, {})
            for column, value in zip(entry.columns, values, strict=True):
                if column and not isinstance(value, HarmedText):
                    known[column] = value
    return result


def _may_be_of(shape: Shape, entry: IndexShape, values: list[Value]) -> bool:
    """Whether the values of an entry are of the kinds of its columns."""
    kinds = dict(zip(shape.columns, shape.kinds, strict=True))
    return all(
        column is None
        or value is None
        or isinstance(value, str if kinds[column] == "TEXT" else int)
        for column, value in zip(entry.columns, values, strict=True)
    )


def _from_log(
    found: Mapping[str, FoundTable],
) -> tuple[dict[tuple[str, str], Fields], set[tuple[str, str]]]:
    """Return the latest values of each record in the history, and which records were removed."""
    logged: dict[tuple[str, str], Fields] = {}
    removed: set[tuple[str, str]] = set()
    changes = found.get("change")
    if changes is None:
        return logged, removed
    columns = changes.shape.columns
    for row in _in_order(changes.rows.values()):
        change = dict(zip(columns, row, strict=True))
        record = str(change["noun"]), str(change["record_id"])
        if change["verb"] == "delete":
            removed.add(record)
            logged.pop(record, None)
        else:
            removed.discard(record)
            logged.setdefault(record, {}).update(_parse_object(change["new"]))
    return logged, removed


def _in_order(rows: Iterable[list[Value]]) -> list[list[Value]]:
    return sorted(rows, key=lambda row: row[0] if isinstance(row[0], int) else 0)


def _parse_object(text: Value) -> Fields:
    """Return what a text in JSON holds, if it is an object; else nothing."""
    if not isinstance(text, str) or isinstance(text, HarmedText):
        return {}
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return {str(key): value for key, value in found.items()} if isinstance(found, dict) else {}
