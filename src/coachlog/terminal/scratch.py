"""The file that an editor opens: in a folder of its own, read back whatever the editor made of it.

The folder bears the number of the process, so that one which a killed program left is known.
"""

import os
import re
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from coachlog.base.texts import _
from coachlog.terminal.editor import EditorFailedError, editor_error
from coachlog.terminal.record_text import same_text
from coachlog.terminal.rescue import keep_and_tell

MOST_BYTES = 32 * 1024 * 1024
FOLDER = "coachlog-edit-"
_AS_IT_WAS = ".as-it-was"
_OURS = re.compile(re.escape(FOLDER) + r"(\d+)-\w+$")
_OLDER = re.compile(r"coachlog-[a-z0-9_]{8}$")
"""The folders of earlier versions, which do not tell of which process they are."""
_A_DAY = 86400


class Saved(NamedTuple):
    """The content of a file that an editor left: the bytes, and the text where it is one."""

    data: bytes
    text: str | None


@contextmanager
def temporary_file(text: str, name: str) -> Iterator[Path]:
    """A file that only this person can read, in a folder of its own; gone afterwards."""
    clear()
    data = text.encode("utf-8", "replace")
    with _folder() as folder:
        path = Path(folder) / name
        try:
            (path.parent / _AS_IT_WAS).write_bytes(data)
            path.touch(mode=0o600)
            path.write_bytes(data)
        except OSError as error:
            raise editor_error(error) from error
        yield path


def read_back(path: Path) -> str:
    """Read the text that an editor left in *path*; raises EditorFailedError where it is none."""
    found = read_saved(path)
    if found.text is None:
        raise editor_error(_("what it saved is not text"))
    return found.text


def read_saved(path: Path) -> Saved:
    """Read what stands in *path* now; raises EditorFailedError where there is no file with it."""
    try:
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))  # it may be a pipe now
        with os.fdopen(number, "rb") as file:
            if not stat.S_ISREG(os.fstat(number).st_mode):
                raise editor_error(_("what it left behind is not a file"))
            data = file.read()
    except OSError as error:
        raise editor_error(error) from error
    return Saved(data, _text(data))


def find_saved_version(path: Path, before: str) -> Saved | None:
    """Find what was saved last in the place of *before*, also where the editor failed.

    An editor that is told to end may put what it has beside its file. None where nothing was
    saved, or nothing but white space.
    """
    for each in sorted(_versions(path), key=_saved_at, reverse=True):
        data = _left(each)
        found = Saved(data, _text(data))
        if data.strip() and not (found.text is not None and same_text(found.text, before)):
            return found
    return None


def clear() -> None:
    """Take away the folders of programs that were killed; what was saved in them is kept."""
    for folder in Path(tempfile.gettempdir()).glob("coachlog-*"):
        with suppress(OSError):
            if _is_deserted(folder):
                _keep_what_was_saved(folder)
                _remove(folder)


def _versions(path: Path) -> list[Path]:
    """The file, and those in which nano and Emacs leave what was not saved."""
    return [path, path.with_name(path.name + ".save"), path.with_name(f"#{path.name}#")]


def _saved_at(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _left(path: Path) -> bytes:
    try:
        return read_saved(path).data
    except EditorFailedError:
        return b""


def _text(data: bytes) -> str | None:
    """The text in *data*: UTF-8, or what Windows made of it."""
    if len(data) > MOST_BYTES:
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in data:
        return None
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    return None


def _folder() -> "tempfile.TemporaryDirectory[str]":
    try:
        prefix = f"{FOLDER}{os.getpid()}-"
        return tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True)
    except OSError as error:
        raise editor_error(error) from error


def _is_deserted(folder: Path) -> bool:
    """Whether it is a folder of ours, of a program that is no more."""
    match, about = _OURS.match(folder.name), folder.lstat()
    if not (stat.S_ISDIR(about.st_mode) and hasattr(os, "getuid")):
        return False
    if about.st_uid != os.getuid() or stat.S_IMODE(about.st_mode) != stat.S_IRWXU:
        return False
    if not match:
        names = {path.name for path in folder.iterdir()} if _OLDER.match(folder.name) else set()
        is_old = time.time() - about.st_mtime > _A_DAY
        return is_old and bool(names) and names <= {"answer.txt", "record.txt"}
    try:
        os.kill(int(match[1]), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        pass
    return False


def _keep_what_was_saved(folder: Path) -> None:
    before = _left(folder / _AS_IT_WAS)
    for path in folder.iterdir():
        data = _left(path) if path.name != _AS_IT_WAS else b""
        if data.strip() and data != before:
            keep_and_tell(data)


def _remove(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
