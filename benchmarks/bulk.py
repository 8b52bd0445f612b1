"""Rows on their way into a store, many at once; and ids that are the same each time."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from random import Random
from typing import Any

Row = dict[str, Any]


class Journal:
    """Rows on their way into the store, table by table."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._waiting: dict[str, list[Row]] = {}
        self.counted: dict[str, int] = {}

    def number(self, noun: str) -> int:
        """The next number of *noun*."""
        self.counted[noun] = self.counted.get(noun, 0) + 1
        return self.counted[noun]

    def add(self, table: str, **row: Any) -> Row:
        """Keep a row, now or soon; it may be changed until `write`."""
        self._waiting.setdefault(table, []).append(row)
        return row

    def write(self, least: int = 1, tables: Sequence[str] = ()) -> None:
        """Write those of *tables* (otherwise all) for which at least so many rows are waiting."""
        for table in tables or list(self._waiting):
            rows = self._waiting.get(table, [])
            if len(rows) >= least:
                names = ", ".join(rows[0])
                values = ", ".join(f":{name}" for name in rows[0])
                sql = f'insert into "{table}"({names}) values ({values})'
                self._connection.executemany(sql, rows)
                rows.clear()


def made_id(at: datetime, random: Random) -> str:
    """A UUIDv7 of that moment, like those of `coachlog.ids`, but the same each time."""
    tail = f"{random.getrandbits(74):019x}"
    head = f"{int(at.timestamp() * 1000):012x}"
    variant = "89ab"[int(tail[3], 16) & 3]
    return f"{head[:8]}-{head[8:]}-7{tail[:3]}-{variant}{tail[4:7]}-{tail[7:19]}"
