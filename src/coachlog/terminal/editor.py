"""The editor of the person: which one it is, a file for it to open, and what it left there."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from coachlog.errors import STOPPED, CoachlogError, UnavailableError
from coachlog.texts import N_, _

MOST_BYTES = 32 * 1024 * 1024
WINDOWED = {
    **dict.fromkeys(("code", "code-insiders", "codium", "gedit", "subl", "zed"), "--wait"),
    "kate": "--block",
    "mate": "--wait",
}
"""Editors with a window of their own, and what makes them wait until it is closed."""

_SECONDS_TO_END = 3
_KILLED_BY_CTRL_C = (-signal.SIGINT, 128 + signal.SIGINT)


class EditorFailedError(UnavailableError):
    """The editor is not there, or it ended with an error."""

    cause = N_("The editor “{editor}” did not work: {problem}.")
    remedy = N_("Your text is as it was. Set EDITOR to another program, or type the answer here.")


class EditorStoppedError(CoachlogError):
    """Ctrl-C ended the editor: somebody who does not want to edit after all."""

    cause = N_("The editor was stopped: nothing was changed.")
    remedy = ""
    code = STOPPED


def edit(text: str) -> str:
    """*text* after the person edited it; raises EditorFailedError or EditorStoppedError."""
    with file_with(text, "answer.txt") as path:
        open_in_editor(path)
        return read_back(path).rstrip("\n")


def editor() -> str | None:
    """The command of the editor: chosen by the person, or one that needs no learning.

    A vi that nobody asked for is no way out of which everybody knows the way: it does not count.
    """
    chosen = (os.environ.get("VISUAL") or "").strip() or (os.environ.get("EDITOR") or "").strip()
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


@contextmanager
def file_with(text: str, name: str) -> Iterator[Path]:
    """A file that only this person can read, in a folder of its own; gone afterwards."""
    with _folder() as folder:
        path = Path(folder) / name
        try:
            path.touch(mode=0o600)
            path.write_bytes(text.encode("utf-8", "replace"))
        except OSError as error:
            raise _failed(error) from error
        yield path


def open_in_editor(path: Path) -> None:
    """Open *path* and wait until the editor is closed."""
    command = editor()
    if command is None:
        raise _failed(_("there is none"))
    try:
        code = _wait_for(_command(command, path))
    except (OSError, ValueError) as error:
        raise _failed(error) from error
    if code in _KILLED_BY_CTRL_C:
        raise EditorStoppedError
    if code:
        raise _failed(f"exit {code}")


def read_back(path: Path) -> str:
    """What the editor left in *path*; raises EditorFailedError when that is no text."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) <= MOST_BYTES and b"\0" not in data:
            return data.decode("utf-8-sig")
    except OSError as error:
        raise _failed(error) from error
    except UnicodeDecodeError:
        pass
    raise _failed(_("what it saved is no text (UTF-8)"))


def _failed(problem: str | Exception) -> EditorFailedError:
    told = getattr(problem, "strerror", None) or problem
    return EditorFailedError(editor=editor() or "EDITOR", problem=told)


def _folder() -> "tempfile.TemporaryDirectory[str]":
    try:
        return tempfile.TemporaryDirectory(prefix="coachlog-", ignore_cleanup_errors=True)
    except OSError as error:
        raise _failed(error) from error


def _command(command: str, path: Path) -> Any:
    if os.name == "nt":
        return f'{command} "{path}"'
    words = [command] if Path(command).is_file() else shlex.split(command)
    wait = WINDOWED.get(Path(words[0]).name) if len(words) == 1 else None
    return [str(Path(words[0]).expanduser()), *words[1:], *([wait] if wait else []), str(path)]


def _wait_for(command: Any) -> int:
    """Run *command* on the terminal, also where our own output goes into a pipe."""
    with _terminal() as terminal, _ctrl_c_is_the_editors():
        process = subprocess.Popen(command, stdout=terminal)
        try:
            return process.wait()
        except BaseException:  # told to end: the editor first, so that it leaves all in order
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
    import termios  # not on Windows

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
