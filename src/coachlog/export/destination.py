"""Where a file for others is written: beside its place first, closed to others, then renamed."""

import os
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from coachlog.base.errors import CoachlogError, RefusedError, UnavailableError, system_problem
from coachlog.base.ids import new_id
from coachlog.base.own_files import refuse_long_name
from coachlog.base.texts import N_
from coachlog.settings import whole_path
from coachlog.store.private_files import open_new_file, sync


def checked_destination(typed: str, endings: Collection[str], *, force: bool) -> Path:
    """Return the whole path of the file to write, whose name ends in one of *endings*.

    *endings* have their dot, the usual one first; with none, every name will do. Raises
    RefusedError for another ending, for a folder, a pipe or a device, and for what is there
    already unless *force* is set. A link is never followed: it would be replaced.
    """
    path = whole_path(typed)
    refuse_long_name(path)
    usual = next(iter(endings), "")
    example = f"--output {path.stem or 'coachlog'}{usual}"
    if endings and path.suffix.casefold() not in endings:
        raise _other_ending(path, endings, example)
    if path.is_dir():
        raise RefusedError(
            N_("{path} is a folder."), N_("For example: {example}"), path=path, example=example
        )
    if os.path.lexists(path) and not (path.is_file() or path.is_symlink()):
        raise RefusedError(
            N_("{path} is not an ordinary file."),
            N_("For example: {example}"),
            path=path,
            example=example,
        )
    if os.path.lexists(path) and not force:
        raise RefusedError(
            N_("{path} is there already."),
            N_("Choose another name, or add --force to replace it."),
            path=path,
        )
    return path


def _other_ending(path: Path, endings: Collection[str], example: str) -> RefusedError:
    cause = N_("{path} ends in none of {endings}, which tell how it is written.")
    if len(endings) == 1:
        cause = N_("{path} does not end in {endings}.")
    remedy = N_("For example: {example}")
    return RefusedError(cause, remedy, path=path, endings=", ".join(endings), example=example)


@contextmanager
def written_beside(path: Path) -> Iterator[BinaryIO]:
    """Give a new file to write, which gets the name *path* at the end, or is gone after an error.

    Only its owner may read it. Raises UnavailableError for whatever keeps it from being written.
    """
    unfinished = path.with_name(f".coachlog-{new_id()[-12:]}.part")
    try:
        with os.fdopen(open_new_file(unfinished), "wb") as file:
            try:
                yield file
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                unfinished.unlink(missing_ok=True)
                raise
        os.replace(unfinished, path)  # noqa: PTH105 - over the one that is there
        sync(path.parent)
    except CoachlogError:
        raise
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        is_open = isinstance(error, PermissionError) and path.is_file()  # as Windows tells of it
        raise UnavailableError(
            N_("{path} cannot be written: {problem}."),
            N_("Close it if another program has it open, or choose another place for --output.")
            if is_open
            else N_("Choose another place for --output."),
            path=path,
            problem=system_problem(error),
        ) from error


@contextmanager
def work_folder(path: Path | None) -> Iterator[Path]:
    """Within the block, a folder of our own, beside *path* if there is one, for temporary files.

    It is removed at the end, whatever happened: it holds words of the journal.
    """
    beside = path.parent if path and path.parent.is_dir() else None
    with tempfile.TemporaryDirectory(prefix=".coachlog-", dir=beside) as name:
        yield Path(name)
