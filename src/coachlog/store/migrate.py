"""Bring a store up to date: apply the missing migrations, then make what is derived again."""

import sqlite3
from pathlib import Path
from typing import NamedTuple

from coachlog.base import clock
from coachlog.base.ids import new_id
from coachlog.store import derived
from coachlog.store.backup_check import broken_reference
from coachlog.store.backups import create_backup
from coachlog.store.bare import refuse_newer
from coachlog.store.faults import StoreDamagedError
from coachlog.store.files import APPLICATION_ID
from coachlog.store.statements import statements

MIGRATIONS = Path(__file__).parent / "migrations"


class Migration(NamedTuple):
    """A migration: its number and its SQL statements."""

    number: int
    script: str


def bring_up_to_date(
    connection: sqlite3.Connection, path: Path | None, folder: Path = MIGRATIONS
) -> None:
    """Apply the migrations that are missing, and make again what is derived, in one transaction.

    A backup is made first where the store may have records; *path* None is one in memory, which has
    no backup. Any failure, even a crash, leaves the store as it was.
    """
    steps = migrations(folder)
    # A migration may make a table again that others refer to; references are checked at the end.
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        _apply_missing(connection, path, steps)
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys=ON")


def migrations(folder: Path = MIGRATIONS) -> list[Migration]:
    """Return the migrations in *folder*, by number."""
    files = sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    return [Migration(int(file.name[:4]), file.read_text(encoding="utf-8")) for file in files]


def apply(connection: sqlite3.Connection, steps: list[Migration]) -> None:
    """Apply *steps* in the current transaction, and make again all that is derived."""
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


def _apply_missing(
    connection: sqlite3.Connection, path: Path | None, steps: list[Migration]
) -> None:
    """Back the store up, apply those of *steps* that it lacks, and commit.

    A failure removes the backup again. Raises UnavailableError for a store of a newer version.
    """
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    refuse_newer(version, path, known=steps[-1].number)
    missing_steps = [step for step in steps if step.number > version]
    if not missing_steps and derived.is_current(connection):  # another process has just done it
        connection.execute("ROLLBACK")
        return
    backup = None
    may_have_records = version > 0
    if path and may_have_records and missing_steps:
        backup = create_backup(path, "update", clock.on_reader_clock(clock.now()))
    try:
        apply(connection, missing_steps)
        _check_references(connection, path)
        connection.execute("COMMIT")
    except BaseException:
        if backup and backup.is_new:
            backup.path.unlink()
        raise


def _check_references(connection: sqlite3.Connection, path: Path | None) -> None:
    """Raise StoreDamagedError where a record refers to one that is not there."""
    if problem := broken_reference(connection):
        raise StoreDamagedError(path=path, problem=problem)
