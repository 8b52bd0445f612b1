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
    "--no-input (never ask), --no-pager (everything at once), --debug (a log), --version."
)
EVERYDAY = (
    *("session", "today", "prep", "timeline", "search"),
    *("coachee", "goal", "action", "report", "undo"),
)
"""The commands that the help page explains, as a screen has 24 rows; it only names the others."""

ALL_HELP = N_(
    "What each is for: coachlog help all. Of one command: coachlog help session new."
    " A name alone shows that person: coachlog amina."
)

MOST_ATTEMPTS = 8
"""How often a command line is corrected and run again: one may have several mistakes."""


def call(argv: list[str]) -> int:
    """Run one command line and return its exit code. Raises a CoachlogError.

    A command line that Typer refuses is corrected and run again; so is a choice from the menu.
    """
    for _attempt in range(MOST_ATTEMPTS):
        try:
            result = _run_once(argv)
        except ClickException as error:
            from coachlog.front.correction import command_line_meant  # most command lines are right

            argv = command_line_meant(argv, error)
            continue
        if isinstance(result, list):  # the words of the command chosen from the menu
            argv = result
            continue
        return result if isinstance(result, int) else 0  # most commands return None
    return USAGE


def _run_once(argv: list[str]) -> Any:
    """Run the command line as it is; return what its command returns. Raises a ClickException."""
    try:
        has_all_commands = argv == [HELP_OF_ALL]
        words = ["--help"] if has_all_commands else argv
        program = root(whole=has_all_commands)
        return program(words, prog_name=context().program, standalone_mode=False)
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except SystemExit as error:
        # Click ends the program itself, as failed, when the reader of a pipe has seen enough.
        raise error.__context__ or error from None


def root(*, whole: bool = True) -> Any:
    """Return the root command, built from stubs.

    The *whole* help page lists all commands; otherwise it explains the everyday ones only.
    """
    root_group = group(
        "coachlog",
        N_("A coaching journal: have conversations and see what comes of them."),
        ROOT,
        _start,
    )
    root_group.everyday = () if whole else EVERYDAY
    root_group.epilog = _(GLOBAL_OPTIONS) if whole else _(ALL_HELP)
    return root_group


def _start() -> list[str] | None:
    """Show the page of today if no command was given.

    Return the words of the command chosen from the menu below it; None if there is none to run.
    """
    # Typer calls this before every command, too.
    if get_current_context().invoked_subcommand is not None:
        return None
    from coachlog.front.menu import start  # only for the bare command

    return start(context())
