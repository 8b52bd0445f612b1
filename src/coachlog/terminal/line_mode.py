"""Asking line by line: nothing that moves, for screen readers and simple terminals."""

import io
import os
import re
import select
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from coachlog.base.errors import StoppedError
from coachlog.base.safe import readable, visible
from coachlog.terminal.context import say
from coachlog.terminal.prompt_commands import Command
from coachlog.terminal.prompter import Prompt, ask_until_valid

if sys.platform != "win32":
    import termios

_CONTROL_KEYS = re.compile(r"[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f]")
"""Control characters of keys that do nothing in a line; tab and Esc are kept as text."""


class PlainPrompter:
    """Lines of text, with a mark before what is typed."""

    first_shown: Callable[[], None] | None = None
    rows = 0

    def __init__(self) -> None:
        self._initial_text = ""  # of the current prompt
        if isinstance(sys.stdin, io.TextIOWrapper) and sys.stdin.errors != "surrogateescape":
            sys.stdin.reconfigure(errors="surrogateescape")  # invalid bytes

    def ask(self, prompt: Prompt) -> str | Command:
        """Return a checked answer or a command. Raises StoppedError at the end of input."""
        if prompt.help:
            say(f"({prompt.help})")
        answer = ask_until_valid(self, prompt, self._read_answer)
        if isinstance(answer, Command) and not answer.typed:
            return answer._replace(typed=self._initial_text)
        return answer

    def show(self, text: str = "", style: str = "") -> None:
        """Show lines of text; a style has no meaning here."""
        say(visible(text))

    def _read_answer(self, prompt: Prompt) -> str:
        self._initial_text = prompt.initial_text
        if prompt.initial_text:
            say(f"({visible(prompt.initial_text)})")
        with special_keys_off():
            sys.stderr.write(f"{prompt.mark} ")
            sys.stderr.flush()
            self._call_first_shown()
            line = _read_line()
        if not line:
            say()
            raise StoppedError
        return line.rstrip("\r\n") or prompt.initial_text

    def _call_first_shown(self) -> None:
        first, self.first_shown = self.first_shown, None
        if first:
            first()


def _read_line() -> str:
    """Return a line from stdin; empty at the end of input."""
    try:
        _wait_for_line()
        line = readable(sys.stdin.readline())
    except OSError:  # the window is gone
        return ""
    end = "\n" if line.endswith("\n") else ""
    return _CONTROL_KEYS.sub("", line) + end if _at_terminal() else line


def _wait_for_line() -> None:
    """Wait at a terminal until a line was typed; a signal meanwhile is handled at once.

    A read would not notice a signal that came just before it: Ctrl-C would do nothing until Enter.
    """
    if sys.platform == "win32" or not _at_terminal():
        return
    signal_came, on_signal = os.pipe()
    os.set_blocking(on_signal, False)
    before = signal.set_wakeup_fd(on_signal, warn_on_full_buffer=False)
    try:
        while sys.stdin not in select.select([sys.stdin, signal_came], [], [])[0]:
            os.read(signal_came, 1)  # its handler let the program go on
    finally:
        signal.set_wakeup_fd(before)
        os.close(signal_came)
        os.close(on_signal)


@contextmanager
def special_keys_off() -> Iterator[None]:
    """Within it, keys that mean something else in other programs are ordinary characters.

    Ctrl-S does not freeze the window, Ctrl-Z does not stop the program, Ctrl-U does not empty the
    line, Ctrl-\\ leaves no core; the other keys edit a line in ways that people do not expect.
    """
    if sys.platform == "win32" or not _at_terminal():
        yield
        return
    try:
        before = termios.tcgetattr(sys.stdin.fileno())
    except termios.error:
        yield
        return
    modes = [*before[:6], list(before[6])]
    input_flags, control_characters = 0, 6
    modes[input_flags] &= ~termios.IXON
    for name in ("VSUSP", "VDSUSP", "VQUIT", "VLNEXT", "VREPRINT", "VWERASE", "VKILL", "VDISCARD"):
        if hasattr(termios, name):
            modes[control_characters][getattr(termios, name)] = os.fpathconf(
                sys.stdin.fileno(), "PC_VDISABLE"
            )
    try:
        with suppress(termios.error):
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, modes)
        yield
    finally:
        with suppress(termios.error):
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, before)


def _at_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()
