"""Where a folder of files for others is made: beside its place first, closed to others, renamed."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path

from coachlog.base.errors import CoachlogError, RefusedError, unwritable
from coachlog.base.own_files import refuse_long_name
from coachlog.base.texts import N_
from coachlog.settings import whole_path
from coachlog.store.private_files import open_new_file, sync

DESCRIPTION = "datapackage.json"
"""The file that tells what all others in the folder are."""


def checked_folder(typed: str, *, force: bool) -> Path:
    """Return the whole path of the folder to make.

    Raises RefusedError for a file, a link, the folder in which one works, and for a folder that
    has anything in it; with *force* it may have what an earlier export put there, nothing else.
    """
    path = whole_path(os.path.normpath(typed))
    refuse_long_name(path)
    if not os.path.lexists(path):
        return path
    if path.is_symlink() or not path.is_dir():
        raise RefusedError(N_("{path} is not a folder."), N_("Choose another name."), path=path)
    if _is_within(Path.cwd(), path):
        raise RefusedError(
            N_("You work in {path}, so it cannot be replaced."),
            N_("Choose a new folder in it."),
            path=path,
        )
    there = {entry.name for entry in path.iterdir()}
    if there and not force:
        raise RefusedError(
            N_("{path} is not empty."),
            N_("Choose another folder, or add --force to replace what an earlier export made."),
            path=path,
        )
    others = sorted(there - _made_earlier(path))
    if others:
        raise RefusedError(
            N_("There is something else in {path}: {name}."),
            N_("Choose another folder: this one would be replaced whole."),
            path=path,
            name=others[0],
        )
    return path


@contextmanager
def folder_written_beside(path: Path) -> Iterator[Path]:
    """Give a new folder to fill, which gets the name *path* at the end, or is gone after an error.

    Raises UnavailableError for whatever keeps it from being made.
    """
    try:
        unfinished = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
        try:
            yield unfinished
            sync(unfinished)
            _put_in_place(unfinished, path)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
    except CoachlogError:
        raise
    except OSError as error:
        raise unwritable(path, error) from error


@contextmanager
def text_file_in(folder: Path, name: str) -> Iterator[TextIOWrapper]:
    """Give a new file in *folder* to write UTF-8 to, line ends as they are; only we may read it."""
    descriptor = open_new_file(folder / name)
    with TextIOWrapper(os.fdopen(descriptor, "wb"), encoding="utf-8", newline="") as file:
        yield file
        file.flush()
        os.fsync(descriptor)


def _put_in_place(unfinished: Path, path: Path) -> None:
    """Give the new folder its name; one that is there goes once the new one is in its place."""
    if not path.exists():
        unfinished.rename(path)
        sync(path.parent)
        return
    earlier = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
    path.rename(earlier)  # over an empty folder
    try:
        unfinished.rename(path)
    except BaseException:
        earlier.rename(path)
        raise
    sync(path.parent)
    shutil.rmtree(earlier, ignore_errors=True)


def _is_within(folder: Path, path: Path) -> bool:
    return path.resolve() in (folder, *folder.parents)


def _made_earlier(path: Path) -> set[str]:
    """Return the names of the files that the description of an earlier export tells of."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        described = json.loads((path / DESCRIPTION).read_text(encoding="utf-8"))
        if described["name"] == "coachlog":
            return {DESCRIPTION, *(str(resource["path"]) for resource in described["resources"])}
    return set()
