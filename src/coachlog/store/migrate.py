"""Bring a store to the schema that is known here: numbered migrations, then what is derived."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from coachlog.ids import new_id
from coachlog.store import derived
from coachlog.store.bare import connect
from coachlog.store.faults import StoreDamagedError, StoreNewerError
from coachlog.store.files import APPLICATION_ID
from coachlog.store.splitting import statements

MIGRATIONS = Path(__file__).parent / "migrations"


class Step(NamedTuple):
    """One migration: its number and its statements."""

    number: int
    script: str


def bring_up_to_date(
    connection: sqlite3.Connection, path: Path | None, folder: Path = MIGRATIONS
) -> None:
    """Apply what is missing, all in one transaction; nothing when another process has just done it.

    A store with records is first copied to a backup beside it; *path* None is a store in memory,
    which has none. A failure of whatever kind, a crash too, leaves the store as it was.
    """
    steps = migrations(folder)
    # A migration may make anew a table that others refer to; the references are checked at its end.
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        _within_transaction(connection, path, steps)
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys=ON")


def migrations(folder: Path = MIGRATIONS) -> list[Step]:
    """The migrations in *folder*, by number."""
    files = sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    return [Step(int(file.name[:4]), file.read_text(encoding="utf-8")) for file in files]


def apply(connection: sqlite3.Connection, steps: list[Step]) -> None:
    """Apply *steps* in the present transaction, and make all that is derived anew."""
    derived.drop(connection)
    for step in steps:
        for statement in statements(step.script):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version={step.number:d}")
    connection.execute(f"PRAGMA application_id={APPLICATION_ID:d}")
    connection.execute(
        "insert into meta(key, value) values ('device', :device) on conflict (key) do nothing",
        {"device": new_id()},
    )
    derived.make(connection)


def _within_transaction(
    connection: sqlite3.Connection, path: Path | None, steps: list[Step]
) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    last = steps[-1].number
    if version > last:
        raise StoreNewerError(path=path, found=version, known=last)
    missing = [step for step in steps if step.number > version]
    if not missing and derived.is_current(connection):
        connection.execute("ROLLBACK")
        return
    backup = _back_up(path, missing[0].number) if path and version and missing else None
    try:
        apply(connection, missing)
        _check_references(connection, path)
        connection.execute("COMMIT")
    except BaseException:
        if backup:
            backup.unlink()
        raise


def _check_references(connection: sqlite3.Connection, path: Path | None) -> None:
    row = connection.execute("PRAGMA foreign_key_check").fetchone()
    if row:
        raise StoreDamagedError(path=path, problem=f"{row[0]} {row[1]} → {row[2]}")


def _back_up(path: Path, number: int) -> Path:
    """Copy the store, as it was committed last, to a new file beside it."""
    backup = _new_file(path, f"{path.name}.before-{number:04d}")
    try:
        with (
            closing(connect(path, "mode=ro")) as source,
            closing(connect(backup, "mode=rw")) as target,
        ):
            source.backup(target)
    except BaseException:
        backup.unlink()
        raise
    return backup


def _new_file(path: Path, stem: str) -> Path:
    """An empty file `STEM.bak` that did not exist, or else `STEM.2.bak` and so on."""
    names = (f"{stem}.bak" if n == 1 else f"{stem}.{n}.bak" for n in range(1, 10_000))
    for name in names:
        file = path.with_name(name)
        try:
            os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError:
            continue
        return file
    raise FileExistsError(stem)
