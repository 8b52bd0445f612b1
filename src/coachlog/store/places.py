"""Where the journal and the settings may lie: paths that are tried before they are kept."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coachlog.base.errors import RefusedError, UnavailableError, system_problem
from coachlog.base.texts import N_, _
from coachlog.settings import whole_path
from coachlog.store.connection import open_reader
from coachlog.store.faults import StoreLockedError

JOURNAL = "journal.sqlite"


_PLACE_REFUSED = (N_("{problem}"), N_("Choose another file or folder."))


def journal_at(typed: str) -> Path:
    """The whole path of a journal, which need not exist yet.

    Raises RefusedError for a folder, and where a journal can be neither found nor made.
    """
    path = whole_path(typed)
    with _usable(path):
        if path.is_dir() or typed.endswith(os.sep):
            raise RefusedError(
                N_("{path} is a folder."),
                N_("Give the file in it: {file}"),
                path=path,
                file=path / JOURNAL,
            )
        if path.exists():
            _open(path)
        elif folder := closed_folder(path):
            raise RefusedError(
                *_PLACE_REFUSED, problem=_("You cannot write in {path}.").format(path=folder)
            )
    return path


def closed_folder(path: Path) -> Path | None:
    """The folder that keeps *path* from being made: the nearest one above it, not writable."""
    above = next(folder for folder in path.parents if os.path.exists(folder))  # noqa: PTH110 - exists() may raise
    return None if above.is_dir() and os.access(above, os.W_OK | os.X_OK) else above


@contextmanager
def _usable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        problem = _("{path} cannot be used: {problem}.").format(
            path=path, problem=system_problem(error)
        )
        raise RefusedError(*_PLACE_REFUSED, problem=problem) from error


def _open(path: Path) -> None:
    """Make sure that the file is a journal, before every command fails on it."""
    try:
        open_reader(path).close()
    except StoreLockedError:
        return  # somebody is at work in it
    except UnavailableError as error:
        raise RefusedError(*_PLACE_REFUSED, problem=error.cause_text()) from error
