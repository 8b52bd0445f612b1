"""A journal taken out and brought in, against plain programs that do the same with sqlite3.

`python benchmarks/journals.py --sessions 10000` measures all in turn, and ends with 1 where
coachlog takes more than the limits allow. `--stores DIR` keeps the made-up journals.
"""

import argparse
import json
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, nullcontext
from itertools import groupby
from pathlib import Path
from typing import Any

from coachlog.export.journal import places
from measure import Measured, Measurer, Order
from stores import made_store

OUT_TIMES, OUT_MEBIBYTES = 1.5, 48
IN_TIMES, IN_MEBIBYTES = 4.0, 100
COACHLOG = [sys.executable, "-P", "-m", "coachlog"]
PATIENCE = 3600.0


def plain_out(store: str, file: str) -> None:
    """Write all records with their parts: sqlite3, json, tables merged by the owner."""
    with closing(_read_only(store)) as connection, Path(file).open("w", encoding="utf-8") as out:
        for place in places():
            groups = [_Parts(connection, *part) for part in place.parts]
            for row in _rows(connection, place.table, "id"):
                found = {each.table: rows for each in groups if (rows := each.of(row["id"]))}
                line = {place.table: row, **({"parts": found} if found else {})}
                out.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")


class _Parts:
    """The rows of a table of parts, asked for in the order of their owners."""

    def __init__(self, connection: sqlite3.Connection, table: str, column: str) -> None:
        self.table = table
        self._groups = groupby(_rows(connection, table, f"{column}, id"), lambda row: row[column])
        self._next = next(self._groups, None)

    def of(self, owner: str) -> list[dict[str, Any]]:
        """The parts of one owner."""
        while self._next and self._next[0] < owner:
            self._next = next(self._groups, None)
        if not self._next or self._next[0] != owner:
            return []
        rows = list(self._next[1])
        self._next = next(self._groups, None)
        return rows


def plain_in(store: str, file: str) -> None:
    """Insert all rows of *store* into the empty journal *file*, which has all its triggers."""
    with closing(_read_only(store)) as source, closing(_writable(file)) as target:
        target.execute("begin immediate")
        target.execute("pragma defer_foreign_keys=on")
        target.execute(
            "insert into operation(id, device_id, stamp, command, schema, origin) select"
            " 'plain', value, '2026-11-24T08:00:00.000Z', '', 1, 'coachlog' from meta"
            " where key = 'device'"
        )
        target.execute("insert into acting(one, operation) values (1, 'plain')")
        for place in places():
            for table in (place.table, *(name for name, _column in place.parts)):
                cursor = source.execute(f"select * from {table}")
                marks = ", ".join("?" * len(cursor.description))
                for row in cursor:
                    target.execute(f"insert into {table} values ({marks})", row)
        target.execute("delete from acting")
        target.execute("commit")


def _read_only(store: str) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{store}?mode=ro", uri=True)


def _writable(file: str) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None)
    for setting in ("journal_mode=wal", "synchronous=full", "foreign_keys=on", "secure_delete=on"):
        connection.execute(f"pragma {setting}")
    return connection


def _rows(connection: sqlite3.Connection, table: str, order: str) -> Iterator[dict[str, Any]]:
    cursor = connection.execute(f"select * from {table} order by {order}")
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield {name: cell for name, cell in zip(names, row, strict=True) if cell is not None}


def main() -> int:
    """Measure all four, say what came of it, and return 1 where a limit is not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=10_000)
    parser.add_argument("--stores", type=Path)
    asked = parser.parse_args()
    place = nullcontext(asked.stores) if asked.stores else tempfile.TemporaryDirectory()
    with place as stores, tempfile.TemporaryDirectory() as folder, Measurer() as measurer:
        store = made_store(Path(stores), asked.sessions)
        return _compare(measurer, str(store), Path(folder))


def _compare(measurer: Measurer, store: str, folder: Path) -> int:
    environment = os.environ | {"COACHLOG_BACKUP": "no", "COACHLOG_CONFIG": str(folder / "c.toml")}

    def run(*command: str) -> Measured:
        return measurer.run(Order([*command], environment, str(folder), patience=PATIENCE))

    def coachlog(journal: str, *words: str) -> Measured:
        return run(*COACHLOG, "--store", journal, *words)

    coachlog(store, "session", "list")  # brings an older one up to date
    out = coachlog(store, "export", "journal", "--output", "journal.jsonl")
    out_plain = run(sys.executable, __file__, "out", store, "plain.jsonl")
    for name in ("new.sqlite", "plain.sqlite"):
        coachlog(name, "--new-journal", "session", "list")
    back = coachlog("new.sqlite", "import", "journal.jsonl")
    back_plain = run(sys.executable, __file__, "in", store, "plain.sqlite")
    kept = [
        told("export journal", out, out_plain, OUT_TIMES, OUT_MEBIBYTES),
        told("import of a journal", back, back_plain, IN_TIMES, IN_MEBIBYTES),
    ]
    return int(not all(kept))


def told(name: str, ours: Measured, plain: Measured, times: float, mebibytes: float) -> bool:
    """Say how much it takes beside the plain program, and return whether the limits are kept."""
    ratio = ours.seconds / plain.seconds
    sys.stdout.write(
        f"{name}: {ours.seconds:.1f} s, {ratio:.2f} times the plain program (at most {times});"
        f" {ours.mebibytes:.0f} MiB (at most {mebibytes})\n"
    )
    return ratio <= times and ours.mebibytes <= mebibytes


if __name__ == "__main__":
    if sys.argv[1:2] in (["out"], ["in"]):
        {"out": plain_out, "in": plain_in}[sys.argv[1]](*sys.argv[2:4])
        sys.exit(0)
    sys.exit(main())
