"""The whole journal as JSON Lines: complete but for the history and drafts, ids and numbers kept.

The first line tells the version of the format and of the schema. Each further one is a record: its
columns by the name of its table, without those that are empty, and in `parts` the records that are
a part of it, by their table. A record stands after all that it refers to: a file is read once.
"""
# ruff: noqa: S608 - tables and columns are names of our own

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from graphlib import TopologicalSorter
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from coachlog.schema.field import Table
from coachlog.schema.tables import TABLES
from coachlog.store.connection import Reader
from coachlog.store.expected import SCHEMA

VERSION = 1
OWN = ("published", "erasure", "nameless_talk")
"""Tables of the program whose rows are kept for good."""
PARTS = "parts"
"""The key of a line beside that of its record: the records that are a part of it, by table."""
COUNTERS = "counters"
"""The last line: the last number that was given to each noun, since none is given twice."""

Row = dict[str, Any]
Keep = Callable[[str, Row], Row | None]
"""Returns what of a row of a table goes out; None for nothing."""


class JournalPlace(NamedTuple):
    """A table whose records have a line each, and the tables of the parts within these lines."""

    table: str
    parts: tuple[tuple[str, str], ...]
    """Each table of parts with its column that refers to the record it is a part of."""


def places() -> list[JournalPlace]:
    """Return all tables in an order in which each stands after those it refers to."""
    nested = {name for name, table in TABLES.items() if _may_be_nested(table)}
    references = {
        name: {
            field.of
            for part in (table, *(TABLES[each] for each in nested if _owner(each) == name))
            for field in part.fields
            if field.of and field.of != name
        }
        for name, table in TABLES.items()
        if name not in nested
    }
    sorter = TopologicalSorter(references)
    sorter.prepare()
    ordered: list[str] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready(), key=list(TABLES).index)
        ordered.extend(ready)
        sorter.done(*ready)
    lines = [JournalPlace(name, _parts(name, nested)) for name in ordered]
    return [*lines, *(JournalPlace(name, ()) for name in OWN)]


def lines(
    reader: Reader,
    made_at: str,
    *,
    ids: Mapping[str, Collection[str]] | None = None,
    keep: Keep | None = None,
    about: Mapping[str, object] | None = None,
) -> Iterator[str]:
    """Yield the lines of a journal, without line ends, as they are read.

    *ids* are those of the records that go out, by table; without, all go out, and the counters.
    *keep* decides on each row. *about* is more to say in the first line.
    """
    yield _json({"coachlog": VERSION, "schema": SCHEMA, "made_at": made_at, **(about or {})})
    for place in places():
        parts = [_grouped(reader, *part, ids, keep) for part in place.parts]
        for row in _rows(reader, place.table, "id", ids, keep):
            found = {
                name: of_owner
                for (name, _column), groups in zip(place.parts, parts, strict=True)
                if (of_owner := groups.of(row["id"]))
            }
            yield _json({place.table: row, **({PARTS: found} if found else {})})
    if ids is None:
        counters = reader.plain("select noun, last from counter order by noun")
        yield _json({COUNTERS: dict(counters)})


class _Groups:
    """The parts of records, asked for in the order of their owners, and read no further."""

    def __init__(self, rows: Iterator[Row], column: str) -> None:
        self._column = column
        self._groups = groupby(rows, itemgetter(column))
        self._next: tuple[str, list[Row]] | None = None
        self._advance()

    def of(self, owner_id: str) -> list[Row]:
        """Return the parts of an owner, without the reference to it."""
        while self._next and self._next[0] < owner_id:
            self._advance()
        if not self._next or self._next[0] != owner_id:
            return []
        found = self._next[1]
        self._advance()
        return found

    def _advance(self) -> None:
        group = next(self._groups, None)
        self._next = group and (group[0], [without(row, self._column) for row in group[1]])


def _grouped(
    reader: Reader,
    table: str,
    column: str,
    ids: Mapping[str, Collection[str]] | None,
    keep: Keep | None,
) -> _Groups:
    return _Groups(_rows(reader, table, f'"{column}", id', ids, keep), column)


def _rows(
    reader: Reader,
    table: str,
    order: str,
    ids: Mapping[str, Collection[str]] | None,
    keep: Keep | None,
) -> Iterator[Row]:
    """Yield the rows of a table by column, without empty columns, as far as they go out."""
    columns = [
        str(name) for (name,) in reader.plain("select name from pragma_table_info(:t)", t=table)
    ]
    json_ids = None if ids is None else json.dumps(sorted(ids.get(table, ())))
    condition = "" if json_ids is None else " where id in (select value from json_each(:ids))"
    values = {} if json_ids is None else {"ids": json_ids}
    for cells in reader.plain(f'select * from "{table}"{condition} order by {order}', **values):
        row: Row | None = {
            name: cell for name, cell in zip(columns, cells, strict=True) if cell is not None
        }
        row = keep(table, row) if keep and row is not None else row
        if row is not None:
            yield row


def _may_be_nested(table: Table) -> bool:
    """Whether a part can be in the line of its owner: it must refer to no later record."""
    if table.owner is None:
        return False
    owner = table.owner[0]
    others = {field.of for field in table.fields if field.of} - {owner}
    return not any(owner in _all_references(other) for other in others)


def _all_references(name: str) -> set[str]:
    """Return the tables that records of a table refer to, directly or through others."""
    found: set[str] = set()
    news = {name}
    while news:
        news = {field.of for each in news for field in TABLES[each].fields if field.of} - found
        found |= news
    return found


def _owner(name: str) -> str:
    owner = TABLES[name].owner
    return owner[0] if owner else ""


def _parts(owner: str, nested: Collection[str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, table.owner[1])
        for name, table in TABLES.items()
        if name in nested and table.owner and table.owner[0] == owner
    )


def without(row: Row, column: str) -> Row:
    """Return a row but for one column."""
    return {name: value for name, value in row.items() if name != column}


def _json(values: Mapping[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
