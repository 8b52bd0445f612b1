"""Files and folders that are closed to others from their beginning, and surely on the disk."""

import errno
import os
import shutil
import stat
from contextlib import suppress
from io import BufferedReader
from pathlib import Path

from coachlog.base.errors import UnavailableError
from coachlog.base.texts import N_

_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)  # not on Windows
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)  # on Windows only
_OWN = 0o600
_SECOND_NAME = N_("it has a second name, a hard link")


def make_private_folder(folder: Path) -> None:
    """Make a folder for us alone, or close the one that is there to others.

    Raises UnavailableError where something else has its name, be it a link to a folder.
    """
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode):
        raise UnavailableError(
            N_("{path} is not a folder, so no backups can be made in it."),
            N_("Move it away. For backups in another place: coachlog config set backup_to PLACE"),
            path=folder,
        )
    is_private = stat.S_IMODE(status.st_mode) == 0o700
    is_ours = os.name == "posix" and status.st_uid == os.geteuid()
    if is_ours and not is_private:
        with suppress(OSError):  # not every file system has modes
            folder.chmod(0o700)


def make_private_file(path: Path) -> None:
    """Make an empty file for us alone; raises FileExistsError where anything has its name."""
    os.close(open_new_file(path))


def write_new_file(path: Path, text: str) -> None:
    """Write *text* to a new file for us alone. Raises OSError, also where anything is there."""
    data = text.encode()
    _fill(open_new_file(path), data, _OWN)


def open_new_file(path: Path) -> int:
    """Make a file for us alone, open for writing, and return its descriptor."""
    file = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | _NO_LINKS | _BINARY, 0o600)
    if os.name == "posix":
        with suppress(OSError):  # as above; whatever the umask took away is ours again
            os.fchmod(file, 0o600)
    return file


def open_ordinary_file(path: Path) -> BufferedReader:
    """Open a backup for reading, without SQLite.

    Raises UnavailableError for a link, or for a pipe or a device, which might never end.
    """
    if not stat.S_ISREG(path.lstat().st_mode):
        raise _not_ordinary(path)
    file = os.open(path, os.O_RDONLY | _NO_LINKS | _NO_WAIT | _BINARY)
    if stat.S_ISREG(os.fstat(file).st_mode):
        return open(file, "rb")  # noqa: PTH123 - opened above with flags
    os.close(file)
    raise _not_ordinary(path)  # it became something else at this moment


def _not_ordinary(path: Path) -> UnavailableError:
    return UnavailableError(
        N_("{path} is not an ordinary file, so it is no backup."),
        N_("See the backups: coachlog backup list"),
        path=path,
    )


def write_private_file(path: Path, data: bytes, mode: int = _OWN) -> None:
    """Write a small file with that *mode*; it is replaced as a whole, or stays as it was.

    A symbolic link at *path* is replaced too: give what it points to. Raises OSError, also for a
    file with a second name, a hard link: that one would keep what it was.
    """
    if os.path.lexists(path) and path.lstat().st_nlink > 1:
        raise OSError(errno.EMLINK, _SECOND_NAME, str(path))
    unfinished = path.with_name(f"{path.name}.part")
    unfinished.unlink(missing_ok=True)
    file = open_new_file(unfinished)
    try:
        _fill(file, data, mode)
        os.replace(unfinished, path)  # noqa: PTH105 - over the one that is there
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
    sync(path.parent)


def _fill(file: int, data: bytes, mode: int) -> None:
    """Write all of *data*, see that it is on the disk, and close the file."""
    try:
        if mode != _OWN and os.name == "posix":
            os.fchmod(file, mode)
        rest = memoryview(data)
        while rest:  # a disk that is nearly full takes a part, without an error
            rest = rest[os.write(file, rest) :]
        os.fsync(file)
    finally:
        os.close(file)


def copy_file(source: Path, copy: Path) -> None:
    """Write the bytes of an ordinary file to the file *copy*, and see that they are on the disk."""
    with open_ordinary_file(source) as original, copy.open("r+b") as file:
        shutil.copyfileobj(original, file, 1 << 20)
        file.flush()
        os.fsync(file.fileno())


def others_may(path: Path) -> int:
    """Return the bits of a mode that give others access to *path*; 0 where modes say nothing."""
    try:
        mode = path.stat().st_mode if os.name == "posix" else 0
    except OSError:  # there is none, or it cannot be looked at
        return 0
    return mode & (stat.S_IRWXG | stat.S_IRWXO)


def deny_others(path: Path) -> None:
    """Deny others all access to a file or folder. Raises OSError."""
    path.chmod(stat.S_IMODE(path.stat().st_mode) & ~(stat.S_IRWXG | stat.S_IRWXO))


def sync(path: Path) -> None:
    """Make sure that a file, or the names in a folder, are on the disk."""
    with suppress(OSError):  # not for folders on Windows and some file systems
        file = os.open(path, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)
