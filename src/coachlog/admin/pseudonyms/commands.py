"""`coachlog pseudonymise`: a copy of the journal in which other words stand for the names."""

from pathlib import Path
from typing import Annotated

import typer

from coachlog import settings
from coachlog.admin.pseudonyms.copy import PseudonymisedCopy
from coachlog.admin.pseudonyms.copy import pseudonymise as make_copy
from coachlog.base.errors import RefusedError, UsageError, unwritable
from coachlog.base.texts import N_, _, count_text
from coachlog.journal.coachee import lookup
from coachlog.terminal.command_options import option_info
from coachlog.terminal.context import context, hint, say
from coachlog.terminal.output import AsJson, show_json
from coachlog.terminal.patience import Patience


def pseudonymise(
    who: Annotated[
        str | None,
        typer.Argument(metavar="[WHO]", help=N_("Only this person, with nobody else in the copy.")),
    ] = None,
    everybody: Annotated[bool, typer.Option("--all", help=N_("The whole journal."))] = False,
    output: Annotated[
        str | None, option_info("--output", N_("The new file for the copy."), "FILE")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Make a copy in which P1, P2 … stand for the names, to hand on or to try things.

    coachlog pseudonymise --all --output ~/copy.sqlite
    """
    run = context()
    if (who is None) != everybody:
        raise UsageError(
            N_("Say whose: one person, or --all."),
            N_("For example: coachlog pseudonymise --all --output ~/copy.sqlite"),
        )
    if not output:
        raise UsageError(
            N_("It is not said where the copy goes."), N_("Add --output and a new file.")
        )
    path = settings.whole_path(output)
    with run.reader() as reader:
        person = lookup.find(reader, who) if who is not None else None
    with Patience(_("Making the copy …")):
        made = _make(run.store, path, person.id if person else None, run.settings.name)
    if as_json:
        show_json({"path": str(path), **made._asdict()})
    else:
        _say_made(path, made.people)


def _say_made(path: Path, people: int) -> None:
    """Say how many people are in the copy at *path*, and what to beware of."""
    say(
        count_text(
            "{n} person is in the copy: {path}",
            "{n} people are in the copy: {path}",
            people,
            path=path,
        )
    )
    say(_("Texts may still tell who somebody is: the copy is personal data, like the journal."))
    say("  " + hint(f"--store {path} coachee list"))


def _make(store: Path, path: Path, person_id: str | None, coach: str | None) -> PseudonymisedCopy:
    """Make the copy. Raises RefusedError where its file exists, or UnavailableError."""
    try:
        return make_copy(store, path, person_id, coach)
    except FileExistsError as error:
        raise RefusedError(
            N_("There is something at {path} already."),
            N_("Choose another file for the copy."),
            path=path,
        ) from error
    except OSError as error:
        raise unwritable(path, error) from error
