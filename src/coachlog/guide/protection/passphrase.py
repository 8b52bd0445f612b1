"""Choosing a passphrase: typed twice, unseen."""

import getpass
import warnings

from coachlog.base.errors import StoppedError
from coachlog.base.texts import _
from coachlog.terminal.prompter import Prompter

LEAST_LENGTH = 10


def choose_passphrase(prompter: Prompter) -> str:
    """Ask for a new passphrase until two are the same and long enough. Raises StoppedError."""
    prompter.show()
    prompter.show(_("Choose a passphrase"), "question")
    prompter.show(
        _("Four or five words that do not belong together are easy to remember and hard to guess."),
        "quiet",
    )
    prompter.show(_("What you type does not appear on the screen."), "quiet")
    while True:
        chosen = _typed(_("Passphrase: "))
        if len(chosen) < LEAST_LENGTH:
            text = _("That is too short: take at least {n} characters.")
            prompter.show(text.format(n=LEAST_LENGTH), "late")
        elif _typed(_("Once more: ")) != chosen:
            prompter.show(_("The two are not the same: type it twice again."), "late")
        else:
            return chosen


def _typed(mark: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(mark)
        except (EOFError, getpass.GetPassWarning) as error:
            raise StoppedError from error
