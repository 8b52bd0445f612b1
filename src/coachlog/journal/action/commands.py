"""Actions on the command line: lists, done."""

from typing import Annotated

import typer

from coachlog import kinds
from coachlog.journal.action import queries
from coachlog.journal.action.fields import STATUSES
from coachlog.journal.action.queries import ActionLine
from coachlog.journal.coachee.queries import find
from coachlog.journal.words import ACTION_STATUSES
from coachlog.terminal.confirm import Yes
from coachlog.terminal.context import context
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
)
from coachlog.terminal.output import done as tell_done
from coachlog.texts import N_, _

COLUMNS = (
    Column("number", N_("No."), "number"),
    Column("coachee", N_("Of"), "person"),
    Column("what", N_("What")),
    Column("due_on", N_("By when"), "day"),
    Column("confidence", N_("Sure"), "number", 3),
    Column("status", N_("Status"), "choice", 2, ACTION_STATUSES),
)

Coachee = Annotated[
    str | None,
    typer.Option("--coachee", metavar="WHO", help=N_("Only of this person."), show_default=False),
]
Status = Annotated[
    str | None,
    typer.Option(
        "--status", metavar="WORD", help=N_("open, done, partly or dropped."), show_default=False
    ),
]
Number = Annotated[str, typer.Argument(metavar="N", help=N_("The number of the action."))]


def list_(
    coachee: Coachee = None,
    status: Status = None,
    limit: Limit = LIMIT,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List actions: the open ones first, by due day.

    coachlog action list --status open
    """
    run = context()
    most, wanted = limit_of(limit), kinds.choice(status, STATUSES)
    with run.reader() as reader:
        handle = find(reader, coachee).handle if coachee else None
        found = queries.actions(reader, handle, wanted, most)
        shown = show_list(
            run, Wish(as_json, as_csv), ActionLine._fields, found, COLUMNS, _("No actions yet.")
        )
        if shown == most:
            say_more(shown, queries.count(reader, handle, wanted))


def done(
    number: Number,
    outcome: Annotated[
        str | None,
        typer.Option("--outcome", metavar="TEXT", help=N_("What it brought."), show_default=False),
    ] = None,
    partly: Annotated[bool, typer.Option("--partly", help=N_("It is done in part."))] = False,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DAY", help=N_("Another day than today."), show_default=False),
    ] = None,
) -> None:
    """Note that an action is done.

    coachlog action done 1 --outcome "Koen agreed"
    """
    run = context()
    action = kinds.number(number) or 0
    day = run.past_day(on)
    with run.work("action done") as work:
        queries.close(
            work, action, "partly" if partly else "done", kinds.text(outcome), day.isoformat()
        )
    tell_done(
        _("Action {n} is partly done.").format(n=action)
        if partly
        else _("Action {n} is done.").format(n=action),
        "action list",
    )


def remove(number: Number, yes: Yes = False) -> None:
    """Remove an action.

    coachlog action remove 3 --yes
    """
    from coachlog.upkeep.removing import remove as take_away

    run = context()
    with run.reader() as reader:
        found = queries.line(reader, kinds.number(number) or 0)
    title = f"{_('Action')} {found.number} · {found.what}"
    take_away(run, "action", title, yes, number=found.number)
