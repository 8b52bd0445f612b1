"""Checking where the journal and the settings may be stored, before such a path is saved."""

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
    """Return the absolute path of the journal that was *typed*, which need not exist yet.

    Raises RefusedError for a folder, and where a journal can be neither found nor made.
    """
    path = whole_path(typed)
    with _refuse_unusable(path):
        if path.is_dir() or typed.endswith(os.sep):
            raise RefusedError(
                N_("{path} is a folder."),
                N_("Give the file in it: {file}"),
                path=path,
                file=path / JOURNAL,
            )
        if path.exists():
            _check_is_journal(path)
        elif folder := unwritable_folder(path):
            raise RefusedError(
                *_PLACE_REFUSED, problem=_("You cannot write in {path}.").format(path=folder)
            )
    return path


def backup_place_at(typed: str) -> Path:
    """Return the absolute path of the folder for copies of backups; it may be absent now.

    Raises RefusedError for what is no folder, or one that cannot be written.
    """
    path = whole_path(typed)
    with _refuse_unusable(path):
        if not path.exists():
            return path  # a stick that is not connected
        if not path.is_dir():
            problem = _("{path} is not a folder.").format(path=path)
            raise RefusedError(*_PLACE_REFUSED, problem=problem)
        if not os.access(path, os.W_OK | os.X_OK):
            raise RefusedError(
                *_PLACE_REFUSED, problem=_("You cannot write in {path}.").format(path=path)
            )
    return path


def unwritable_folder(path: Path) -> Path | None:
    """Return what keeps *path* from being made, the nearest folder above it that exists.

    Return None where *path* can be made in that folder.
    """
    nearest = next(folder for folder in path.parents if os.path.exists(folder))  # noqa: PTH110 - exists() may raise
    is_writable = nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)
    return None if is_writable else nearest


@contextmanager
def _refuse_unusable(path: Path) -> Iterator[None]:
    """In a `with` block: turn an OSError into a RefusedError about *path*."""
    try:
        yield
    except OSError as error:
        problem = _("{path} cannot be used: {problem}.").format(
            path=path, problem=system_problem(error)
        )
        raise RefusedError(*_PLACE_REFUSED, problem=problem) from error


def _check_is_journal(path: Path) -> None:
    """Raise RefusedError unless the file is a journal: with any other, every command would fail."""
    try:
        open_reader(path).close()
    except StoreLockedError:
        return  # another program is at work in it, so it is one
    except UnavailableError as error:
        raise RefusedError(*_PLACE_REFUSED, problem=error.cause_text()) from error
