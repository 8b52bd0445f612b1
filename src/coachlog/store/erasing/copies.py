"""Backups and other copies of a journal: each is copied, erased in the copy, and checked."""

import json
import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from coachlog.base.name_finder import Names
from coachlog.store.backup_check import digest_of, open_backup, problem_of
from coachlog.store.backup_names import DAMAGED, Backup, listed
from coachlog.store.backup_places import folder_of
from coachlog.store.backups import check_sound, copy_database
from coachlog.store.bare import refuse_newer
from coachlog.store.connection import Reader, Writer
from coachlog.store.edited_copy import edited_copy
from coachlog.store.erasing.order import ErasureCounts, ErasureOrder, mark_done, save_order
from coachlog.store.erasing.persons import ids_with_fingerprints, names_of
from coachlog.store.erasing.rows import erase_in
from coachlog.store.expected import SCHEMA
from coachlog.store.faults import translate_errors
from coachlog.store.files import BESIDE
from coachlog.store.private_files import make_private_file, sync


def backups_of(store: Path) -> list[Backup]:
    """Return the backups beside a store that can be read and so can be erased."""
    folder = folder_of(store)
    return [backup for backup in listed(folder) if not is_unreadable(folder, backup)]


def unreadable(store: Path) -> Iterator[Path]:
    """Yield the backups from which nothing can be erased, and what lies beside them."""
    folder = folder_of(store)
    for backup in listed(folder):
        if is_unreadable(folder, backup):
            for suffix in ("", *BESIDE):
                path = folder / f"{backup.name}{suffix}"
                if os.path.lexists(path):
                    yield path


def is_unreadable(folder: Path, backup: Backup) -> bool:
    """Return whether a backup is damaged: by its name, or as it is now."""
    return backup.kind == DAMAGED or bool(problem_of(folder / backup.name))


def older_stores(store: Path) -> list[Path]:
    """Return the copies that earlier versions made before they changed the store."""
    target = Path(os.path.realpath(store))
    pattern = f"{target.name}.before-"
    return sorted(
        path
        for path in target.parent.iterdir()
        if path.name.startswith(pattern) and path.is_file() and not path.is_symlink()
    )


def with_ids_in_copies(store: Path, reader: Reader, ids: frozenset[str]) -> frozenset[str]:
    """Return *ids*, and those that the person had in backups of before a merge.

    The history no longer tells of it after a while, but the earlier short name still leads here.
    """
    sql = "select handle from former_handle where coachee_id in (select value from json_each(:ids))"
    handles = list(reader.rows(str, sql, ids=json.dumps(sorted(ids))))
    if not handles:
        return ids
    living = frozenset(reader.rows(str, "select id from coachee"))
    folder = folder_of(store)
    for path in (*(folder / each.name for each in backups_of(store)), *older_stores(store)):
        with translate_errors(path), closing(open_backup(path)) as connection:
            called_so = "select id from coachee where handle in (select value from json_each(?))"
            found = connection.execute(called_so, (json.dumps(handles),)).fetchall()
        ids = ids.union(each for (each,) in found if each not in living)
    return ids


def names_in(path: Path, order: ErasureOrder) -> Names:
    """Return by what the people of *order* are recognised in a backup. Raises an error if newer."""
    with translate_errors(path), closing(open_backup(path)) as connection:
        schema = connection.execute("PRAGMA user_version").fetchone()[0]
        refuse_newer(schema, path)
        copy = Writer(path, connection)
        if schema < SCHEMA:  # tables that are asked for may be lacking
            return Names()
        return names_of(copy, ids_with_fingerprints(copy, order.persons))


def rewrite(
    source: Path, copy: Path, order: ErasureOrder, names: Names, moment: str
) -> ErasureCounts:
    """Make the empty file *copy* a copy of the backup *source* from which people were erased.

    A backup of an older version is brought up to date. Raises an UnavailableError.
    """
    with translate_errors(source), closing(open_backup(source)) as original:
        copy_database(original, copy, source)
    with edited_copy(copy) as store:
        store.execute("BEGIN IMMEDIATE")
        counts = erase_in(store, order, names)
        if not store.value("select 1 from erasure where id = :id", id=order.id):
            save_order(store, order, counts, moment)
            mark_done(store, order.id, moment)
        store.execute("COMMIT")
    sync(copy)
    check_sound(copy, source)
    return counts


def rewrite_new(source: Path, copy: Path, order: ErasureOrder, names: Names, moment: str) -> str:
    """Make *copy* by `rewrite`, a new file, and return the beginning of the hash of its content."""
    copy.unlink(missing_ok=True)
    make_private_file(copy)
    rewrite(source, copy, order, names, moment)
    return digest_of(copy)
