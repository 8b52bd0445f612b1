"""Where the rows of a damaged store come from, and what is found of each table."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from coachlog.store.salvage.cells import Value, is_whole
from coachlog.store.salvage.table_shapes import IndexShape, Shape


class Row(NamedTuple):
    """A row as it was found: its number in the file, and the values of all columns."""

    rowid: int
    values: list[Value]


class Source(Protocol):
    """Reads a store as far as it goes; each method leaves out what cannot be read.

    *broken* are the tables of which something could not be read, *gaps* counts all such places.
    """

    broken: set[str]
    gaps: int

    def rows(self, shape: Shape) -> Iterator[Row]:
        """Yield the rows of a table."""

    def entries(self, name: str, entry: IndexShape) -> Iterator[Row]:
        """Yield the entries of an index: the values of its columns, and the row they are of."""

    def texts(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield the noun, the id, the layer and the words of each record that search finds."""


class FoundTable(NamedTuple):
    """The rows of a table by their key, and what is known of those that were not found."""

    shape: Shape
    rows: dict[Value, list[Value]]
    numbers: dict[int, Value]
    """The key of each row by its number in the file, as far as an index tells it."""


def found_in(source: Source, shape: Shape) -> FoundTable:
    """Return the rows of a table; of two with one key, the whole one, or the first."""
    found = FoundTable(shape, {}, {})
    for rowid, values in source.rows(shape):
        key = values[shape.key]
        if not isinstance(key, str | int):
            continue
        known = found.rows.get(key)
        if known is None or (is_whole(values) and not is_whole(known)):
            found.rows[key] = values
            found.numbers[rowid] = key
    return found
