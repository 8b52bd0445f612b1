"""The person's text editor: which one it is, and running it until it is closed."""

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
from coachlog.terminal.context import context, environment_for_others, say
from coachlog.terminal.editor_options import with_wait_option, without_modelines
from coachlog.terminal.signals import signals_ignored

if sys.platform != "win32":
    import termios

QUICK_RETURN_MS = 1000
"""An editor that ends sooner, with the text unchanged, may still be open in a window."""

_SECONDS_TO_END = 3
_KILLED_BY_CTRL_C = (-signal.SIGINT, 128 + signal.SIGINT)


class EditorFailedError(UnavailableError):
    """The editor cannot be started, or it ended with an error."""

    cause = N_("The editor “{editor}” did not work: {problem}.")
    remedy = N_("Set EDITOR to another program, or type the answer here.")


class EditorStoppedError(CoachlogError):
    """The person ended the editor with Ctrl-C."""

    cause = N_("The editor was stopped: nothing was changed.")
    remedy = ""
    code = STOPPED


def editor_command() -> str | None:
    """Return the command of the chosen editor, or of one that is easy to use; None without one.

    A vi that was not chosen does not count: not everybody knows how to leave it.
    """
    chosen = _chosen_editor()
    if chosen or os.name == "nt":
        return chosen or "notepad"
    system_editor = shutil.which("editor")
    is_vi = system_editor and Path(system_editor).resolve().name.startswith("vi")
    if shutil.which("sensible-editor") and system_editor and not is_vi:
        return "sensible-editor"
    return "nano" if shutil.which("nano") else None


def is_editor_chosen() -> bool:
    """Return whether VISUAL or EDITOR names an editor, so that the person can use it."""
    return bool(_chosen_editor())


def open_in_editor(path: Path) -> None:
    """Open *path* in the editor and wait until it is closed, as far as can be known.

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
    content_before = _contents(path)
    started = time.monotonic()
    try:
        code = _run(_full_command(command, path))
    except (OSError, ValueError) as error:
        raise editor_error(error) from error
    if code in _KILLED_BY_CTRL_C:
        raise EditorStoppedError
    if code:
        raise editor_error(f"exit {code}")
    is_quick = (time.monotonic() - started) * 1000 < _quick_return_ms()
    if is_quick and _contents(path) == content_before:
        _wait_for_person()


def _program_name(command: str) -> str:
    """Return the name of the program in *command*; empty if unknown, as on Windows."""
    if os.name == "nt":
        return ""
    with suppress(ValueError):  # an unclosed quote: starting the editor reports it
        words = shlex.split(command)
        return Path(words[0]).name if words else ""
    return ""


def closing_instructions() -> str:
    """Return how to save and close the editor that opens."""
    program = _program_name(editor_command() or "")
    if program == "sensible-editor":
        program = Path(shutil.which("editor") or "").resolve().name
    if program.startswith(("nano", "pico", "rnano")):
        return _("Save and come back: Ctrl-O, Enter, Ctrl-X. Leave it as it was: Ctrl-X, then n.")
    if program.startswith(("vi", "nvim", "ex")):
        return _("Save and come back: Esc, then :wq and Enter. Leave it as it was: Esc, then :q!")
    return _("Save the text and close the editor to come back here.")


def _chosen_editor() -> str:
    return (os.environ.get("VISUAL") or "").strip() or (os.environ.get("EDITOR") or "").strip()


def editor_error(problem: str | Exception) -> EditorFailedError:
    """Return the error for a *problem* with the editor."""
    text = system_problem(problem) if isinstance(problem, OSError) else problem
    return EditorFailedError(editor=editor_command() or "EDITOR", problem=text)


def _quick_return_ms() -> int:
    """Return COACHLOG_AT_ONCE_MS, or else QUICK_RETURN_MS."""
    setting = os.environ.get("COACHLOG_AT_ONCE_MS", "")
    is_number = setting.isascii() and setting.isdigit() and len(setting) < 10
    return int(setting) if is_number else QUICK_RETURN_MS


def _contents(path: Path) -> bytes | None:
    with suppress(OSError):
        return path.read_bytes() if path.is_file() else None
    return None


def _wait_for_person() -> None:
    """Wait for Enter if the text may still be open in a window and somebody can answer."""
    if not context().interactive:
        say(_("The editor came back at once, with the text as it was."))
        return
    say(_("Is the text still open in the editor? Press Enter when you have saved and closed it."))
    sys.stdin.readline()


def _full_command(command: str, path: Path) -> Any:
    """Return *command* with *path* and an option to wait: words, or one text on Windows."""
    if os.name == "nt":
        return f'{command}{_option_to_wait(command)} "{path}"'
    is_bare_path = Path(command).is_file()  # it may have spaces in it
    words = [command] if is_bare_path else shlex.split(command)
    words[0] = str(Path(words[0]).expanduser())
    return [*without_modelines(with_wait_option(words)), str(path)]


def _option_to_wait(command: str) -> str:
    """Return the option that makes *command* wait, with a space before it, for Windows."""
    words = [word.strip('"') for word in shlex.split(command, posix=False)]
    options = [word for word in with_wait_option(words) if word not in words]
    return "".join(f" {option}" for option in options)


def _run(command: Any) -> int:
    """Run *command* on the terminal, even if stdout is a pipe; return its exit code."""
    with _terminal() as terminal, _ctrl_c_for_editor():
        process = subprocess.Popen(command, stdout=terminal, env=environment_for_others())
        try:
            return process.wait()
        except BaseException:  # told to end: first the editor, so that it restores the terminal
            with signals_ignored():
                _end(process)
            raise


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End *process*: it is asked to, and killed if it has not done so after a few seconds."""
    process.terminate()
    try:
        process.wait(_SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def _ctrl_c_for_editor() -> Iterator[None]:
    """Within the block, Ctrl-C does not interrupt coachlog: it is a key of the editor.

    The signal is handled by a function that does nothing. Ignoring it would be passed on to the
    editor, which could not be ended with Ctrl-C then.
    """
    previous_handler = signal.signal(signal.SIGINT, lambda _number, _frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, previous_handler)


@contextmanager
def _terminal() -> Iterator[Any]:
    """Yield the file that the editor draws on (None: stdout); restore the terminal's modes."""
    if sys.platform == "win32" or not sys.stdin.isatty():
        yield None
        return
    descriptor = sys.stdin.fileno()
    modes = termios.tcgetattr(descriptor)
    try:
        if sys.stdout.isatty():
            yield None
        else:  # a pipe: the editor has to draw on the terminal itself
            with Path(os.ttyname(descriptor)).open("wb") as screen:
                yield screen
    finally:
        with suppress(termios.error):
            termios.tcsetattr(descriptor, termios.TCSADRAIN, modes)
