"""Objectives on the command line: lists, reached, dropped, removed."""

from coachlog.base.texts import N_
from coachlog.journal.common.close import Closing, close_command
from coachlog.journal.common.columns import columns
from coachlog.journal.common.list_command import list_command
from coachlog.journal.common.numbered import remove_command
from coachlog.journal.objective.queries import OBJECTIVES, counted
from coachlog.schema.objective import OBJECTIVE
from coachlog.terminal.column import Column

COLUMNS = columns(
    OBJECTIVE,
    "statement",
    ("level", 3),
    ("team", 3),
    ("owner", 4),
    ("ends_on", 2),
    Column("active_goals", N_("Goals"), "number"),
    Column("reached", N_("Reached"), "number", seldom=True),
    ("status", 2),
)
REACH = Closing(
    "objective reach",
    OBJECTIVES,
    "reached",
    N_("Objective {n} is reached."),
    N_("Objective {n} was already reached."),
    "objective show {n}",
)
DROP = Closing(
    "objective drop",
    OBJECTIVES,
    "dropped",
    N_("Objective {n} is dropped."),
    N_("Objective {n} was already dropped."),
    "objective edit {n} --status active",
)


@list_command(
    OBJECTIVE,
    OBJECTIVES,
    COLUMNS,
    N_("No objectives yet."),
    none_match=N_("No objectives match."),
    helps={"team": N_("Only this team.")},
    complete=counted,
)
def list_() -> None:
    """List objectives, active ones first, with the number of goals that serve them.

    coachlog objective list --status active
    """


@close_command(REACH)
def reach() -> None:
    """Mark an objective as reached; the goals that serve it stay as they are.

    coachlog objective reach 1
    """


@close_command(DROP)
def drop() -> None:
    """Mark an objective as given up; the goals that serve it stay as they are.

    coachlog objective drop 1
    """


@remove_command(OBJECTIVE, OBJECTIVES)
def remove() -> None:
    """Remove an objective; the goals that serve it stay.

    coachlog objective remove 1 --yes
    """
