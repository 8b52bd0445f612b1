"""Steps of a made-up journal on their way into a store: rows, changes, and what the log keeps."""

import json
import sqlite3
from datetime import datetime, timedelta
from random import Random
from typing import Any

from coachlog.base.clock import instant, moment_of
from coachlog.store.expected import SCHEMA

Row = dict[str, Any]
DEVICE = "01555555-5555-7555-8555-555555555555"
_VARIANT, _LAST = 0b10 << 62, (1 << 62) - 1
_TICK = timedelta(milliseconds=1)


class Moment:
    """An instant as rows have it, with ids of things made in it that are the same each time."""

    def __init__(self, at: datetime) -> None:
        self.at, self.text, self.day = at, instant(at), at.date().isoformat()
        head = f"{int(at.timestamp() * 1000):012x}"
        self._head = f"{head[:8]}-{head[8:]}-7"

    def new_id(self, random: Random) -> str:
        """A UUIDv7 like those of `coachlog.base.ids`."""
        chance = random.getrandbits(74)
        tail = f"{chance >> 62 << 64 | _VARIANT | chance & _LAST:019x}"
        return f"{self._head}{tail[:3]}-{tail[3:7]}-{tail[7:]}"


class Journal:
    """What is written into a store, step by step; a subclass says how."""

    def __init__(self) -> None:
        self.counted: dict[str, int] = {}
        self._last = ""

    def number(self, noun: str) -> int:
        """The next number of *noun*."""
        self.counted[noun] = self.counted.get(noun, 0) + 1
        return self.counted[noun]

    def step(self, moment: Moment, command: str, random: Random) -> None:
        """Begin a step of the history: all that is written until the next one belongs to it."""
        stamp = moment.text
        if stamp <= self._last:  # as `Work` has it: later than every stamp so far
            stamp = instant(moment_of(self._last) + _TICK)
        self._last = stamp
        self.begin(
            {
                "id": moment.new_id(random),
                "device_id": DEVICE,
                "stamp": stamp,
                "command": command,
                "schema": SCHEMA,
                "origin": "coachlog",
            }
        )

    def begin(self, operation: Row) -> None:
        """Begin the step that *operation* is the row of."""
        raise NotImplementedError

    def add(self, table: str, **row: Any) -> Row:
        """Write a row; those of one table all have the same columns, in the table's order."""
        raise NotImplementedError

    def change(self, table: str, row: Row, **fields: Any) -> None:
        """Write other values into some fields of *row*, in the table's order."""
        raise NotImplementedError


class Bulk(Journal):
    """Many rows at once into a store without triggers, and the log that these would keep.

    Steps before the instant *since* are left out of the log, as if they had been forgotten.
    """

    MANY = 20_000

    def __init__(self, connection: sqlite3.Connection, since: str) -> None:
        super().__init__()
        self._connection, self._since = connection, since
        self._names: dict[str, tuple[str, ...]] = {"change": _CHANGE}
        self._rows: dict[str, list[tuple[Any, ...]]] = {}
        self._changes: dict[tuple[str, tuple[str, ...]], list[tuple[Any, ...]]] = {}
        self._waiting = 0
        self._operation = ""
        self._seq = 0

    def begin(self, operation: Row) -> None:
        """Nothing is half written here, so this is the place to write what is waiting."""
        if self._waiting >= self.MANY:
            self.write()
        self._operation = ""
        if operation["stamp"] >= self._since:
            self._operation = operation["id"]
            self._put("operation", operation)

    def add(self, table: str, **row: Any) -> Row:
        """Note a row, and in the log that it was made."""
        self._put(table, row)
        self._log(table, row["id"], "insert", None, {"id": row["id"]})
        return row

    def change(self, table: str, row: Row, **fields: Any) -> None:
        """Note a change, and in the log what was and what became."""
        old = {name: row[name] for name in fields}
        row |= fields
        what = (table, tuple(fields))
        self._changes.setdefault(what, []).append((*fields.values(), row["id"]))
        self._log(table, row["id"], "update", old, fields)

    def write(self) -> None:
        """Write all that is waiting."""
        for table, rows in self._rows.items():
            names = self._names[table]
            columns = ", ".join(names)
            values = ", ".join("?" * len(names))
            self._connection.executemany(f"insert into {table}({columns}) values ({values})", rows)
        for (table, names), rows in self._changes.items():
            fields = ", ".join(f"{name} = ?" for name in names)
            self._connection.executemany(f"update {table} set {fields} where id = ?", rows)
        self._rows.clear()
        self._changes.clear()
        self._waiting = 0

    def _put(self, table: str, row: Row) -> None:
        rows = self._rows.get(table)
        if rows is None:
            self._names[table] = tuple(row)
            rows = self._rows[table] = []
        rows.append(tuple(row.values()))
        self._waiting += 1

    def _log(self, table: str, record: str, verb: str, old: Row | None, new: Row) -> None:
        self._seq += 1
        if self._operation:
            row = (self._seq, self._operation, table, record, verb, old and _json(old), _json(new))
            self._rows.setdefault("change", []).append(row)
            self._waiting += 1


_CHANGE = ("seq", "operation", "noun", "record_id", "verb", "old", "new")


def _json(fields: Row) -> str:
    """As SQLite writes it."""
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
