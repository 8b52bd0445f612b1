"""`session resume`: an unfinished conversation that goes on, or goes."""

from typing import Annotated

import typer

from coachlog.base.texts import N_
from coachlog.journal.session.option_fields import BothError
from coachlog.terminal.confirm import Yes
from coachlog.terminal.context import context


def resume(
    which: Annotated[
        str | None, typer.Argument(metavar="[N]", help=N_("Which draft: its number in the list."))
    ] = None,
    drop: Annotated[bool, typer.Option("--drop", help=N_("Discard the draft."))] = False,
    dropped: Annotated[
        bool, typer.Option("--dropped", help=N_("Bring back one that was discarded."))
    ] = False,
    yes: Yes = False,
) -> None:
    """Continue an unfinished conversation at the question where it stopped.

    coachlog session resume
    """
    from coachlog.guide.resuming import resume_or_drop

    if drop and dropped:
        raise BothError(one="--drop", other="--dropped")
    raise typer.Exit(resume_or_drop(context(), which, drop=drop, dropped=dropped, yes=yes))
