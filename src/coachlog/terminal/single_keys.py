"""Single keys at a terminal, waited for only so long: for a screen on which time goes on."""

import os
import select
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from coachlog.terminal.line_mode import special_keys_off

if sys.platform == "win32":
    import msvcrt
else:
    import termios
    import tty

HUNG_UP = ""
"""What is read where the window is gone."""

_POLL_SECONDS = 0.05


@contextmanager
def single_keys() -> Iterator[None]:
    """Within the block, keys are read one by one and are not shown; Ctrl-C goes on working.

    No key freezes the window, and none leaves it in the middle of a drawing.
    """
    if sys.platform == "win32":
        yield
        return
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    with special_keys_off():
        try:
            tty.setcbreak(terminal)
            yield
        finally:
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def read_key(seconds: float) -> str | None:
    """Return the text of the next key, or None if there is none within so many *seconds*.

    Only within `single_keys`. Return HUNG_UP at the end of input.
    """
    if sys.platform == "win32":
        return _read_key_windows(seconds)
    terminal = sys.stdin.fileno()
    ready, _writable, _failed = select.select([terminal], [], [], seconds)
    if not ready:
        return None
    try:
        return os.read(terminal, 64).decode("utf-8", "replace")
    except OSError:  # the window is gone
        return HUNG_UP


if sys.platform == "win32":

    def _read_key_windows(seconds: float) -> str | None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if msvcrt.kbhit():
                return msvcrt.getwch()
            time.sleep(_POLL_SECONDS)
        return None
