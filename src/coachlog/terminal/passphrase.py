"""Asking the passphrase of a protected journal."""

import getpass
import warnings
from pathlib import Path

from coachlog.base.errors import StoppedError, UnavailableError
from coachlog.base.texts import N_, _
from coachlog.terminal.patience import no_waiting_shown


def ask_passphrase(interactive: bool, path: Path) -> str:
    """Return the passphrase of a protected journal, typed unseen on the terminal.

    Raises UnavailableError where nobody can be asked.
    """
    if not interactive:
        raise UnavailableError(
            N_("The journal {path} is protected, and without a terminal nobody can be asked."),
            N_("Name a key file in COACHLOG_KEY_FILE, or a command in COACHLOG_KEY_COMMAND."),
            path=path,
        )
    with no_waiting_shown(), warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(_("Passphrase of the journal: "))
        except (EOFError, getpass.GetPassWarning) as error:
            raise StoppedError from error
