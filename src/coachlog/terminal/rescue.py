"""Rescue files: text that was typed and could not be saved in the journal, beside the log."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote

from coachlog import settings
from coachlog.base import clock
from coachlog.base.errors import CoachlogError, StoppedError, UnavailableError
from coachlog.base.own_files import file_bytes
from coachlog.base.texts import N_, _
from coachlog.store.days_of_use import limit_today
from coachlog.store.expiry import KEPT_DAYS
from coachlog.terminal import unsaved
from coachlog.terminal.context import Context, say
from coachlog.terminal.prompt_commands import STOP, Command, command_word
from coachlog.terminal.prompter import Prompt, Prompter, show_error

PREFIX, SUFFIX = "edit-", ".txt"
_NAME_END = len("-12345678") + len(SUFFIX)
"""Characters after the label: what `mkstemp` makes up, and the suffix."""
_LONGEST_LABEL = 160
_MOST_BYTES = 64 * 1024 * 1024
_DAY_SECONDS = 86400
_FIRST_RELEASE = datetime(2026, 1, 1, tzinfo=UTC).timestamp()
"""No rescue file is older than coachlog, unless the clock was wrong."""


class UnkeptError(UnavailableError):
    """Text could not be written to the disk; it is still at the prompt."""

    cause = N_("Not saved yet: {problem}")
    remedy = N_("Nothing is lost: Enter tries again.")

    @classmethod
    def of(cls, error: Exception) -> "UnkeptError":
        """Return an UnkeptError with the cause of *error*."""
        problem = error.cause_text() if isinstance(error, CoachlogError) else type(error).__name__
        return cls(problem=problem)


class RescueFile(NamedTuple):
    """A rescue file: its label, its path, and its text."""

    label: str
    path: Path
    text: str


def retry_until_saved(prompter: Prompter, action: Callable[[], None]) -> None:
    """Call *action*; at an UnkeptError show it and try again after Enter.

    Raises StoppedError when the person stops.
    """
    while True:
        try:
            return action()
        except UnkeptError as error:
            show_error(prompter, error)
        if _wants_to_stop(prompter):
            raise StoppedError


def try_again(prompter: Prompter, error: UnavailableError) -> None:
    """Say why the text is not saved yet, and wait for Enter; raises *error* at a stop."""
    show_error(prompter, UnkeptError.of(error))
    try:
        wants_to_stop = _wants_to_stop(prompter)
    except StoppedError:  # the end of input: the error tells more
        raise error from None
    except KeyboardInterrupt:
        keep_unsaved()
        raise
    if wants_to_stop:
        raise error


def _wants_to_stop(prompter: Prompter) -> bool:
    """Wait for Enter; return whether the person types the command to stop instead."""
    hints = f"{_('Enter: try again')} · {command_word(STOP)}"
    answer = prompter.ask(Prompt(help=hints))
    return isinstance(answer, Command) and answer.name == STOP


def keep(text: str | bytes, label: str = "") -> Path | None:
    """Write *text* into a new file that only this person can read; return its path.

    `rescued_files` finds it by *label*. If no file can be made, show the text on the screen and
    return None.
    """
    # No character may make this fail: half a surrogate pair, which is no UTF-8, is kept too.
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    for folder in _folders():
        with suppress(OSError):  # full or write-protected: try the next folder
            return _write_new(data, folder, label)
    say(data.decode("utf-8", "replace"))  # only the screen is left
    return None


def rescue_and_tell(text: str | bytes, label: str = "") -> Path | None:
    """Write *text* into a rescue file as `keep` does, and say where it is."""
    path = keep(text, label)
    if path:
        with suppress(OSError):  # the window may be gone
            say(_("What you typed is saved in {path}").format(path=path))
    return path


def keep_unsaved() -> None:
    """Write all unsaved answers of this run into a rescue file, and say where it is."""
    if text := unsaved.take():
        rescue_and_tell(text)


def draft_label(draft_id: str) -> str:
    """Return how the labels of texts rescued from that draft begin; the question follows."""
    return f"draft.{draft_id}."


def rescued_files(label: str) -> Iterator[RescueFile]:
    """Yield the readable rescue files whose label begins with *label*, oldest first."""
    paths = [
        path
        for folder in _folders()
        for path in Path(folder or tempfile.gettempdir()).glob(f"{PREFIX}{_quoted(label)}*{SUFFIX}")
    ]
    for path in sorted(set(paths), key=_modified_at):  # both folders may be the same
        with suppress(OSError):
            if not _is_own(path):
                continue
            text = file_bytes(path, _MOST_BYTES).decode("utf-8", "replace")
            label_of_file = unquote(path.name[len(PREFIX) : -_NAME_END])
            yield RescueFile(label_of_file, path, text)


def discard(path: Path) -> None:
    """Remove a rescue file whose text is saved elsewhere now."""
    with suppress(OSError):
        path.unlink()


def clear_old(context: Context) -> None:
    """Remove the rescue files that are older than the history, in days of use of the journal."""
    kept_days = context.settings.log_days or KEPT_DAYS
    with context.reader() as reader:
        limit = limit_today(reader, context.today, kept_days)
    for file in rescued_files(""):
        with suppress(OSError):
            if _is_older(file.path, limit):
                discard(file.path)


def _is_older(path: Path, limit: str | None) -> bool:
    """Return whether a file was last changed before the stamp *limit*.

    One that was written while the clock was wrong counts as written now.
    """
    modified, now = path.stat().st_mtime, time.time()
    if not _FIRST_RELEASE <= modified <= now + _DAY_SECONDS:
        os.utime(path, (now, now))
        return False
    return limit is not None and clock.instant(datetime.fromtimestamp(modified, UTC)) < limit


def _folders() -> Iterator[Path | None]:
    """Yield the folder of the log, then None: the temporary folder of the system."""
    with suppress(OSError):
        yield settings.state_path("")
    yield None


def _write_new(data: bytes, folder: Path | None, label: str) -> Path:
    """Write *data* into a new file that only this person can read; raises OSError."""
    prefix = f"{PREFIX}{_quoted(label)}-" if label else PREFIX
    number, name = tempfile.mkstemp(prefix=prefix, suffix=SUFFIX, dir=folder)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(number)
    except OSError:  # no half a text
        Path(name).unlink()
        raise
    return Path(name)


def _quoted(label: str) -> str:
    return quote(label, safe="")[:_LONGEST_LABEL]


def _is_own(path: Path) -> bool:
    """Return whether this person owns *path*: the folder may be one that others write to."""
    return not hasattr(os, "getuid") or path.lstat().st_uid == os.getuid()


def _modified_at(path: Path) -> tuple[float, str]:
    """Return a key to sort by: the time of the last change, then the name."""
    try:
        return path.stat().st_mtime, path.name
    except OSError:  # removed meanwhile
        return 0.0, path.name
