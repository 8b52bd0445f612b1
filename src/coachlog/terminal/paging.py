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
from coachlog.terminal.context import Context, environment_for_others

if TYPE_CHECKING:
    from rich.console import Console

KEYS = Path(__file__).with_name("less.keys")
"""Keys of less that would only confuse people; they are switched off."""


@contextmanager
def screen(context: Context) -> Iterator["Console"]:
    """Yield a console to draw on; then show everything, in a pager if it is long."""
    from coachlog.render.console import console  # rich is for terminals only

    out = console()
    with out.capture() as captured:
        yield out
    text = captured.get()
    is_too_long = text.count("\n") >= out.height  # a line is left for the prompt of the shell
    is_shown = is_too_long and context.paged and _show_in_pager(text)
    if not is_shown:
        sys.stdout.write(text)


def _show_in_pager(text: str) -> bool:
    """Show *text* in the pager; return False if that failed and it still has to be printed."""
    command = os.environ.get("COACHLOG_PAGER", os.environ.get("PAGER", "less"))
    try:
        words = shlex.split(command)
        is_no_pager = not words or words == ["cat"]  # the ways to say that none is wanted
        if is_no_pager:
            return False
        sys.stdout.flush()
        pager = subprocess.Popen(
            words, stdin=subprocess.PIPE, env=environment_for_others() | _less_settings()
        )
    except (OSError, ValueError):
        return False
    previous_handler = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the pager
    try:
        pager.communicate(text.encode(sys.stdout.encoding, "backslashreplace"))
    except KeyboardInterrupt:  # the window is gone, or we are to end
        pager.terminate()
        raise
    finally:
        signal.signal(signal.SIGINT, previous_handler)
    if pager.returncode == -signal.SIGINT:
        raise KeyboardInterrupt
    return pager.returncode == 0


def _less_settings() -> dict[str, str]:
    """Return the environment for less: colours, no paging if the text fits, a prompt with keys.

    The person's own LESS stays, plus colours. Searches are not saved in a history file, for they
    may contain names. In secure mode less runs no commands and writes no files.
    """
    own_options = os.environ.get("LESS")
    secure = {"LESSHISTFILE": "-", "LESSSECURE": "1"}
    if own_options is not None:
        return secure | {"LESS": f"-R {own_options}"}
    prompt = _literal(_("space: on, b: back, q: close"))
    prompt_at_end = _literal(_("This is the end. q: close, b: back"))
    # F: end if the text fits; R: colours; X: leave the text on the screen; Ps: the prompt, in
    # which ?e…:… is a condition, "at the end of the text".
    options = f"FRXPs ?e{prompt_at_end}:{prompt}.$"
    return secure | {"LESS": options, "LESSKEYIN": str(KEYS)}


def _literal(text: str) -> str:
    """Return *text* for a prompt of less, with its special characters escaped."""
    plain = re.sub("[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]", " ", text)
    return re.sub(r"([:?.%\\$])", r"\\\1", plain)
