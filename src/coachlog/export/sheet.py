"""A table on its way out: columns with their kinds, and rows that are read as they are written."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coachlog.export.tables import TableColumn


class ForeignKey(NamedTuple):
    """The values of *column* are among those of *key* in *table*."""

    column: str
    table: str
    key: str


class Sheet(NamedTuple):
    """A table with its rows, which can be gone through once.

    *key* is the column that tells rows apart, empty where none does.
    """

    name: str
    columns: Sequence[TableColumn]
    rows: Iterable[Sequence[object]]
    key: str = ""
    foreign_keys: Sequence[ForeignKey] = ()

    @property
    def fields(self) -> list[str]:
        """The names of its columns."""
        return [column.name for column in self.columns]

    @property
    def days(self) -> list[str]:
        """The names of its columns with days."""
        return [column.name for column in self.columns if column.kind == "day"]
