"""New journals as copies of one: migrations take their time, and each test wants a journal."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from coachlog.base.ids import new_id
from coachlog.store import migrate

_whole = migrate.bring_up_to_date


@cache
def new_store() -> sqlite3.Connection:
    """An empty journal, as the migrations make it."""
    made = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    _whole(made, None)
    return made


def are_made() -> bool:
    """Whether a new journal of this process is a copy now."""
    return migrate.bring_up_to_date is _copy_or_bring_up_to_date


@contextmanager
def made() -> Iterator[None]:
    """Let each new journal of this process be a copy."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrate, "bring_up_to_date", _copy_or_bring_up_to_date)
        yield


def _copy_or_bring_up_to_date(
    connection: sqlite3.Connection, path: Path | None, *folder: Path
) -> None:
    if folder or connection.execute("select 1 from sqlite_master").fetchone():
        _whole(connection, path, *folder)
    else:
        new_store().backup(connection)
        connection.execute("update meta set value = ? where key = 'device'", (new_id(),))
        connection.execute("PRAGMA foreign_keys=ON")
