"""A file to import: its bytes are read once, as it may change meanwhile."""

import os
import stat
import sys
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from pathlib import Path

from coachlog.base.decoding import decoded
from coachlog.base.errors import NotFoundError, RefusedError, system_problem
from coachlog.base.own_files import file_bytes
from coachlog.base.texts import N_
from coachlog.settings import whole_path

MOST_BYTES = 256 * 1024 * 1024
MOST_LINE_BYTES = 64 * 1024 * 1024
HEAD_BYTES = 8192
STANDARD_INPUT = "-"
LOCK = "~$"
"""How the name of a file begins by which Word and Excel know that a document is open."""


def is_lock_file(typed: str) -> bool:
    """Whether it is the file by which Word or Excel knows that a document is open."""
    return Path(typed).name.startswith(LOCK)


class SourceFile:
    """A file, or a folder of files, as somebody typed it; `-` is standard input."""

    def __init__(self, typed: str) -> None:
        """Name the file. Raises RefusedError for what only tells that a document is open."""
        self.typed = typed
        self.notes: list[str] = []
        """What its format recognised in it, to be told once."""
        self.plan: object = None
        """What its format asked or found out, kept for when it is read again."""
        if is_lock_file(typed):
            raise RefusedError(
                N_("{path} is no document: Word or Excel keeps it there while one is open."),
                N_("Close that document, and import it by its own name."),
                path=typed,
            )
        self.is_standard_input = typed == STANDARD_INPUT
        self.path = Path(STANDARD_INPUT) if self.is_standard_input else whole_path(typed)

    @property
    def name(self) -> str:
        """The name of the file without its folder, for messages and for its ending."""
        return self.path.name

    @cached_property
    def is_folder(self) -> bool:
        """Whether it is a folder. Raises NotFoundError where there is nothing."""
        return not self.is_standard_input and stat.S_ISDIR(self._status().st_mode)

    @cached_property
    def head(self) -> bytes:
        """The first 8 kB; empty for a folder. Raises NotFoundError and RefusedError."""
        if self.is_folder:
            return b""
        if self.is_standard_input or not stat.S_ISREG(self._status().st_mode):
            return self.data[:HEAD_BYTES]
        try:
            with self.path.open("rb") as file:
                return file.read(HEAD_BYTES)
        except OSError as error:
            raise _unreadable(self.typed, error) from error

    @cached_property
    def data(self) -> bytes:
        """All bytes. Raises NotFoundError, and RefusedError for more than 256 MiB."""
        try:
            if self.is_standard_input:
                data = sys.stdin.buffer.read(MOST_BYTES + 1)
            else:
                if self._status().st_size > MOST_BYTES:
                    raise _too_big(self.typed)
                data = file_bytes(self.path, MOST_BYTES)
        except OSError as error:
            raise _unreadable(self.typed, error) from error
        if len(data) > MOST_BYTES:
            raise _too_big(self.typed)
        return data

    def lines(self) -> Iterator[bytes]:
        """Yield the lines one by one, with their ends: a file as big as it likes.

        Raises RefusedError for a line of more than 64 MiB, and where the file changed meanwhile.
        """
        if self.is_standard_input or not stat.S_ISREG(self._status().st_mode):
            yield from BytesIO(self.data)
            return
        try:
            with self.path.open("rb") as file:
                before = os.fstat(file.fileno())
                while line := file.readline(MOST_LINE_BYTES + 1):
                    if len(line) > MOST_LINE_BYTES:
                        raise RefusedError(
                            N_("{path} has a line of more than {most} MiB."),
                            N_("Is it the right file?"),
                            path=self.typed,
                            most=MOST_LINE_BYTES // 1024**2,
                        )
                    yield line
                after = self.path.stat()
        except OSError as error:
            raise _unreadable(self.typed, error) from error
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise RefusedError(
                N_("{path} changed while it was read."),
                N_("Wait until it is whole, and import it again."),
                path=self.typed,
            )

    def text(self, encoding: str | None = None) -> str:
        """Return all of it as text; see `decoded`. Raises RefusedError."""
        return decoded(self.data, encoding)

    def release(self) -> None:
        """Forget the bytes, which the text of them has in its stead; those typed in are kept."""
        if not self.is_standard_input:
            self.__dict__.pop("data", None)

    def _status(self) -> os.stat_result:
        try:
            return self.path.stat()
        except (OSError, ValueError) as error:
            raise _unreadable(self.typed, error) from error


def _unreadable(typed: str, error: Exception) -> NotFoundError:
    problem = system_problem(error) if isinstance(error, OSError) else str(error)
    return NotFoundError(
        N_("The file {path} cannot be read: {problem}."),
        N_("Check its name, or give - to read standard input."),
        path=typed,
        problem=problem,
    )


def _too_big(typed: str) -> RefusedError:
    return RefusedError(
        N_("{path} is too big: it has more than {most} MiB."),
        N_("Give it in several parts."),
        path=typed,
        most=MOST_BYTES // 1024**2,
    )
