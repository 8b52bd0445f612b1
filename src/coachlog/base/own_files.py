"""Reads files that a person wrote, or that may be anything by now."""

import errno
import os
import stat
from pathlib import Path

from coachlog.base.texts import _

MOST_FILE_BYTES = 4 * 1024 * 1024
"""No file that a person writes for coachlog comes near this."""


def file_bytes(path: Path, most: int = MOST_FILE_BYTES) -> bytes:
    """Read a file. Raises OSError, also for one of more than *most* bytes, a pipe or a device.

    A pipe or a device may never end.
    """
    mode = path.stat().st_mode
    # Reading a folder gives the error of the system that says so.
    may_be_read = stat.S_ISREG(mode) or stat.S_ISDIR(mode) or path.samefile(os.devnull)
    if not may_be_read:
        raise OSError(errno.EINVAL, _("it is not an ordinary file"), str(path))
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return data
