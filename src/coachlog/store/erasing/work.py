"""The whole of an erasure: it is either not begun, or it is finished at the next start.

Copies of the backups are made and erased in a folder beside the store first. Then one transaction
of the store decides. After it only files are put in place and removed, as a list there says, and
the store is made anew without what was in its free pages.
"""

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from coachlog.base import clock
from coachlog.base.errors import CoachlogError, UnavailableError, system_problem
from coachlog.base.name_finder import Names
from coachlog.base.texts import N_
from coachlog.store.backup_places import folder_of
from coachlog.store.backups import backup_lock, remove_unfinished
from coachlog.store.connection import Writer, open_writer
from coachlog.store.erasing import copies, second_places
from coachlog.store.erasing.order import (
    ErasureCounts,
    ErasureOrder,
    mark_done,
    read_orders,
    save_order,
)
from coachlog.store.erasing.persons import ids_with_fingerprints, names_of
from coachlog.store.erasing.rows import erase_in
from coachlog.store.faults import StoreLockedError, translate_errors
from coachlog.store.files import erasing_folder
from coachlog.store.private_files import make_private_folder, sync, write_private_file
from coachlog.store.turn import turn_at

PATIENCE_MS = 10_000
_LIST = "list.txt"
_SWAP, _REMOVE, _WAIT = "swap", "remove", "wait"


class Erased(NamedTuple):
    """What an erasure did; *waiting* are the places in which copies still hold what was erased."""

    number: int
    counts: ErasureCounts
    waiting: list[str]


class _FileStep(NamedTuple):
    """A file step after a committed erasure, by its *verb*.

    swap: the prepared copy *staged* replaces *target*, and *old* is removed. remove: *target* is
    removed. wait: *target* is a second place whose copies are still to be erased.
    """

    verb: str
    staged: str
    target: str
    old: str


def erase(
    store: Path, order: ErasureOrder, files: Sequence[Path], places: Sequence[str], moment: str
) -> Erased:
    """Erase people in a store, its backups and *files*; *places* are those of copies.

    Raises a CoachlogError or OSError: nothing was done then, unless the erasure is under way in
    the store; then `resume` finishes it.
    """
    with translate_errors(store), turn_at(store, PATIENCE_MS):
        make_private_folder(folder_of(store))
        with backup_lock(folder_of(store)):
            remove_unfinished(folder_of(store))
            with closing(open_writer(store)) as connection:
                writer = Writer(store, connection)
                try:
                    names, counts, number = _erase_and_prepare(writer, order, files, places, moment)
                except BaseException:
                    writer.roll_back()
                    if not _is_committed(writer, order):
                        _remove_staging(store)
                    raise
                try:
                    left = _finish_files(writer, order.id, names)
                except (CoachlogError, OSError) as error:
                    raise _not_finished(number, error) from error
    return Erased(number, counts, left)


def _not_finished(number: int, error: CoachlogError | OSError) -> UnavailableError:
    """Return the error for an erasure that is committed, but whose files are not all done."""
    if isinstance(error, CoachlogError):
        problem = error.cause_text().rstrip(".")
    else:
        problem = system_problem(error)
    return UnavailableError(
        N_("Erasure {n} has begun and is not finished yet: {problem}."),
        N_("Each start of coachlog tries again. Or close other windows: coachlog erase finish"),
        n=number,
        problem=problem,
    )


def resume(store: Path) -> None:
    """Finish the erasures that were interrupted when the program ended.

    What cannot be done now is left for the next start; so is all of it where another program is
    erasing at this moment.
    """
    with suppress(CoachlogError, OSError), turn_at(store, 0):
        make_private_folder(folder_of(store))
        _resume(store)


def finish_copies(store: Path) -> None:
    """Erase in the copies in second places that are there now; what cannot be done waits."""
    with suppress(CoachlogError, OSError):
        second_places.erase_waiting_copies(store, clock.instant(clock.now()))


def _resume(store: Path) -> None:
    """Finish the erasures that are committed; remove what was prepared for one that is not."""
    with backup_lock(folder_of(store), 0):
        with closing(open_writer(store)) as connection:
            writer = Writer(store, connection)
            under_way = read_orders(writer, unfinished=True)
            for order in under_way:
                _finish_files(writer, order.id, Names())
        if not under_way:
            _remove_staging(store)


