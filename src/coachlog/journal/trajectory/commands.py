"""Coaching trajectories on the command line: lists, one trajectory, closing."""

from typing import Annotated

import typer

from coachlog.base.texts import N_, _
from coachlog.journal.coachee.queries import find
from coachlog.journal.trajectory import queries
from coachlog.journal.trajectory.fields import STATUSES
from coachlog.journal.trajectory.queries import TrajectoryLine
from coachlog.schema.vocabulary import TRAJECTORY_KINDS, TRAJECTORY_STATUSES
from coachlog.terminal.column import Column
from coachlog.terminal.confirm import Yes
from coachlog.terminal.context import context
from coachlog.terminal.output import (
    LIMIT,
    AsCsv,
    AsJson,
    Limit,
    OfPerson,
    On,
    OutputFormat,
    done,
    limit_of,
    say_more,
    show_list,
)
from coachlog.values import parse

COLUMNS = (
    Column("number", N_("No."), "number"),
    Column("coachee", N_("Person"), "person"),
    Column("kind", N_("Kind"), "choice", 2, TRAJECTORY_KINDS),
    Column("purpose", N_("Purpose")),
    Column("starts_on", N_("Start"), "day", 3),
    Column("sessions", N_("Conv."), "number"),
    Column("planned_sessions", N_("Agreed"), "number", 4),
    Column("rhythm_days", N_("Days"), "number", 4),
    Column("status", N_("Status"), "choice", 2, TRAJECTORY_STATUSES),
)
Number = Annotated[str, typer.Argument(metavar="N", help=N_("The number of the trajectory."))]
Status = Annotated[
    str | None,
    typer.Option("--status", metavar="WORD", help=N_("active or closed."), show_default=False),
]


def list_(
    coachee: OfPerson = None,
    status: Status = None,
    limit: Limit = LIMIT,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List trajectories, newest first.

    coachlog trajectory list --status active
    """
    run = context()
    most, wanted = limit_of(limit), parse.choice(status, STATUSES)
    with run.reader() as reader:
        handle = find(reader, coachee).handle if coachee else None
        found = queries.trajectories(reader, handle, wanted, most)
        empty = _("No trajectories yet. A first conversation starts one.")
        shown = show_list(
            run, OutputFormat(as_json, as_csv), TrajectoryLine._fields, found, COLUMNS, empty
        )
        if shown == most:
            say_more(shown, lambda most: queries.count(reader, most, handle, wanted))


def close(
    number: Number,
    closing: Annotated[
        str | None,
        typer.Option("--closing", metavar="TEXT", help=N_("What came of it."), show_default=False),
    ] = None,
    on: On = None,
) -> None:
    """Close a trajectory; its goals and actions stay as they are.

    coachlog trajectory close 1 --closing "Amina leads the meeting"
    """
    run = context()
    which = parse.number(number) or 0
    day = run.past_day(on)
    with run.work("trajectory close") as work:
        queries.close(work, which, parse.text(closing), day.isoformat())
    done(_("Trajectory {n} is closed.").format(n=which), f"trajectory show {which}")


def remove(number: Number, yes: Yes = False) -> None:
    """Remove a trajectory with its conversations and goals.

    coachlog trajectory remove 1 --yes
    """
    from coachlog.journal.common.remove import remove as take_away

    run = context()
    with run.reader() as reader:
        found = queries.line(reader, parse.number(number) or 0)
    title = f"{_('Trajectory')} {found.number} · {found.coachee}"
    take_away(run, "trajectory", title, yes, number=found.number)
