"""Rescue files: what was typed and the journal could not keep, beside the log until it can."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote

from coachlog import settings
from coachlog.base.errors import CoachlogError, StoppedError, UnavailableError
from coachlog.base.texts import N_, _
from coachlog.store.expiry import KEPT_DAYS
from coachlog.terminal import unsaved
from coachlog.terminal.context import say
from coachlog.terminal.prompt_commands import STOP, Command, command_word
from coachlog.terminal.prompter import Prompt, Prompter, show_error

PREFIX, SUFFIX = "edit-", ".txt"
_MADE_UP = len("-12345678") + len(SUFFIX)
_LONGEST = 160


class UnkeptError(UnavailableError):
    """What was typed could not be put on the disk. It stands at the prompt still."""

    cause = N_("Not saved yet: {problem}")
    remedy = N_("Nothing is lost: Enter tries again.")

    @classmethod
    def of(cls, error: Exception) -> "UnkeptError":
        """That, because of *error*."""
        told = error.cause_text() if isinstance(error, CoachlogError) else type(error).__name__
        return cls(problem=told)


class Rescued(NamedTuple):
    """A rescue file: its label, where it is, and the words in it."""

    label: str
    path: Path
    text: str


def retry_until_saved(prompter: Prompter, action: Callable[[], None]) -> None:
    """Do *action*; where it cannot be kept, tell why, and Enter tries again.

    Raises StoppedError when the person stops.
    """
    while True:
        try:
            return action()
        except UnkeptError as error:
            show_error(prompter, error)
        hints = f"{_('Enter: try again')} · {command_word(STOP)}"
        answer = prompter.ask(Prompt(help=hints))
        if isinstance(answer, Command) and answer.name == STOP:
            raise StoppedError


def try_again(prompter: Prompter, error: UnavailableError) -> None:
    """Say why what was typed is not kept yet, and wait for Enter; raises *error* at a stop."""
    show_error(prompter, UnkeptError.of(error))
    hints = f"{_('Enter: try again')} · {command_word(STOP)}"
    try:
        answer = prompter.ask(Prompt(help=hints))
    except StoppedError:
        raise error from None
    except KeyboardInterrupt:
        keep_unsaved()
        raise
    if isinstance(answer, Command) and answer.name == STOP:
        raise error


def keep(text: str | bytes, label: str = "") -> Path | None:
    """Put *text* in a new file that only this person can read; the result is where.

    *label* tells where the text belongs, for `found`. Where no file can be made, the text is
    shown on the screen, and the result is None.
    """
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    for folder in _folders():
        with suppress(OSError):
            return _written(data, folder, label)
    say(data.decode("utf-8", "replace"))  # no room anywhere: the screen is left
    return None


def keep_and_tell(text: str | bytes, label: str = "") -> Path | None:
    """`keep`, and say where it is."""
    path = keep(text, label)
    if path:
        with suppress(OSError):  # the window may be gone
            say(_("What you typed is saved in {path}").format(path=path))
    return path


def keep_unsaved() -> None:
    """Put what was typed and the journal does not have in a file, and say where it is."""
    if text := unsaved.take():
        keep_and_tell(text)


def draft_label(draft_id: str) -> str:
    """The beginning of the label of what was rescued from that draft; the question follows."""
    return f"draft.{draft_id}."


def rescued_files(label: str) -> Iterator[Rescued]:
    """The rescue files whose label begins with *label*, the oldest first."""
    paths = [
        path
        for folder in _folders()
        for path in Path(folder or tempfile.gettempdir()).glob(f"{PREFIX}{_quoted(label)}*{SUFFIX}")
    ]
    for path in sorted(set(paths), key=_age):
        with suppress(OSError):
            if not _ours(path):
                continue
            words = path.read_bytes().decode("utf-8", "replace")
            yield Rescued(unquote(path.name[len(PREFIX) : -_MADE_UP]), path, words)


def discard(path: Path) -> None:
    """The text is kept elsewhere now: its file goes."""
    with suppress(OSError):
        path.unlink()


def clear_old() -> None:
    """Take away the files that are older than the history: nobody asked for them any more."""
    for each in rescued_files(""):
        with suppress(OSError):
            if time.time() - each.path.stat().st_mtime > KEPT_DAYS * 86400:
                discard(each.path)


def _folders() -> Iterator[Path | None]:
    """Where logs are, or else where the system has room for a while (None)."""
    with suppress(OSError):
        yield settings.state_path("")
    yield None


def _written(data: bytes, folder: Path | None, label: str) -> Path:
    prefix = f"{PREFIX}{_quoted(label)}-" if label else PREFIX
    number, name = tempfile.mkstemp(prefix=prefix, suffix=SUFFIX, dir=folder)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(number)
    except OSError:
        Path(name).unlink()
        raise
    return Path(name)


def _quoted(label: str) -> str:
    return quote(label, safe="")[:_LONGEST]


def _ours(path: Path) -> bool:
    """Whether nobody else put it into a folder that all may use."""
    return not hasattr(os, "getuid") or path.lstat().st_uid == os.getuid()


def _age(path: Path) -> tuple[float, str]:
    try:
        return path.stat().st_mtime, path.name
    except OSError:
        return 0.0, path.name
