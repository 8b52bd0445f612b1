"""Coaching trajectories on the command line: lists, one trajectory, closing."""

from typing import Annotated

from coachlog.base.texts import N_, _
from coachlog.journal.common.close import Closing, close_numbered
from coachlog.journal.common.columns import columns
from coachlog.journal.common.list_command import list_command
from coachlog.journal.common.numbered import Number, remove_command
from coachlog.journal.trajectory.queries import TRAJECTORIES, TrajectoryLine
from coachlog.schema.trajectory import TRAJECTORY
from coachlog.terminal.column import Column
from coachlog.terminal.command_options import option_info
from coachlog.terminal.output import On
from coachlog.values.text import text as read_text

COLUMNS = columns(
    TRAJECTORY,
    "coachee",
    ("kind", 2),
    "purpose",
    ("starts_on", 3),
    Column("sessions", N_("Conv."), "number"),
    ("planned_sessions", 4),
    ("rhythm_days", 4),
    ("status", 2),
)
CLOSE = Closing(
    "trajectory close",
    TRAJECTORIES,
    "closed",
    N_("Trajectory {n} is closed."),
    N_("Trajectory {n} is closed."),
    "trajectory show {n}",
)


@list_command(
    TRAJECTORY,
    TRAJECTORIES,
    COLUMNS,
    N_("No trajectories yet. A first conversation starts one."),
)
def list_() -> None:
    """List trajectories, newest first.

    coachlog trajectory list --status active
    """


def close(
    number: Number,
    closing: Annotated[
        str | None,
        option_info("--closing", N_("What came of it.")),
    ] = None,
    on: On = None,
) -> None:
    """Close a trajectory; its goals and actions stay as they are.

    coachlog trajectory close 1 --closing "Amina leads the meeting"
    """
    text = read_text(closing)
    close_numbered(CLOSE, number, on, lambda _work, _row: {"closing": text} if text else {})


def title(line: TrajectoryLine) -> str:
    """Return what people call a trajectory: its number and whose it is."""
    return f"{_('Trajectory')} {line.number} · {line.coachee}"


@remove_command(TRAJECTORY, TRAJECTORIES, title)
def remove() -> None:
    """Remove a trajectory with its conversations and goals.

    coachlog trajectory remove 1 --yes
    """
