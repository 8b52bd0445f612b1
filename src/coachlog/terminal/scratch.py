"""The temporary file that an editor opens, in a folder of its own, and reading it back.

The folder's name has the process number, so that folders of killed programs can be found.
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

from coachlog import settings
from coachlog.base.texts import _
from coachlog.store.processes import has_ended
from coachlog.terminal.editor import EditorFailedError, editor_error
from coachlog.terminal.record_text import same_text
from coachlog.terminal.rescue import rescue_and_tell

MOST_BYTES = 32 * 1024 * 1024
FOLDER = "coachlog-edit-"
_MEMORY = Path("/dev/shm")
"""Where a text of a protected journal is edited, if there is such a place: on no disk."""
_ORIGINAL = ".as-it-was"
"""The file with the text as it was before the editor, beside the file that is edited."""
_FOLDER_NAME = re.compile(re.escape(FOLDER) + r"(\d+)-\w+$")
_OLD_FOLDER_NAME = re.compile(r"coachlog-[a-z0-9_]{8}$")
"""The folders of earlier versions, without a process number."""
_DAY_SECONDS = 86400


class SavedFile(NamedTuple):
    """The content of a file that an editor saved: the bytes, and the text (None if not text)."""

    data: bytes
    text: str | None


@contextmanager
def temporary_file(text: str, name: str) -> Iterator[Path]:
    """Make a file with *text* that only this person can read; remove it after the block."""
    clear()  # what killed programs left behind
    data = text.encode("utf-8", "replace")
    with _make_folder() as folder:
        path = Path(folder) / name
        try:
            (path.parent / _ORIGINAL).write_bytes(data)
            path.touch(mode=0o600)
            path.write_bytes(data)
        except OSError as error:
            raise editor_error(error) from error
        yield path


def read_back(path: Path) -> str:
    """Return the text that an editor saved in *path*; raises EditorFailedError if it is none."""
    saved = read_saved(path)
    if saved.text is None:
        raise editor_error(_("what it saved is not text"))
    return saved.text


def read_saved(path: Path) -> SavedFile:
    """Return the content of *path*; raises EditorFailedError if it is no readable file."""
    try:
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))  # it may be a pipe now
        with os.fdopen(number, "rb") as file:
            if not stat.S_ISREG(os.fstat(number).st_mode):
                raise editor_error(_("what it left behind is not a file"))
            data = file.read(MOST_BYTES + 1)  # one more, to see that there is too much
    except OSError as error:
        raise editor_error(error) from error
    return SavedFile(data, _decode(data))


def find_saved_version(path: Path, original_text: str) -> SavedFile | None:
    """Return the newest version that differs from *original_text*, also if the editor failed.

    An editor that is told to end may save into another file beside *path*. None if nothing was
    saved, or only white space.
    """
    for version in sorted(_versions(path), key=_saved_at, reverse=True):
        data = _read_or_empty(version)
        saved = SavedFile(data, _decode(data))
        is_unchanged = saved.text is not None and same_text(saved.text, original_text)
        if data.strip() and not is_unchanged:
            return saved
    return None


def clear() -> None:
    """Remove the folders of killed programs; what was saved in them goes into rescue files."""
    for folder in deserted_folders():
        with suppress(OSError):
            _rescue_saved_files(folder)
            _remove(folder)


def deserted_folders() -> Iterator[Path]:
    """Yield the folders that killed programs left, with what was being edited in them."""
    for place in (Path(tempfile.gettempdir()), _MEMORY):
        for folder in place.glob("coachlog-*"):
            with suppress(OSError):
                if _is_deserted(folder):
                    yield folder


def _versions(path: Path) -> list[Path]:
    """Return *path* and the files in which nano and Emacs save unsaved text when killed."""
    return [path, path.with_name(path.name + ".save"), path.with_name(f"#{path.name}#")]


def _saved_at(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:  # no such version
        return 0


def _read_or_empty(path: Path) -> bytes:
    try:
        return read_saved(path).data
    except EditorFailedError:
        return b""


def _decode(data: bytes) -> str | None:
    """Return the text in *data* (UTF-8, UTF-16 or Windows-1252), None if it is not text."""
    if len(data) > MOST_BYTES:
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):  # a byte order mark
        encodings = ["utf-16"]
    elif b"\0" in data:  # no text has one, but Windows-1252 would accept it
        return None
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    return None


def _make_folder() -> "tempfile.TemporaryDirectory[str]":
    """Make a temporary folder with the process number in its name; raises EditorFailedError."""
    try:
        prefix = f"{FOLDER}{os.getpid()}-"
        place = _MEMORY if settings.known_keys and os.access(_MEMORY, os.W_OK) else None
        return tempfile.TemporaryDirectory(prefix=prefix, dir=place, ignore_cleanup_errors=True)
    except OSError as error:
        raise editor_error(error) from error


def _is_deserted(folder: Path) -> bool:
    """Return whether *folder* belongs to this person and to a program that no longer runs."""
    info = folder.lstat()  # of a link itself: another user may have put one there
    if not hasattr(os, "getuid") or not stat.S_ISDIR(info.st_mode):  # Windows has no owners
        return False
    is_private = stat.S_IMODE(info.st_mode) == stat.S_IRWXU
    if info.st_uid != os.getuid() or not is_private:
        return False
    match = _FOLDER_NAME.match(folder.name)
    if match is None:
        return _is_old_leftover(folder, info.st_mtime)
    process_number = int(match[1])
    return has_ended(process_number)


def _is_old_leftover(folder: Path, modified: float) -> bool:
    """Return whether an earlier version left *folder* more than a day ago, with only its files."""
    may_be_in_use = time.time() - modified <= _DAY_SECONDS
    if may_be_in_use or not _OLD_FOLDER_NAME.match(folder.name):
        return False
    file_names = {path.name for path in folder.iterdir()}
    return bool(file_names) and file_names <= {"answer.txt", "record.txt"}


def _rescue_saved_files(folder: Path) -> None:
    """Put each file that differs from the original text into a rescue file."""
    original = _read_or_empty(folder / _ORIGINAL)
    for path in folder.iterdir():
        data = _read_or_empty(path) if path.name != _ORIGINAL else b""
        if data.strip() and data != original:
            rescue_and_tell(data)


def _remove(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
