"""Reading rows page by page, where SQLite gives up: first down the trees, then in loose pages."""

from collections.abc import Iterator
from contextlib import closing

from coachlog.store.salvage.cells import Value
from coachlog.store.salvage.loose_pages import LoosePages
from coachlog.store.salvage.pages import MAGIC, Pages
from coachlog.store.salvage.sources import Row
from coachlog.store.salvage.table_shapes import IndexShape, Schema, Shape, schema_of
from coachlog.store.salvage.trees import (
    INNER_INDEX,
    INNER_TABLE,
    LEAF_INDEX,
    LEAF_TABLE,
    Cell,
    Node,
    Walk,
    cells,
    node_at,
)

_TABLE_KINDS, _INDEX_KINDS = (INNER_TABLE, LEAF_TABLE), (INNER_INDEX, LEAF_INDEX)
_OBJECTS = ("table", "index", "view", "trigger")
_OBJECT_COLUMNS = 5
_DOCUMENT = "document"


class PageRows:
    """The rows of a plain store, by its pages alone."""

    def __init__(self, pages: Pages, version: int) -> None:
        self.pages = pages
        self.schema: Schema = schema_of(version)
        self.walk = Walk(pages)
        self.walk.visited |= self._free_pages()
        self.roots = self._find_roots()
        self.broken: set[str] = set()
        self.gaps = self.walk.gaps
        self._rows: dict[str, list[Row]] = {}
        self._entries: dict[str, list[Row]] = {}
        self._texts: list[tuple[str, str, str, str]] = []
        self._read_all()

    def rows(self, shape: Shape) -> Iterator[Row]:
        """Yield the rows of a table, those of its tree before those of loose pages."""
        yield from self._rows.get(shape.name, ())

    def entries(self, name: str, _entry: IndexShape) -> Iterator[Row]:
        """Yield the entries of an index."""
        yield from self._entries.get(name, ())

    def texts(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield what search finds of each record."""
        yield from self._texts

    def _read_all(self) -> None:
        """Walk down all trees, then look for tables with gaps in the pages that are left."""
        with_gaps: dict[str, Shape] = {}
        for name, shape in self.schema.shapes.items():
            self.walk.gaps = 0
            self._rows[name] = list(self._table_rows(name, shape))
            self.gaps += self.walk.gaps
            if self.walk.gaps or name not in self.roots:
                with_gaps[name] = shape
        self.walk.gaps = 0
        for name, entry in self.schema.indexes.items():
            self._entries[name] = list(self._index_entries(name, entry))
        self.gaps += self.walk.gaps
        self.broken = set(with_gaps)
        self._texts = list(self._documents())
        for name, root in self.roots.items():  # so that they do not count as loose
            if name not in self.schema.shapes and name not in self.schema.indexes:
                for kinds in (_TABLE_KINDS, _INDEX_KINDS):
                    for node in self.walk.nodes(root, kinds):
                        self._rows_on(node)
        if with_gaps:
            known = {name: {row.values[0] for row in rows} for name, rows in self._rows.items()}
            with closing(LoosePages(self.pages, self.schema, with_gaps, known)) as loose:
                for name, row in loose.rows(list(self._loose_nodes())):
                    self._rows[name].append(row)

    def _table_rows(self, name: str, shape: Shape) -> Iterator[Row]:
        """Yield the rows in the tree of a table; what does not fit the table counts as a gap."""
        if name not in self.roots:
            return
        for node in self.walk.nodes(self.roots[name], _TABLE_KINDS):
            found = list(self._rows_on(node))
            fitting = [cell for cell in found if shape.may_be(cell.values)]
            if found and not fitting:  # a pointer that leads to the page of another table
                self.walk.visited.discard(node.number)
                self.walk.gaps += 1
            self.walk.gaps += len(found) - len(fitting)
            for cell in fitting:
                yield Row(cell.rowid, shape.completed(cell.values, cell.rowid))

    def _rows_on(self, node: Node) -> Iterator[Cell]:
        """Yield the rows on a page that can be read, and note the pages on which they go on."""
        for cell in cells(self.pages, node):
            if cell is None:
                self.walk.gaps += 1
            else:
                self.walk.visited.update(cell.pages)
                yield cell

    def _index_entries(self, name: str, entry: IndexShape) -> Iterator[Row]:
        """Yield the entries in the tree of an index that have as many values as it has columns."""
        if name not in self.roots:
            return
        for node in self.walk.nodes(self.roots[name], _INDEX_KINDS):
            for cell in self._rows_on(node):
                *values, _row_number = cell.values or [None]
                if len(values) == len(entry.columns):
                    yield Row(cell.rowid, values)

    def _documents(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield the words of the records, from the table that search reads."""
        if _DOCUMENT not in self.roots:
            return
        for node in self.walk.nodes(self.roots[_DOCUMENT], _TABLE_KINDS):
            for cell in self._rows_on(node):
                words = cell.values[1:5]
                if len(words) == len(_OBJECTS) and all(isinstance(word, str) for word in words):
                    noun, record_id, layer, body = map(str, words)
                    yield noun, record_id, layer, body

    def _find_roots(self) -> dict[str, int]:
        """Return the first page of each table and index, as far as the schema can be read."""
        rows = [cell for node in self.walk.nodes(1, _TABLE_KINDS) for cell in self._rows_on(node)]
        if self.walk.gaps:
            for node in self._loose_nodes():
                found = [cell for cell in cells(self.pages, node) if cell]
                if found and all(_is_object(cell.values) for cell in found):
                    self.walk.visited.add(node.number)
                    rows += found
        return {
            str(row.values[1]): number
            for row in rows
            if _is_object(row.values) and isinstance(number := row.values[3], int) and number > 1
        }

    def _free_pages(self) -> set[int]:
        first = self.pages.page(1) or b""
        trunk = int.from_bytes(first[32:36], "big") if first.startswith(MAGIC) else 0
        return self.walk.free_pages(trunk)

    def _loose_nodes(self) -> Iterator[Node]:
        """Yield the leaf pages of tables that no tree led to."""
        for number in range(2, self.pages.count + 1):
            node = None if number in self.walk.visited else node_at(self.pages, number)
            if node is not None and node.kind == LEAF_TABLE:
                yield node


def _is_object(values: list[Value]) -> bool:
    """Whether a row is one of the schema: what it is, its name, its table, first page and SQL."""
    return len(values) == _OBJECT_COLUMNS and values[0] in _OBJECTS and isinstance(values[1], str)
