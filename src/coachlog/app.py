"""The root command, and one call of it."""

from typing import Any

import typer
from typer._click.exceptions import ClickException  # Typer's own click has no public name
from typer._click.globals import get_current_context

from coachlog.base.errors import USAGE
from coachlog.base.texts import N_, _
from coachlog.front.commands import group
from coachlog.nouns import ROOT
from coachlog.terminal.context import context
from coachlog.terminal.global_options import HELP_OF_ALL

GLOBAL_OPTIONS = N_(
    "With every command: --store PATH, --lang nl|fr|en, --plain (plain lines, no colour), "
    "--no-input (never ask), --no-pager (everything at once), --version."
)
EVERYDAY = (
    *("session", "today", "prep", "timeline", "search"),
    *("coachee", "goal", "action", "topic", "report", "undo"),
)
"""What the help page tells of: a screen has 24 rows. The others are named on a line."""

ALL_HELP = N_(
    "What each is for: coachlog help all. Of one command: coachlog help session new."
    " A name alone shows that person: coachlog amina."
)

REREAD = 8
"""So many times a command line is read another way: each brings it closer to one that is right."""


def call(argv: list[str]) -> int:
    """Run one command line; the result is its exit code. Raises a CoachlogError."""
    for _time in range(REREAD):
        try:
            code = _called(argv)
        except ClickException as error:
            from coachlog.front.correction import command_line_meant  # most command lines are right

            argv = command_line_meant(argv, error)
            continue
        if not isinstance(code, list):
            return code if isinstance(code, int) else 0
        argv = code  # what was chosen from the menu
    return USAGE


def _called(argv: list[str]) -> Any:
    try:
        whole = argv == [HELP_OF_ALL]
        words = ["--help"] if whole else argv
        return root(whole=whole)(words, prog_name=context().program, standalone_mode=False)
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except SystemExit as error:
        # Click ends the program itself, as failed, when the reader of a pipe has seen enough.
        raise error.__context__ or error from None


def root(*, whole: bool = True) -> Any:
    """The root command, built from stubs; its help has all commands, or the everyday ones."""
    built = group(
        "coachlog",
        N_("A coaching journal: have conversations and see what comes of them."),
        ROOT,
        _start,
    )
    built.everyday = () if whole else EVERYDAY
    built.epilog = _(GLOBAL_OPTIONS) if whole else _(ALL_HELP)
    return built


def _start() -> list[str] | None:
    """What stands on the page of today; at a terminal the words of what was chosen below it."""
    if get_current_context().invoked_subcommand is not None:
        return None
    from coachlog.front.menu import start  # only for the bare command

    return start(context())
