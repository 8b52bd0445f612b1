"""A database of plain tables for other programs: nothing of the journal's own is in it."""
# ruff: noqa: S608 - names come from our own schema, values are bound

from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from coachlog.store.bare import connect
from coachlog.store.faults import translate_errors


class PlainTable(NamedTuple):
    """A table to make: columns with their SQL types, the *indexed* ones, and its rows."""

    name: str
    columns: Sequence[tuple[str, str]]
    indexed: Sequence[str]
    rows: Iterable[Sequence[object]]


def write_plain_tables(path: Path, tables: Iterable[PlainTable]) -> None:
    """Fill the empty file at *path*, which nobody else uses; rows pass through.

    The file is not protected. Raises an UnavailableError.
    """
    with translate_errors(path), closing(connect(path, "mode=rw", key_id="")) as connection:
        for setting in ("journal_mode=OFF", "synchronous=OFF", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {setting}").fetchone()
        connection.execute("BEGIN")
        for table in tables:
            columns = ", ".join(f'"{name}" {kind}' for name, kind in table.columns)
            connection.execute(f'create table "{table.name}" ({columns})')
            for column in table.indexed:
                index = f"{table.name}_{column}"
                connection.execute(f'create index "{index}" on "{table.name}"("{column}")')
            marks = ", ".join("?" * len(table.columns))
            connection.executemany(f'insert into "{table.name}" values ({marks})', table.rows)
        connection.execute("COMMIT")
