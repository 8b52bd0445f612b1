"""Files that killed programs left around a store, and removing them when nobody needs them."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from coachlog import settings
from coachlog.store.backup_places import PLACES, WARNED, folder_of
from coachlog.store.backups import UNFINISHED, backup_lock, remove_unfinished
from coachlog.store.files import BESIDE
from coachlog.store.lock import FileLock
from coachlog.store.turn import turn_at

_HALF_KEYS = (".key.part", ".protecting.part")
"""How files end that were being written when the journal was protected."""


class Leftover(NamedTuple):
    """A file, and what removes it: raises OSError or a CoachlogError where it is in use."""

    path: Path
    remove: Callable[[], None]


def leftovers(store: Path, drafts: frozenset[str] | None) -> Iterator[Leftover]:
    """Yield what was left around a store; *drafts* are the ids of all drafts, None if unknown."""
    folder = folder_of(store)
    for path in _existing(folder / UNFINISHED):
        yield Leftover(path, partial(_remove_half_backup, folder))
    target = Path(os.path.realpath(store))
    for path in _existing(target.with_name(f"{target.name}.new")):
        yield Leftover(path, partial(_remove_in_turn, store, path))
    for path in sorted(target.parent.glob("*.part")):
        if path.name.startswith(f"{target.name}.") and path.name.endswith(_HALF_KEYS):
            yield Leftover(path, partial(_remove_in_turn, store, path))
    config = settings.config_path()
    for path in (
        config.with_suffix(".new"),  # of an earlier version
        config.with_name(f"{config.name}.part"),
        folder / f"{PLACES}.part",
        settings.state_place(f"{WARNED}.part"),
    ):
        if path.is_file():
            yield Leftover(path, partial(_remove, path))
    if drafts is not None:
        yield from _locks_without_draft(store, drafts)


def _locks_without_draft(store: Path, drafts: frozenset[str]) -> Iterator[Leftover]:
    """Yield the lock files of unfinished conversations that are in the store no more."""
    start, end = f"{store.name}.draft-", ".lock"
    with suppress(OSError):
        for path in sorted(store.parent.iterdir()):
            is_lock = path.name.startswith(start) and path.name.endswith(end)
            if is_lock and path.name[len(start) : -len(end)] not in drafts:
                yield Leftover(path, partial(_remove_lock, path))


def _existing(path: Path) -> list[Path]:
    """Return those that exist of a file and the files that SQLite puts beside it."""
    candidates = (Path(f"{path}{suffix}") for suffix in ("", *BESIDE))
    return [candidate for candidate in candidates if os.path.lexists(candidate)]


def _remove_half_backup(folder: Path) -> None:
    with backup_lock(folder, patience=0):  # so nobody is making one now
        remove_unfinished(folder)


def _remove_in_turn(store: Path, path: Path) -> None:
    with turn_at(store, wait_ms=0):
        path.unlink(missing_ok=True)


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)


def _remove_lock(path: Path) -> None:
    FileLock(path).release(remove=True)
