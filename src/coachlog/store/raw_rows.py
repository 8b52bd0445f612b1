"""Rows as another store had them: compared, and inserted with their ids."""
# ruff: noqa: S608 - tables come from our own schema, columns from the store itself

import sqlite3
from collections.abc import Mapping
from functools import cache
from typing import Any

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.store.faults import fault_of
from coachlog.store.work import Work

Row = Mapping[str, Any]

_NOT_TAKEN = (N_("The journal cannot keep it: {problem}."), "")


class RawRows:
    """The rows of a store in a unit of work."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self.columns = cache(self._columns)

    def _columns(self, table: str) -> tuple[str, ...]:
        """Return the columns of *table*; none where there is no such table."""
        sql = "select name from pragma_table_info(:table)"
        return tuple(self._work.rows(str, sql, table=table))

    def find(self, table: str, row_id: str) -> dict[str, Any] | None:
        """Return the row with that id by column, without empty columns; None without one."""
        found = self.of_owner(table, "id", row_id)
        return found[0] if found else None

    def of_owner(self, table: str, column: str, owner_id: str) -> list[dict[str, Any]]:
        """Return the rows that refer to an owner, in the order of their ids."""
        names = self.columns(table)
        sql = f'select * from "{table}" where "{column}" = :id order by id'
        return [
            {name: cell for name, cell in zip(names, cells, strict=True) if cell is not None}
            for cells in self._work.plain(sql, id=owner_id)
        ]

    def has(self, table: str, row_id: object) -> bool:
        """Whether there is a row with that id."""
        return self._work.value(f'select 1 from "{table}" where id = :id', id=row_id) is not None

    def insert(self, table: str, row: Row) -> None:
        """Insert a row as it is. Raises RefusedError for one that the store does not take."""
        names = [name for name in self.columns(table) if name in row]
        columns = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join("?" * len(names))
        try:
            self._work.connection.execute(
                f'insert into "{table}" ({columns}) values ({marks})',
                [row[name] for name in names],
            )
        except (sqlite3.IntegrityError, sqlite3.DataError, OverflowError, UnicodeError) as error:
            raise RefusedError(*_NOT_TAKEN, problem=_short(error)) from error
        except sqlite3.Error as error:
            raise fault_of(error, self._work.path) from error


def _short(error: Exception) -> str:
    """Return what SQLite says, without the check that it names."""
    return str(error).splitlines()[0][:120]
