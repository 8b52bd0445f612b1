"""A command that gives the key, such as `pass coachlog` or `gpg --decrypt`, run without a shell."""

import os
import shlex
import subprocess

from coachlog.base.errors import CoachlogError, UnavailableError
from coachlog.base.texts import N_
from coachlog.store.protection.key_words import NotWordsError, key_of_words
from coachlog.store.protection.keys import KEY_COMMAND, KEY_FILE, WAY_ON

_SECRET = (KEY_COMMAND, KEY_FILE)


def output_of(command: str) -> str:
    """Return the first line that a command prints. Raises UnavailableError, without that line.

    Its input is empty, and what it says on stderr is shown, for it may ask something itself.
    """
    others = {name: value for name, value in os.environ.items() if name not in _SECRET}
    try:
        ended = subprocess.run(
            shlex.split(command),
            env=others,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            check=False,
        )
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or type(error).__name__
        raise _failed(problem) from None
    lines = ended.stdout.decode("utf-8", "replace").splitlines()
    if ended.returncode or not lines or not lines[0].strip():
        raise _failed(f"exit {ended.returncode}")
    return lines[0].strip()


def key_in_words(text: str) -> bytes | None:
    """Return the key of the words of a recovery key; None where the text is something else."""
    try:
        return key_of_words(text)
    except NotWordsError:
        return None


def _failed(problem: str) -> CoachlogError:
    return UnavailableError(
        N_("The command that gives the key of the journal did not work: {problem}."),
        WAY_ON,
        problem=problem,
    )
