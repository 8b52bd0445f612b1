"""Asking whether it is sure, before something goes."""

from collections.abc import Sequence
from typing import Annotated

import typer

from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, _
from coachlog.terminal.context import Context, say

Yes = Annotated[bool, typer.Option("--yes", help=N_("Do not ask for confirmation."))]


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
    if _asked(context, announcement, question):
        return True
    say(_("Nothing changed."))
    return False


def agreed(context: Context, announcement: Sequence[str], question: str) -> bool:
    """Show what will be done, and whether the person wants that; Enter alone is a yes.

    For what can be taken back as easily as it is done, and where there is somebody to ask.
    """
    return _asked(context, announcement, question, enter=True)


def _asked(
    context: Context, announcement: Sequence[str], question: str, enter: bool = False
) -> bool:
    from coachlog.terminal.prompters import said_yes  # every list imports this module

    return said_yes(context, announcement, question, enter=enter)
