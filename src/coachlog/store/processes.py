"""Whether a process is still there."""

import os
import sys


def has_ended(process: int) -> bool:
    """Return whether no process has this number; False where that cannot be known."""
    if sys.platform == "win32":  # there, signal 0 is no question
        return False
    try:
        os.kill(process, 0)  # signal 0 only asks whether it is there
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):  # it runs for somebody else, or there can be no such number
        return False
    return False
