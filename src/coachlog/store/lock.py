"""A lock of the operating system on a file: it dies with the process that holds it."""

import os
import sys
from pathlib import Path

_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)  # not on Windows


class FileLock:
    """Taken when it is made, held until `release`. Raises BlockingIOError when another has it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = _open_locked(path)

    def release(self, *, remove: bool) -> None:
        """Release the lock, and *remove* the file if nobody will need it again."""
        if remove and sys.platform != "win32":
            self.path.unlink(missing_ok=True)  # while it is still ours
        os.close(self._file)
        if remove and sys.platform == "win32":
            self.path.unlink(missing_ok=True)  # Windows removes no open file


def _open_locked(path: Path) -> int:
    """Open and lock the file, and return its descriptor.

    Tries again if another process removed the file before it was locked: a lock on a file without
    a name would keep nobody out. Raises BlockingIOError when another process has the lock.
    """
    while True:
        file = os.open(path, os.O_CREAT | os.O_RDWR | _NO_LINKS, 0o600)
        try:
            _lock(file)
            if _is_still_at(file, path):
                return file
        except BaseException:
            os.close(file)
            raise
        os.close(file)


def _is_still_at(file: int, path: Path) -> bool:
    """Whether *file* is still at *path*: it may have been removed before we locked it."""
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError(*error.args) from error

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
