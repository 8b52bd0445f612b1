"""Putting a backup in the place of a store, as one step that can be taken back.

What is there is set aside as a backup of its own first. Then the new store is made whole under
another name: a copy of the backup, brought up to date, with the unfinished conversations of
now. While nobody else has the old one open, the new one takes its place by a rename.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from coachlog.base.errors import CoachlogError, UnavailableError
from coachlog.base.texts import N_
from coachlog.store.backup_check import Contents, contents, digest_of, open_backup
from coachlog.store.backup_names import DAMAGED, Backup
from coachlog.store.backup_places import folder_of
from coachlog.store.backups import (
    backup_lock,
    check_sound,
    copy_database,
    create_backup,
    name_finished,
    next_number,
    open_store,
    unfinished_backup,
)
from coachlog.store.bare import connect, refuse_newer
from coachlog.store.carry_over import TableRows, read_carried_over, write_carried_over
from coachlog.store.connection import Writer
from coachlog.store.copy_aside import checked_copy
from coachlog.store.erasing.rows import erase_again
from coachlog.store.exclusive import UNUSABLE, open_exclusively
from coachlog.store.faults import (
    StoreIsFolderError,
    StoreLockedError,
    fault_of,
    translate_errors,
)
from coachlog.store.files import BESIDE, file_facts, has_log, key_id_of
from coachlog.store.migrate import bring_up_to_date
from coachlog.store.private_files import make_private_file, make_private_folder, sync
from coachlog.store.turn import WriteTurn

PATIENCE_MS = 10_000
"""How long to wait for those who write now."""

_LOGS = BESIDE[:2]


class Restored(NamedTuple):
    """What a restore did. *aside* is the backup of what was there; None where there was nothing.

    *drafts* are the unfinished conversations that were taken over; None where they cannot be read.
    """

    aside: Backup | None
    drafts: int | None


class StoreState(NamedTuple):
    """What is at the place of a store: its contents, or the error that keeps it from being read.

    Neither where there is nothing. *steps_since* counts what was done after a moment.
    """

    contents: Contents | None = None
    error: CoachlogError | None = None
    steps_since: int = 0


def state_of(store: Path, since: str) -> StoreState:
    """Return what is at the place of the store, with the steps after the stamp *since*.

    Raises StoreLockedError, StoreIsFolderError.
    """
    if not os.path.lexists(store) and not has_log(store):
        return StoreState()
    try:
        with translate_errors(store), closing(open_store(store)) as connection:
            sql = "select count(*) from operation where stamp > ?"
            steps_since = connection.execute(sql, (since,)).fetchone()[0]
            return StoreState(contents(connection, store), steps_since=steps_since)
    except (StoreLockedError, StoreIsFolderError):
        raise
    except CoachlogError as error:
        return StoreState(error=error)


@contextmanager
def open_chosen(path: Path, *, cipher: bool = False) -> Iterator[sqlite3.Connection]:
    """Within the block, read the backup at *path*, or a copy by hand with its log beside it.

    For *cipher* see `connect`. Raises an UnavailableError for one that is damaged, or of a newer
    version of coachlog.
    """
    with translate_errors(path):
        connection = (checked_copy if has_log(path) else open_backup)(path, cipher=cipher)
        with closing(connection):
            refuse_newer(connection.execute("PRAGMA user_version").fetchone()[0], path)
            yield connection


def restore(store: Path, backup: Path, moment: datetime, last_elsewhere: int = 0) -> Restored:
    """Replace the store by the *backup*; the present store is set aside as a backup of its own.

    *moment* is on the clock of the coach; see `create_backup` for *last_elsewhere*. Raises
    StoreLockedError where another program has the store open. Any failure, even a crash, leaves the
    old store or the new.
    """
    target = Path(os.path.realpath(store))
    if not target.parent.is_dir():
        raise UnavailableError(
            N_("The folder {path} is not there."),
            N_("Is the USB stick or the drive connected? Otherwise make the folder first."),
            path=target.parent,
        )
    with translate_errors(store), WriteTurn(store, PATIENCE_MS), ExitStack() as resources:
        make_private_folder(folder_of(store))
        key_id = _key_id_for(target, backup)
        present = open_exclusively(store, target)
        if present is not None:
            resources.callback(present.close)
        aside = _set_aside(store, target, present, moment, last_elsewhere)
        with open_chosen(backup, cipher=key_id != key_id_of(backup)) as source:
            carried_over = read_carried_over(present, source)
            _replace(store, target, source, carried_over, key_id)
    return Restored(aside, len(carried_over["draft"].rows) if "draft" in carried_over else None)


def _key_id_for(target: Path, backup: Path) -> str:
    """Return the id of the key that the restored store has: as now, else as the backup has it."""
    try:
        is_known = file_facts(target) is not None
    except UnavailableError:
        is_known = False
    return key_id_of(target if is_known else backup)


def _set_aside(
    store: Path,
    target: Path,
    present: sqlite3.Connection | None,
    moment: datetime,
    last_elsewhere: int,
) -> Backup | None:
    """Back up the present store, by a raw copy where SQLite cannot; None if there is none."""
    if present is not None:
        try:
            return create_backup(
                store, "restore", moment, source=present, last_elsewhere=last_elsewhere
            ).backup
        except sqlite3.DatabaseError as error:
            if not isinstance(fault_of(error, store), UNUSABLE):
                raise
            present.close()  # its file can be read without SQLite only after that
    files = [suffix for suffix in ("", *_LOGS) if os.path.lexists(f"{target}{suffix}")]
    return _copy_raw(store, target, files, moment, last_elsewhere) if files else None


def _copy_raw(
    store: Path, target: Path, files: list[str], moment: datetime, last_elsewhere: int
) -> Backup:
    """Copy a store that cannot be opened, and the logs beside it, byte by byte."""
    folder = folder_of(store)
    with backup_lock(folder), unfinished_backup(folder) as unfinished:
        if "" in files:
            shutil.copyfile(target, unfinished)
        sync(unfinished)
        digest = digest_of(unfinished)
        backup = Backup.made_at(moment, next_number(folder, last_elsewhere), DAMAGED, digest)
        for suffix in filter(None, files):
            log = folder / f"{backup.name}{suffix}"
            make_private_file(log)
            shutil.copyfile(f"{target}{suffix}", log)
            sync(log)
        name_finished(unfinished, folder, backup)
        return backup


def _replace(
    store: Path,
    target: Path,
    source: sqlite3.Connection,
    carried_over: dict[str, TableRows],
    key_id: str,
) -> None:
    """Make the new store whole, then give it the name of the old one."""
    folder = folder_of(store)
    with backup_lock(folder), unfinished_backup(folder) as unfinished:
        copy_database(source, unfinished, store, key_id)
        with closing(connect(unfinished, "mode=rw")) as new_store:
            new_store.execute("PRAGMA journal_mode=MEMORY").fetchone()
            bring_up_to_date(new_store, None)
            write_carried_over(new_store, carried_over)
            erase_again(Writer(unfinished, new_store))
        check_sound(unfinished, store)
        sync(unfinished)
        # A log would be applied to the new store. What was in it was taken over, or set aside.
        for suffix in BESIDE:
            Path(f"{target}{suffix}").unlink(missing_ok=True)
        os.replace(unfinished, target)  # noqa: PTH105 - over the old one
        sync(target.parent)