def _erase_and_prepare(
    writer: Writer, order: ErasureOrder, files: Sequence[Path], places: Sequence[str], moment: str
) -> tuple[Names, ErasureCounts, int]:
    """Erase in one transaction, and prepare all file steps before it is committed.

    Return the names of the people, how much was erased, and the number of the erasure.
    """
    store, staging = writer.path, erasing_folder(writer.path)
    _remove_staging(store)
    make_private_folder(staging)
    writer.execute("BEGIN IMMEDIATE")
    names = names_of(writer, ids_with_fingerprints(writer, order.persons))
    backups = copies.backups_of(store)
    for backup in backups:
        names = names.joined(copies.names_in(folder_of(store) / backup.name, order))
    counts = erase_in(writer, order, names)
    steps = [*_stage_copies(store, staging, order, names, moment)]
    rewritten = len(steps)
    removed = [*copies.unreadable(store), *files]
    steps += [_FileStep(_REMOVE, "", str(path), "") for path in removed]
    steps += [_FileStep(_WAIT, "", place, "") for place in places]
    counts = counts._replace(backups=rewritten, files=len(removed))
    number = writer.value("select coalesce(max(number), 0) + 1 from erasure")
    save_order(writer, order._replace(number=number), counts, moment)
    _write_list(staging, steps)
    sync(staging)
    writer.execute("COMMIT")
    return names, counts, number


def _stage_copies(
    store: Path, staging: Path, order: ErasureOrder, names: Names, moment: str
) -> Iterator[_FileStep]:
    """Make the erased copy of each backup, and of what earlier versions put aside."""
    folder = folder_of(store)
    for backup in copies.backups_of(store):
        old, copy = folder / backup.name, staging / f"{backup.number:04d}"
        digest = copies.rewrite_new(old, copy, order, names, moment)
        new = folder / backup._replace(digest=digest).name
        yield _FileStep(_SWAP, copy.name, str(new), str(old))
    for n, path in enumerate(copies.older_stores(store)):
        copy = staging / f"aside-{n}"
        copies.rewrite_new(path, copy, order, names, moment)
        yield _FileStep(_SWAP, copy.name, str(path), str(path))


def _finish_files(writer: Writer, order_id: str, names: Names) -> list[str]:
    """Do the file steps that follow a committed erasure; return the places that still wait.

    Each step can be repeated, as it is after a crash.
    """
    store, staging = writer.path, erasing_folder(writer.path)
    for step in _read_list(staging):
        if step.verb == _WAIT:
            second_places.add_waiting(store, [step.target])
        else:
            _run_step(staging, step)
    moment = clock.instant(clock.now())
    left = second_places.erase_waiting_copies(store, moment, names)
    _rewrite_store(writer)
    mark_done(writer, order_id, moment)
    _take_log_over(writer)
    _remove_staging(store)
    return left


def _run_step(staging: Path, step: _FileStep) -> None:
    """Do one file step; does nothing if it was done before."""
    target, old = Path(step.target), Path(step.old or step.target)
    if step.verb == _SWAP:
        staged = staging / step.staged
        if staged.exists():
            os.replace(staged, target)  # noqa: PTH105 - over the old one, if it has the same name
            sync(target.parent)
        if old == target:
            return
    old.unlink(missing_ok=True)
    sync(old.parent)


def _rewrite_store(writer: Writer) -> None:
    """Rewrite the store without its free pages, and empty its log into it.

    Raises StoreLockedError where another program reads in it.
    """
    with translate_errors(writer.path):
        writer.execute("PRAGMA temp_store=MEMORY")
        writer.execute("VACUUM")
    _take_log_over(writer)


def _take_log_over(writer: Writer) -> None:
    """Copy the log into the store and empty it; raises StoreLockedError where others read."""
    is_busy = writer.value("PRAGMA wal_checkpoint(TRUNCATE)")
    if is_busy:
        raise StoreLockedError(path=writer.path)


def _is_committed(writer: Writer, order: ErasureOrder) -> bool:
    """Whether the erasure was committed before the error."""
    try:
        return bool(writer.value("select 1 from erasure where id = :id", id=order.id))
    except CoachlogError:
        return True  # it cannot be said: then nothing is thrown away


def _remove_staging(store: Path) -> None:
    """Remove the prepared copies and the list of file steps."""
    folder = erasing_folder(store)
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)


def _write_list(staging: Path, steps: Iterable[_FileStep]) -> None:
    text = "".join(json.dumps(step) + "\n" for step in steps)
    write_private_file(staging / _LIST, text.encode())


def _read_list(staging: Path) -> list[_FileStep]:
    """Return the steps to do; none where the folder is gone, for then they were done."""
    try:
        text = (staging / _LIST).read_text("utf-8")
    except FileNotFoundError:
        return []
    return [_FileStep(*json.loads(line)) for line in text.splitlines()]
