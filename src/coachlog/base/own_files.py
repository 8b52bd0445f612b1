"""Reads files that people write or may have changed, and says what is wrong in one.

Python itself says of a TOML file in English why it cannot be read.
"""

import errno
import os
import re
import stat
import tomllib
from pathlib import Path

from coachlog.base.errors import UnavailableError
from coachlog.base.texts import N_, _

MOST_FILE_BYTES = 4 * 1024 * 1024
"""No file that a person writes for coachlog comes near this."""
_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)")


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


def refuse_long_name(path: Path) -> None:
    """Raise UnavailableError for a name that no file can have."""
    try:
        path.lstat()
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise UnavailableError(
                N_("{path} is too long for the name of a file."),
                N_("Choose a shorter one."),
                path=path,
            ) from error


def toml_problem(error: Exception) -> str:
    """Return what is wrong with a TOML file: where the mistake is, or that it is not UTF-8."""
    if isinstance(error, UnicodeDecodeError):
        return _("it is not text in UTF-8: save it again as UTF-8")
    if isinstance(error, RecursionError):
        return _("it is too deeply nested")
    if not isinstance(error, tomllib.TOMLDecodeError):  # Python reads no longer number
        return _("a number in it has thousands of digits")
    position = _POSITION.search(str(error))
    if position is None:  # Python says "at end of document"
        return _("it stops too early: a quote or a bracket is still open")
    message = _("line {line} cannot be read from column {column} on; put texts between quotes")
    return message.format(line=position[1], column=position[2])
