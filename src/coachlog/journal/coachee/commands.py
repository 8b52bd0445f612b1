"""Reading people on the command line."""

from typing import Annotated

import typer

from coachlog.journal.coachee import queries
from coachlog.journal.coachee.queries import CoacheeLine
from coachlog.terminal.context import context, hint
from coachlog.terminal.output import (
    LIMIT,
    AsCsv,
    AsJson,
    Column,
    Limit,
    Wish,
    limit_of,
    say_more,
    show_list,
    show_record,
)
from coachlog.texts import N_, _

COLUMNS = (
    Column("handle", N_("Handle"), "person"),
    Column("name", N_("Name")),
    Column("role", N_("Role"), "text", 3),
    Column("team", N_("Team"), "text", 3),
    Column("sessions", N_("Conv."), "number"),
    Column("last_session_at", N_("Last"), "instant", 2),
    Column("open_actions", N_("Open"), "number"),
)
LABELS = {
    "name": N_("Name"),
    "role": N_("Role"),
    "team": N_("Team"),
    "organisation": N_("Organisation"),
    "language": N_("Language"),
    "since": N_("Since"),
    "reach": N_("How to reach"),
    "context": N_("Context"),
    "archived_at": N_("Archived"),
    "sessions": N_("Conversations"),
    "last_session_at": N_("Last conversation"),
    "open_actions": N_("Open actions"),
}


def list_(
    archived: Annotated[
        bool, typer.Option("--archived", help=N_("Also those who are archived."))
    ] = False,
    limit: Limit = LIMIT,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List the people, by name.

    coachlog coachee list --limit 0
    """
    run = context()
    most = limit_of(limit)
    with run.reader() as reader:
        empty = _("Nobody yet. A first conversation makes one: {command}").format(
            command=hint("session new")
        )
        found = queries.everybody(reader, most, archived)
        shown = show_list(run, Wish(as_json, as_csv), CoacheeLine._fields, found, COLUMNS, empty)
        if shown == most:
            say_more(shown, queries.count(reader, archived))


def show(
    who: Annotated[str, typer.Argument(metavar="WHO", help=N_("Handle or name."))],
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Show one person.

    coachlog coachee show amina
    """
    run = context()
    with run.reader() as reader:
        found = queries.line(reader, queries.find(reader, who).handle)
    show_record(run, Wish(as_json, as_csv), found, f"{found.name} · {found.handle}", LABELS)
