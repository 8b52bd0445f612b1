"""Bring a store up to date: apply the missing migrations, then make what is derived again."""

import filecmp
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from coachlog.base.errors import UnavailableError
from coachlog.base.ids import new_id
from coachlog.store import derived
from coachlog.store.bare import connect
from coachlog.store.faults import STORE_NEWER, StoreDamagedError
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

    A store with records is first copied to a backup beside it; *path* None is a store in memory,
    which has none. Any failure, even a crash, leaves the store as it was.
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
    last = steps[-1].number
    if version > last:
        raise UnavailableError(*STORE_NEWER, path=path, found=version, known=last)
    missing_steps = [step for step in steps if step.number > version]
    if not missing_steps and derived.is_current(connection):  # another process has just done it
        connection.execute("ROLLBACK")
        return
    backup = None
    may_have_records = version > 0
    if path and may_have_records and missing_steps:
        backup = _back_up(path, missing_steps[0].number)
    try:
        apply(connection, missing_steps)
        _check_references(connection, path)
        connection.execute("COMMIT")
    except BaseException:
        if backup:
            backup.unlink()
        raise


def _check_references(connection: sqlite3.Connection, path: Path | None) -> None:
    """Raise StoreDamagedError where a record refers to one that is not there."""
    violation = connection.execute("PRAGMA foreign_key_check").fetchone()
    if violation:
        table, row_id, missing_table, _index = violation
        raise StoreDamagedError(path=path, problem=f"{table} {row_id} → {missing_table}")


def _back_up(path: Path, number: int) -> Path | None:
    """Copy the store, as last committed, to a file beside it, and return that file.

    Return None where there is such a backup already. The copy is made under another name first, so
    that half of one never looks whole.
    """
    stem = f"{path.name}.before-{number:04d}"
    partial_copy = path.with_name(f"{stem}.bak.part")
    partial_copy.unlink(missing_ok=True)
    try:
        os.close(os.open(partial_copy, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        _copy(path, partial_copy)
        for backup in _backup_paths(path, stem):
            if not backup.exists():
                os.replace(partial_copy, backup)  # noqa: PTH105 - within the transaction nobody else makes one
                _sync(path.parent)
                return backup
            if filecmp.cmp(partial_copy, backup, shallow=False):
                return None
    finally:
        partial_copy.unlink(missing_ok=True)
    raise FileExistsError(stem)


def _copy(path: Path, partial_copy: Path) -> None:
    """Copy the store at *path* to the empty file *partial_copy*, until it is on the disk."""
    with (
        closing(connect(path, "mode=ro")) as source,
        closing(connect(partial_copy, "mode=rw")) as target,
    ):
        # Nobody reads the copy before it is whole, so it needs neither a log nor to be synced yet.
        target.execute("PRAGMA journal_mode=OFF").fetchone()
        target.execute("PRAGMA synchronous=OFF")
        source.backup(target)
    _sync(partial_copy)


def _sync(path: Path) -> None:
    """Make sure that a file, or the names in a folder, are on the disk."""
    with suppress(OSError):  # not for folders on Windows and some file systems
        file = os.open(path, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)


def _backup_paths(path: Path, stem: str) -> Iterator[Path]:
    """Yield the paths to try for a backup: `STEM.bak`, or else `STEM.2.bak` and so on."""
    yield path.with_name(f"{stem}.bak")
    yield from (path.with_name(f"{stem}.{number}.bak") for number in range(2, 10_000))
