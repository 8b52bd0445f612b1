"""Finds the table that a page of rows belongs to, where no pointer to the page is left.

By the kinds of the values, by the constraints of the tables, and by what the rows refer to.
"""
# ruff: noqa: S608 - the SQL is put together from the names of our own tables, never from values

import sqlite3
from collections.abc import Iterator, Mapping, Sequence

from coachlog.store.salvage.cells import LOST, Value
from coachlog.store.salvage.pages import Pages
from coachlog.store.salvage.sources import Row
from coachlog.store.salvage.table_shapes import Schema, Shape, empty_store
from coachlog.store.salvage.trees import Cell, Node, cells


class LoosePages:
    """Finds the table that loose pages belong to; *wanting* are the tables with a gap.

    *known* are the keys of the rows that were found in each table.
    """

    def __init__(
        self,
        pages: Pages,
        schema: Schema,
        wanting: Mapping[str, Shape],
        known: Mapping[str, set[Value]],
    ) -> None:
        self._pages = pages
        self._wanting = wanting
        self._known = {name: set(keys) for name, keys in known.items()}
        self._judge = empty_store(schema.version)

    def close(self) -> None:
        """Forget the store in memory that judges."""
        self._judge.close()

    def rows(self, nodes: Sequence[Node]) -> Iterator[tuple[str, Row]]:
        """Yield the rows on loose pages that belong to a table with a gap, with its name.

        Pages that fit one table only come first, so that what others refer to is known.
        """
        fitting = [(found, self._fitting(found)) for found in map(self._cells, nodes) if found]
        for found, shapes in sorted(fitting, key=lambda pair: len(pair[1])):
            if not shapes:
                continue
            shape = max(shapes, key=lambda shape: self._share_of_references(shape, found))
            for cell in found:
                if shape.may_be(cell.values):
                    row = shape.completed(cell.values, cell.rowid)
                    self._known[shape.name].add(row[shape.key])
                    yield shape.name, Row(cell.rowid, row)

    def _cells(self, node: Node) -> list[Cell]:
        return [cell for cell in cells(self._pages, node) if cell is not None]

    def _fitting(self, found: list[Cell]) -> list[Shape]:
        """Return the tables whose constraints most of these rows obey; none if under half do."""
        fitting_rows = {
            name: sum(self._may_insert(shape, cell) for cell in found)
            for name, shape in self._wanting.items()
        }
        most = max(fitting_rows.values(), default=0)
        if most * 2 <= len(found):
            return []
        return [shape for name, shape in self._wanting.items() if fitting_rows[name] == most]

    def _may_insert(self, shape: Shape, cell: Cell) -> bool:
        """Whether a table takes a row: it is inserted into an empty one, and rolled back."""
        if not shape.may_be(cell.values):
            return False
        row = shape.completed(cell.values, cell.rowid)
        places = [place for place, value in enumerate(row) if value is not LOST]
        names = ", ".join(f'"{shape.columns[place]}"' for place in places)
        marks = ", ".join("?" * len(places))
        sql = f'insert into "{shape.name}" ({names}) values ({marks})'
        self._judge.execute("SAVEPOINT judged")
        try:
            self._judge.execute(sql, [row[place] for place in places])
        except sqlite3.Error:
            return False
        finally:
            self._judge.execute("ROLLBACK TO judged")
            self._judge.execute("RELEASE judged")
        return True

    def _share_of_references(self, shape: Shape, found: list[Cell]) -> float:
        """Return the share of the references in these rows that lead to a row that is known."""
        is_reference_found = [
            cell.values[place] in self._known.get(parent, ())
            for cell in found
            for place, parent in shape.parents.items()
            if place < len(cell.values) and isinstance(cell.values[place], str)
        ]
        if not is_reference_found:
            return 0.5
        return sum(is_reference_found) / len(is_reference_found)
