"""Coaching trajectories on the command line: lists, one trajectory, closing."""

from typing import Annotated

import typer

from coachlog.base.texts import N_, _
from coachlog.journal.common.close import Closing, close_numbered
from coachlog.journal.common.lists import (
    by_number,
    handle_if_named,
    remove_numbered,
    show_filtered,
)
from coachlog.journal.trajectory.fields import STATUSES
from coachlog.journal.trajectory.queries import TRAJECTORIES, TrajectoryFilter
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
CLOSE = Closing(
    "trajectory close",
    TRAJECTORIES,
    "closed",
    N_("Trajectory {n} is closed."),
    N_("Trajectory {n} is closed."),
    "trajectory show {n}",
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
    chosen = parse.choice(status, STATUSES)
    with run.reader() as reader:
        wanted = TrajectoryFilter(handle_if_named(reader, coachee), chosen)
        empty = _("No trajectories yet. A first conversation starts one.")
        wish = OutputFormat(as_json, as_csv)
        show_filtered(run, reader, TRAJECTORIES, wanted, COLUMNS, empty, limit, wish)


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
    brought = parse.text(closing)
    close_numbered(CLOSE, number, on, lambda _work, _row: {"closing": brought} if brought else {})


def remove(number: Number, yes: Yes = False) -> None:
    """Remove a trajectory with its conversations and goals.

    coachlog trajectory remove 1 --yes
    """
    found = by_number(TRAJECTORIES, number)
    title = f"{_('Trajectory')} {found.number} · {found.coachee}"
    remove_numbered("trajectory", found, title, yes)
