"""What a terminal shows: at once where it fits the screen, otherwise through a pager."""

import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from coachlog.base.texts import _
from coachlog.terminal.context import Context

if TYPE_CHECKING:
    from rich.console import Console

KEYS = Path(__file__).with_name("less.keys")
"""Keys of less that would lead a person astray, and do nothing here."""


@contextmanager
def screen(context: Context) -> Iterator["Console"]:
    """A console to draw on; at the end everything is shown, page by page if it is a lot."""
    from coachlog.render.console import console  # rich is for terminals only

    out = console()
    with out.capture() as drawn:
        yield out
    text = drawn.get()
    too_long = text.count("\n") >= out.height
    if not (too_long and context.paged and _leafed_through(text)):
        sys.stdout.write(text)


def _leafed_through(text: str) -> bool:
    """Whether a pager showed *text*; if not, nothing is lost: it is still to be printed."""
    named = os.environ.get("COACHLOG_PAGER", os.environ.get("PAGER", "less"))
    try:
        words = shlex.split(named)
        if not words or words == ["cat"]:
            return False
        sys.stdout.flush()
        pager = subprocess.Popen(words, stdin=subprocess.PIPE, env=os.environ | _for_less())
    except (OSError, ValueError):
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the pager
    try:
        pager.communicate(text.encode(sys.stdout.encoding, "backslashreplace"))
    except KeyboardInterrupt:  # the window is gone, or we are to end
        pager.terminate()
        raise
    finally:
        signal.signal(signal.SIGINT, before)
    if pager.returncode == -signal.SIGINT:
        raise KeyboardInterrupt
    return pager.returncode == 0


def _for_less() -> dict[str, str]:
    """How less shall behave: colours, no page for what fits, and it tells which keys it has.

    What a person set is left as it is, but for the colours. Names that are searched for in a
    journal go into no history. It runs no commands and writes no files: a command that is typed
    while a page stands there does nothing, and h opens no manual where less can be told so.
    """
    mine = os.environ.get("LESS")
    quiet = {"LESSHISTFILE": "-", "LESSSECURE": "1"}
    if mine is not None:
        return quiet | {"LESS": f"-R {mine}"}
    on, end = _("space: on, b: back, q: close"), _("This is the end. q: close, b: back")
    told = f"FRXPs ?e{_literal(end)}:{_literal(on)}.$"
    return quiet | {"LESS": told, "LESSKEYIN": str(KEYS)}


def _literal(text: str) -> str:
    """*text* as less shows it, with no sign that means something there."""
    plain = re.sub("[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]", " ", text)
    return re.sub(r"([:?.%\\$])", r"\\\1", plain)
