"""Objectives on the command line: lists, one objective, reached, dropped, removed."""

from functools import partial
from typing import Annotated

import typer

from coachlog.base.texts import N_, _
from coachlog.journal.common.close import Closing, close_numbered
from coachlog.journal.common.lists import by_number, remove_numbered, show_filtered
from coachlog.journal.objective import queries
from coachlog.journal.objective.fields import LEVELS, STATUSES
from coachlog.journal.objective.queries import OBJECTIVES, ObjectiveFilter
from coachlog.schema.vocabulary import LEVELS as LEVEL_WORDS
from coachlog.schema.vocabulary import OBJECTIVE_STATUSES
from coachlog.terminal.column import Column
from coachlog.terminal.confirm import Yes
from coachlog.terminal.context import context
from coachlog.terminal.output import LIMIT, AsCsv, AsJson, Limit, On, OutputFormat
from coachlog.values import parse

COLUMNS = (
    Column("number", N_("No."), "number"),
    Column("statement", N_("Objective")),
    Column("level", N_("Level"), "choice", 3, LEVEL_WORDS),
    Column("team", N_("Team"), "text", 3),
    Column("owner", N_("Owner"), "text", 4),
    Column("ends_on", N_("Until"), "day", 2),
    Column("active_goals", N_("Goals"), "number"),
    Column("reached", N_("Reached"), "number", seldom=True),
    Column("status", N_("Status"), "choice", 2, OBJECTIVE_STATUSES),
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

Number = Annotated[str, typer.Argument(metavar="N", help=N_("The number of the objective."))]
Status = Annotated[
    str | None,
    typer.Option(
        "--status", metavar="WORD", help=N_("active, reached or dropped."), show_default=False
    ),
]
Level = Annotated[
    str | None,
    typer.Option("--level", metavar="WORD", help=N_("organisation or team."), show_default=False),
]
Team = Annotated[
    str | None,
    typer.Option("--team", metavar="TEXT", help=N_("Only this team."), show_default=False),
]


def list_(
    status: Status = None,
    level: Level = None,
    team: Team = None,
    limit: Limit = LIMIT,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List objectives, active ones first, with the number of goals that serve them.

    coachlog objective list --status active
    """
    run = context()
    wanted = ObjectiveFilter(
        parse.choice(status, STATUSES), parse.choice(level, LEVELS), parse.line(team)
    )
    with run.reader() as reader:
        empty = _("No objectives match.") if any(wanted) else _("No objectives yet.")
        wish = OutputFormat(as_json, as_csv)
        reached = partial(queries.counted, reader)
        show_filtered(run, reader, OBJECTIVES, wanted, COLUMNS, empty, limit, wish, reached)


def reach(number: Number, on: On = None) -> None:
    """Mark an objective as reached; the goals that serve it stay as they are.

    coachlog objective reach 1
    """
    close_numbered(REACH, number, on)


def drop(number: Number, on: On = None) -> None:
    """Mark an objective as given up; the goals that serve it stay as they are.

    coachlog objective drop 1
    """
    close_numbered(DROP, number, on)


def remove(number: Number, yes: Yes = False) -> None:
    """Remove an objective; the goals that serve it stay.

    coachlog objective remove 1 --yes
    """
    found = by_number(OBJECTIVES, number)
    title = f"{_('Objective')} {found.number} · {found.statement}"
    remove_numbered("objective", found, title, yes)
