"""Asking for confirmation before something is removed or changed."""

from collections.abc import Sequence

from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, _
from coachlog.terminal.context import Context, say
from coachlog.terminal.prompters import ask_to_confirm


class UnconfirmedError(UsageError):
    """Nobody can be asked, and --yes was not given."""

    cause = N_("Without a terminal this is only done with --yes.")
    remedy = ""


def confirm(context: Context, announcement: Sequence[str], question: str, yes: bool) -> bool:
    """Show *announcement* and return whether the person answers yes; Enter alone means no.

    *yes* is the option --yes: then nobody is asked. Raises UnconfirmedError without a terminal.
    """
    if yes:
        for line in announcement:
            say(line)
        return True
    if not context.interactive:
        raise UnconfirmedError
    if ask_to_confirm(context, announcement, question, enter=False):
        return True
    say(_("Nothing changed."))
    return False


def confirm_default_yes(context: Context, announcement: Sequence[str], question: str) -> bool:
    """Show *announcement* and return whether the person answers yes; Enter alone means yes.

    Only for what is easily undone, and where there is somebody to ask.
    """
    return ask_to_confirm(context, announcement, question, enter=True)
