"""Asking whether it is sure, before something goes."""

from collections.abc import Sequence

from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, _
from coachlog.terminal.context import Context, say
from coachlog.terminal.prompters import said_yes


class SureError(UsageError):
    """Nobody can be asked, and nobody said yes."""

    cause = N_("Without a terminal this is only done with --yes.")
    remedy = ""


def sure(context: Context, announcement: Sequence[str], question: str, yes: bool) -> bool:
    """Show what will go, and whether the person wants that; Enter alone is a no.

    *yes* answers the question beforehand. Raises SureError where there is nobody to ask.
    """
    if yes:
        for line in announcement:
            say(line)
        return True
    if not context.interactive:
        raise SureError
    if said_yes(context, announcement, question, enter=False):
        return True
    say(_("Nothing changed."))
    return False


def agreed(context: Context, announcement: Sequence[str], question: str) -> bool:
    """Show what will be done, and whether the person wants that; Enter alone is a yes.

    For what can be taken back as easily as it is done, and where there is somebody to ask.
    """
    return said_yes(context, announcement, question, enter=True)
