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
from coachlog.base.texts import N_, _
from coachlog.store.lock import FileLock
from coachlog.store.places import journal_at, unwritable_folder

PATIENCE_SECONDS = 5.0
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


class ConfigurationUnwritableError(UnavailableError):
    """The configuration cannot be written."""

    cause = N_("The configuration {path} cannot be written: {problem}.")
    remedy = N_("Choose another place with COACHLOG_CONFIG.")


def keep(key: str, value: str) -> Any:
    """Set *key*, checked, or take it away where *value* is empty; comments in the file stay.

    The result is the value as it is kept.
    """
    kept = settings.check_setting(key, value) if value.strip() else None
    if key == "store" and kept:
        kept = str(journal_at(kept))
    path = settings.config_path()
    with _alone(path):
        settings.load()
        text = path.read_bytes().decode("utf-8") if path.exists() else ""
        document = tomlkit.parse(text.removeprefix(BYTE_ORDER_MARK))
        if kept is None:
            document.pop(key, None)
        else:
            document[key] = kept
        mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
        _replace(path, mark + tomlkit.dumps(document))
    return kept


def begin(chosen: Mapping[str, str]) -> bool:
    """Write the first configuration; False where another window was quicker and wrote one."""
    path = settings.config_path()
    document = tomlkit.document()
    document.add(tomlkit.comment(_("Edit this here, or with: coachlog config set")))
    document.update(chosen)
    with _alone(path):
        if path.exists():
            return False
        _replace(path, tomlkit.dumps(document))
    return True


def unwritable() -> ConfigurationUnwritableError | None:
    """Why no configuration can be made, as far as that can be seen beforehand."""
    path = settings.config_path()
    folder = unwritable_folder(path)
    if folder is None:
        return None
    problem = _("you cannot write in {path}").format(path=folder)
    return ConfigurationUnwritableError(path=path, problem=problem)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Two windows write in turn, so that neither loses what the other one set."""
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
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return FileLock(path)
        except BlockingIOError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)


def _replace(path: Path, text: str) -> None:
    """Write beside the file and then take its place, so that it is never half written.

    A symbolic link stays one: what it leads to is replaced.
    """
    whole = Path(os.path.realpath(path))
    beside = whole.with_suffix(".new")
    descriptor = os.open(beside, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - closed to others from the start
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o600)
        beside.replace(whole)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
