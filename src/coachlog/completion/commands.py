"""`completion`: install, show or remove what makes TAB know coachlog."""

import shutil
import sys
from typing import Annotated

import typer

from coachlog.base.texts import N_, _
from coachlog.completion import installation as installing
from coachlog.completion.places import place_of, script_of, shell_named
from coachlog.completion.sources import SHELLS
from coachlog.terminal.context import say

Shell = Annotated[
    str | None,
    typer.Argument(metavar="[SHELL]", help=N_("bash, zsh or fish; yours if left out.")),
]
ShellOrAll = Annotated[
    str | None,
    typer.Argument(metavar="[SHELL]", help=N_("bash, zsh or fish; all of them if left out.")),
]


def install(shell: Shell = None) -> None:
    """Let TAB complete commands, names and numbers in your shell.

    coachlog completion install bash
    """
    place = place_of(shell_named(shell))
    changed = installing.install(place)
    if not changed:
        say(_("{shell} already knew coachlog: nothing changed.").format(shell=place.shell))
    if place.script in changed:
        say(_("Written: {path}").format(path=place.script))
    if place.profile in changed and place.lines:
        say(_("Added at the end of {path}:").format(path=place.profile))
        for line in place.lines:
            say("  " + line)
    if shutil.which("coachlog") is None:
        say(_("TAB works once coachlog itself is installed; see the README."))
    else:
        say(_("Open a new terminal, type coachlog and a space, then press TAB."))


def show(shell: Shell = None) -> None:
    """Print the script that install would put in place.

    coachlog completion show zsh
    """
    sys.stdout.write(script_of(shell_named(shell)))


def remove(shell: ShellOrAll = None) -> None:
    """Remove what install put in place.

    coachlog completion remove
    """
    shells = [shell_named(shell)] if shell else SHELLS
    places = [place_of(name) for name in shells]
    changed_files = [(place, path) for place in places for path in installing.remove(place)]
    for place, path in changed_files:
        if path == place.script:
            say(_("Removed: {path}").format(path=path))
        else:
            say(_("Removed from {path}: the lines for coachlog.").format(path=path))
    if not changed_files:
        say(_("There was nothing to remove."))
