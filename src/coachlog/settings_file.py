"""Writing the configuration: one key at a time, the rest of the file as it was."""

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tomlkit

from coachlog import settings
from coachlog.base.errors import UnavailableError, system_problem
from coachlog.base.own_files import file_bytes
from coachlog.base.texts import N_, _
from coachlog.store.lock import FileLock
from coachlog.store.places import backup_place_at, journal_at, unwritable_folder
from coachlog.store.private_files import write_private_file

LOCK_WAIT_SECONDS = 5.0
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


class ConfigurationUnwritableError(UnavailableError):
    """The configuration cannot be written."""

    cause = N_("The configuration {path} cannot be written: {problem}.")
    remedy = N_("Choose another place with COACHLOG_CONFIG.")


def keep(key: str, value: str) -> Any:
    """Save *value* for the setting *key*, or remove the setting if *value* is empty.

    Return the checked value as it is saved, None if it was removed. Comments in the file stay.
    """
    checked_value = settings.check_setting(key, value) if value.strip() else None
    if key == "store" and checked_value:
        checked_value = str(journal_at(checked_value))
    if key == "backup_to" and checked_value:
        checked_value = str(backup_place_at(checked_value))
    path = settings.config_path()
    with _locked(path):
        settings.load()  # raises an error for a file with mistakes, before it is changed
        text = file_bytes(path).decode("utf-8") if path.exists() else ""
        document = tomlkit.parse(text.removeprefix(BYTE_ORDER_MARK))
        if checked_value is None:
            document.pop(key, None)
        else:
            document[key] = checked_value
        byte_order_mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
        _replace(path, byte_order_mark + tomlkit.dumps(document))
    return checked_value


def begin(chosen: Mapping[str, str]) -> bool:
    """Write what was *chosen* at the first start, and leave the settings that are there.

    Return False if one of them has just been chosen in another window.
    """
    path = settings.config_path()
    with _locked(path):
        document = tomlkit.document()
        if path.exists():
            document = tomlkit.parse(file_bytes(path).decode("utf-8-sig"))
        else:
            document.add(tomlkit.comment(_("Edit this here, or with: coachlog config set")))
        added = {key: value for key, value in chosen.items() if key not in document}
        document.update(added)
        if added:
            _replace(path, tomlkit.dumps(document))
    return len(added) == len(chosen)


def unwritable() -> ConfigurationUnwritableError | None:
    """Return the error that writing the configuration would raise; None if none is foreseen."""
    path = settings.config_path()
    folder = unwritable_folder(path)
    if folder is None:
        return None
    problem = _("you cannot write in {path}").format(path=folder)
    return ConfigurationUnwritableError(path=path, problem=problem)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold a lock within the block, so that two windows do not overwrite each other's settings.

    Raises ConfigurationUnwritableError, also for an OSError within the block.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = _lock(path.with_suffix(".lock"))
        try:
            yield
        finally:
            lock.release(remove=True)
    except OSError as error:
        raise ConfigurationUnwritableError(path=path, problem=system_problem(error)) from error


def _lock(path: Path) -> FileLock:
    """Return the lock; if another window holds it too long, raise BlockingIOError."""
    deadline = time.monotonic() + LOCK_WAIT_SECONDS
    while True:
        try:
            return FileLock(path)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _replace(path: Path, text: str) -> None:
    """Write *text* to a new file and rename it to *path*, so that *path* is never half written.

    A symbolic link stays one: the file that it points to is replaced.
    """
    write_private_file(Path(os.path.realpath(path)), text.encode("utf-8"))
