"""Reading rows through SQLite itself, around what it cannot read.

For a store that SQLite finds sound, and for a protected one, whose pages only SQLCipher deciphers.
"""
# ruff: noqa: S608 - the SQL is put together from the names of our own tables, never from values

import sqlite3
from collections.abc import Iterator

from coachlog.store.faults import primary_code
from coachlog.store.salvage.cells import Value, readable_text
from coachlog.store.salvage.sources import Row
from coachlog.store.salvage.table_shapes import IndexShape, Shape

_LOWEST, _HIGHEST = -(1 << 63), (1 << 63) - 1
_MOST_QUESTIONS = 20_000
_NO_WAY = sqlite3.SQLITE_ERROR


class SqlRows:
    """The rows of a store by SQL; *rowids* of tables that no scan reaches are asked for singly."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.text_factory = readable_text
        self.broken: set[str] = set()
        self.gaps = 0

    def rows(self, shape: Shape) -> Iterator[Row]:
        """Yield the rows of a table: from both ends, then in ever smaller parts of what is left."""
        before = self.gaps
        yield from self._rows(shape)
        if self.gaps > before:
            self.broken.add(shape.name)

    def _rows(self, shape: Shape) -> Iterator[Row]:
        """Yield the rows of a table, completed with the columns that an older store lacks."""
        names = self._columns(shape)
        if not names:
            return
        listed = ", ".join(f'"{name}"' for name in names)
        self._questions = 0
        for rowid, values in self._between(f'{listed} from "{shape.name}"', _LOWEST, _HIGHEST):
            yield Row(rowid, shape.completed(values, rowid))

    def entries(self, name: str, entry: IndexShape) -> Iterator[Row]:
        """Yield the entries of an index, from its beginning and from its end."""
        columns = [column for column in entry.columns if column]
        if len(columns) != len(entry.columns):
            return
        listed = ", ".join(f'"{column}"' for column in columns)
        for order in ("asc", "desc"):
            by = ", ".join(f'"{column}" {order}' for column in columns)
            sql = f'select rowid, {listed} from "{entry.table}" indexed by "{name}" order by {by}'
            is_whole = True
            for row in self._read(sql):
                if row is None:
                    is_whole = False
                else:
                    yield row
            if is_whole:
                return

    def texts(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield what search finds of each record."""
        for row in self._read("select id, noun, record_id, layer, body from document"):
            if row is not None:
                noun, record_id, layer, body = (str(value) for value in row.values)
                yield noun, record_id, layer, body

    def _columns(self, shape: Shape) -> list[str]:
        """Return the columns of a table that the store has; none where it has no such table."""
        try:
            rows = self._connection.execute(f'PRAGMA table_info("{shape.name}")').fetchall()
        except sqlite3.DatabaseError:
            self.gaps += 1
            return []
        there = {str(row[1]) for row in rows}
        return [name for name in shape.columns if name in there]

    def _between(self, what: str, low: int, high: int) -> Iterator[Row]:
        """Yield the rows with numbers from *low* to *high*."""
        if low > high or self._questions > _MOST_QUESTIONS:
            return
        self._questions += 1
        begin = f"select rowid, {what} where rowid between {low} and {high} order by rowid"
        last = low - 1
        is_whole = True
        for row in self._read(begin):
            if row is None:
                is_whole = False
            else:
                last = row.rowid
                yield row
        if is_whole:
            return
        first = high + 1
        for row in self._read(f"{begin} desc"):
            if row is None or row.rowid <= last:
                break
            first = row.rowid
            yield row
        low, high = last + 1, first - 1
        if low < high:
            middle = (low + high) // 2
            yield from self._between(what, low, middle)
            yield from self._between(what, middle + 1, high)

    def _read(self, sql: str) -> Iterator[Row | None]:
        """Yield the rows of a statement; None where SQLite cannot go on."""
        try:
            for rowid, *values in self._connection.execute(sql):
                known: list[Value] = list(values)
                yield Row(rowid, known)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            # An index of some rows only is not read: SQLite has no way to do so.
            is_gap = not isinstance(error, sqlite3.Error) or primary_code(error) != _NO_WAY
            self.gaps += is_gap
            yield None
