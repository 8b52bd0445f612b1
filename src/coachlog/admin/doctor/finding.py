"""What a check of `doctor` finds: for the page that people read, and as a line for scripts."""

from collections.abc import Callable
from typing import NamedTuple

from coachlog.base.texts import N_
from coachlog.terminal.context import hint

OK, NOTICE, WARNING, ERROR = "ok", "notice", "warning", "error"
NOT_CHECKED = N_("Not checked: the journal does not allow it now.")
"""What a check says that needs more of a journal than there is."""


class Trouble(NamedTuple):
    """Something that a check found: its level, one sentence, and what to do about it.

    *mend* puts it right, and *mended* says what was done then; without it a person has to. An
    OSError or a CoachlogError of *mend* means that it could not be put right.
    """

    level: str
    message: str
    remedy: str = ""
    mend: Callable[[], object] | None = None
    mended: str = ""


class Finding(NamedTuple):
    """A line of `doctor --json` and `--csv`; see docs/reference/doctor.md.

    *remedy* is empty where nothing has to be done; where it was *fixed* (1, else 0), it says what
    was done.
    """

    check: str
    level: str
    message: str
    remedy: str
    fixed: int


def with_command(remedy: str, command: str) -> str:
    """Return a *remedy* that ends in `{command}` with the *command* that the person has to type."""
    return remedy.format(command=hint(command))


def no_trouble(message: str) -> list[Trouble]:
    """Return the message of a check where nothing is wrong."""
    return [Trouble(OK, message)]
