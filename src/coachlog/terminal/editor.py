"""The editor of the person: which one it is, and waiting until it is closed."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from coachlog.base.errors import STOPPED, CoachlogError, UnavailableError, system_problem
from coachlog.base.texts import N_, _
from coachlog.terminal.context import context, say
from coachlog.terminal.signals import signals_ignored
from coachlog.terminal.wait_options import with_wait_option

if sys.platform != "win32":
    import termios

AT_ONCE_MS = 1000
"""An editor that is back so soon, with the text as it was, may still be open in a window."""

_SECONDS_TO_END = 3
_KILLED_BY_CTRL_C = (-signal.SIGINT, 128 + signal.SIGINT)


class EditorFailedError(UnavailableError):
    """The editor is not there, or it ended with an error."""

    cause = N_("The editor “{editor}” did not work: {problem}.")
    remedy = N_("Set EDITOR to another program, or type the answer here.")


class EditorStoppedError(CoachlogError):
    """Ctrl-C ended the editor: somebody who does not want to edit after all."""

    cause = N_("The editor was stopped: nothing was changed.")
    remedy = ""
    code = STOPPED


def editor_command() -> str | None:
    """The command of the editor: chosen by the person, or one that needs no learning.

    A vi that nobody asked for is no way out of which everybody knows the way: it does not count.
    """
    chosen = _chosen()
    if chosen or os.name == "nt":
        return chosen or "notepad"
    usual = shutil.which("editor")
    if (
        shutil.which("sensible-editor")
        and usual
        and not Path(usual).resolve().name.startswith("vi")
    ):
        return "sensible-editor"
    return "nano" if shutil.which("nano") else None


def is_editor_chosen() -> bool:
    """Whether the person chose an editor, and so knows how to use it."""
    return bool(_chosen())


def open_in_editor(path: Path) -> None:
    """Open *path* and wait until the editor is closed, as far as anybody can tell.

    Raises EditorFailedError or EditorStoppedError.
    """
    command = editor_command()
    if command is None:
        raise EditorFailedError(
            N_("There is no editor on this machine that coachlog knows."),
            N_("Type the answer here, or name an editor in EDITOR, for example nano."),
            editor="EDITOR",
            problem=_("there is none"),
        )
    before, begun = _contents(path), time.monotonic()
    try:
        code = _wait_for(_command(command, path))
    except (OSError, ValueError) as error:
        raise editor_error(error) from error
    if code in _KILLED_BY_CTRL_C:
        raise EditorStoppedError
    if code:
        raise editor_error(f"exit {code}")
    if (time.monotonic() - begun) * 1000 < _at_once() and _contents(path) == before:
        _wait_for_person()


def _program(command: str) -> str:
    """The name of the program in *command*; none where it cannot be told, as on Windows."""
    with suppress(ValueError):  # a quote that is not closed: starting it tells
        words = shlex.split(command) if os.name != "nt" else []
        return Path(words[0]).name if words else ""
    return ""


def closing_instructions() -> str:
    """How one saves and closes in the editor that opens, where it is one that does not say so."""
    program = _program(editor_command() or "")
    if program == "sensible-editor":
        program = Path(shutil.which("editor") or "").resolve().name
    if program.startswith(("nano", "pico", "rnano")):
        return _("Save and come back: Ctrl-O, Enter, Ctrl-X. Leave it as it was: Ctrl-X, then n.")
    if program.startswith(("vi", "nvim", "ex")):
        return _("Save and come back: Esc, then :wq and Enter. Leave it as it was: Esc, then :q!")
    return _("Save the text and close the editor to come back here.")


def _chosen() -> str:
    return (os.environ.get("VISUAL") or "").strip() or (os.environ.get("EDITOR") or "").strip()


def editor_error(problem: str | Exception) -> EditorFailedError:
    """The error that tells what the *problem* with the editor was."""
    told = system_problem(problem) if isinstance(problem, OSError) else problem
    return EditorFailedError(editor=editor_command() or "EDITOR", problem=told)


def _at_once() -> int:
    """The time in which nobody edits, in milliseconds; COACHLOG_AT_ONCE_MS is another one."""
    given = os.environ.get("COACHLOG_AT_ONCE_MS", "")
    return int(given) if given.isascii() and given.isdigit() else AT_ONCE_MS


def _contents(path: Path) -> bytes | None:
    with suppress(OSError):
        return path.read_bytes() if path.is_file() else None
    return None


def _wait_for_person() -> None:
    """Ask whether the text is still open in a window, where there is somebody to ask."""
    if not context().interactive:
        say(_("The editor came back at once, with the text as it was."))
        return
    say(_("Is the text still open in the editor? Press Enter when you have saved and closed it."))
    sys.stdin.readline()


def _command(command: str, path: Path) -> Any:
    if os.name == "nt":
        return f'{command}{_option_to_wait(command)} "{path}"'
    words = [command] if Path(command).is_file() else shlex.split(command)
    words[0] = str(Path(words[0]).expanduser())
    return [*with_wait_option(words), str(path)]


def _option_to_wait(command: str) -> str:
    """The same on Windows, where a command is one text."""
    words = [word.strip('"') for word in shlex.split(command, posix=False)]
    more = [word for word in with_wait_option(words) if word not in words]
    return "".join(f" {word}" for word in more)


def _wait_for(command: Any) -> int:
    """Run *command* on the terminal, also where our own output goes into a pipe."""
    with _terminal() as terminal, _ctrl_c_is_the_editors():
        process = subprocess.Popen(command, stdout=terminal)
        try:
            return process.wait()
        except BaseException:  # told to end: the editor first, so that it leaves all in order
            with signals_ignored():
                _end(process)
            raise


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(_SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def _ctrl_c_is_the_editors() -> Iterator[None]:
    """While it runs, Ctrl-C is a key of the editor, not an order to us."""
    before = signal.signal(signal.SIGINT, lambda _number, _frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _terminal() -> Iterator[Any]:
    """Where the editor draws; the modes of the terminal are put back, whatever it did to them."""
    if sys.platform == "win32" or not sys.stdin.isatty():
        yield None
        return
    number = sys.stdin.fileno()
    before = termios.tcgetattr(number)
    try:
        if sys.stdout.isatty():
            yield None
        else:
            with Path(os.ttyname(number)).open("wb") as screen:
                yield screen
    finally:
        with suppress(termios.error):
            termios.tcsetattr(number, termios.TCSADRAIN, before)
