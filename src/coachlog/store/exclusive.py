"""Opening a store so that nobody else has it open, before another takes its place."""

import sqlite3
from pathlib import Path

from coachlog.store.bare import connect, set_journal_mode
from coachlog.store.copy_aside import check_log
from coachlog.store.faults import (
    NotADatabaseError,
    StoreDamagedError,
    StoreEmptyError,
    StoreLockedError,
    StrangeLogError,
    close_on_failure,
    translate_errors,
)
from coachlog.store.files import file_facts
from coachlog.store.owners import has_owner

UNUSABLE = (StoreDamagedError, StoreEmptyError, NotADatabaseError, StrangeLogError)
"""What is wrong with a store that cannot be opened, whoever has it."""


def open_exclusively(
    store: Path, target: Path, *, cipher: bool = False
) -> sqlite3.Connection | None:
    """Return a connection that has the store for us alone, with its log taken over.

    None where the store is not there, or too damaged to be opened. For *cipher* see `connect`.
    Raises StoreLockedError where another program has it open.
    """
    try:
        with translate_errors(store):
            facts = file_facts(store)
            if facts is None:
                return None
            if facts.has_log and not facts.is_open:
                check_log(store)
            connection = connect(store, "mode=rw", cipher=cipher)
            with close_on_failure(connection):
                set_journal_mode(connection, "DELETE")  # not while anybody else has it open
                connection.execute("PRAGMA locking_mode=EXCLUSIVE").fetchone()
                connection.execute("BEGIN EXCLUSIVE")  # the lock stays after the transaction
                connection.execute("COMMIT")
                return connection
    except UNUSABLE as error:
        if _is_in_use(target):
            raise StoreLockedError(path=store) from error
        return None


def _is_in_use(target: Path) -> bool:
    """Whether another program has a store open that we cannot open."""
    try:
        with target.open("rb") as file:
            return has_owner(file.fileno())
    except OSError:
        return False
