"""Asking whether it is sure, before something goes."""

from collections.abc import Sequence
from typing import Annotated

import typer

from coachlog import kinds
from coachlog.errors import UsageError
from coachlog.terminal.context import Context, say
from coachlog.texts import N_, _

Yes = Annotated[bool, typer.Option("--yes", help=N_("Do not ask whether it is sure."))]


class SureError(UsageError):
    """Nobody can be asked, and nobody said yes."""

    cause = N_("Where nobody can be asked, this is only done with --yes.")
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


def _asked(context: Context, announcement: Sequence[str], question: str) -> bool:
    from coachlog.terminal.prompter import Prompt, make_prompter  # most are not asked

    prompter = make_prompter(context)
    for line in announcement:
        prompter.show(line)
    prompter.show(question, "question")
    answer = prompter.ask(Prompt(_("(y/N)") + " ›", check=kinds.yes_no))
    return isinstance(answer, str) and bool(kinds.yes_no(answer))
