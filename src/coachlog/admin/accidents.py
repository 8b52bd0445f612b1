"""What `main` imports after an unexpected error: a log of errors, what was saved or damaged.

The log has the kind of each error, when and where it came, and no content of the journal.
"""

import platform
import sys
import time
from pathlib import Path

from coachlog import __version__, settings
from coachlog.admin.damage import damage
from coachlog.admin.doctor.sound_settings import sound_settings
from coachlog.admin.history_text import describe_steps
from coachlog.base.errors import trace_lines
from coachlog.store.private_files import open_ordinary_file, write_private_file
from coachlog.terminal.rescue import keep_unsaved

__all__ = ["damage", "describe_steps", "keep_unsaved", "log_accident", "sound_settings"]

MOST_BYTES = 64 * 1024
"""About fifty accidents; the oldest go."""


def log_accident(error: BaseException) -> Path:
    """Add *error* to the log, without its message, and return the path. Raises OSError."""
    path = settings.state_path("error.log")
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    heading = f"{moment} coachlog {__version__}, Python {platform.python_version()}, {sys.platform}"
    text = "\n".join((heading, *trace_lines(error), "", ""))
    data = _read_earlier(path) + text.encode("ascii", "backslashreplace")
    write_private_file(path, data[-MOST_BYTES:])
    return path


def _read_earlier(path: Path) -> bytes:
    """Return what the log holds; nothing for one that messages may be in, of an earlier version."""
    try:
        with open_ordinary_file(path) as file:
            data = file.read(MOST_BYTES)
    except FileNotFoundError:
        return b""
    return b"" if b"Traceback (most recent call last)" in data else data
