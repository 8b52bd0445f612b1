"""Objectives on the command line: lists, one objective, reached, dropped, removed."""

from typing import Annotated

import typer

from coachlog.base.texts import N_, _
from coachlog.journal.common.close import close_numbered
from coachlog.journal.objective import queries
from coachlog.journal.objective.fields import LEVELS, STATUSES
from coachlog.journal.objective.queries import ObjectiveLine
from coachlog.schema.vocabulary import LEVELS as LEVEL_WORDS
from coachlog.schema.vocabulary import OBJECTIVE_STATUSES
from coachlog.terminal.confirm import Yes
from coachlog.terminal.context import context
from coachlog.terminal.output import (
    LIMIT,
    AsCsv,
    AsJson,
    Column,
    Limit,
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
    Column("statement", N_("Objective")),
    Column("level", N_("Level"), "choice", 3, LEVEL_WORDS),
    Column("team", N_("Team"), "text", 3),
    Column("owner", N_("Owner"), "text", 4),
    Column("ends_on", N_("Until"), "day", 2),
    Column("active_goals", N_("Goals"), "number"),
    Column("reached", N_("Reached"), "number", seldom=True),
    Column("status", N_("Status"), "choice", 2, OBJECTIVE_STATUSES),
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
    wanted = (parse.choice(status, STATUSES), parse.choice(level, LEVELS), parse.line(team))
    most = limit_of(limit)
    with run.reader() as reader:
        found = queries.counted(reader, queries.objectives(reader, *wanted, most))
        empty = _("No objectives match.") if any(wanted) else _("No objectives yet.")
        shown = show_list(
            run, OutputFormat(as_json, as_csv), ObjectiveLine._fields, found, COLUMNS, empty
        )
        if shown == most:
            say_more(shown, lambda most: queries.count(reader, most, *wanted))


def reach(number: Number, on: On = None) -> None:
    """Mark an objective as reached; the goals that serve it stay as they are.

    coachlog objective reach 1
    """
    which, changed = close_numbered("objective reach", queries, number, "reached", on)
    told = _("Objective {n} is reached.") if changed else _("Objective {n} was already reached.")
    done(told.format(n=which), f"objective show {which}")


def drop(number: Number, on: On = None) -> None:
    """Mark an objective as given up; the goals that serve it stay as they are.

    coachlog objective drop 1
    """
    which, changed = close_numbered("objective drop", queries, number, "dropped", on)
    told = _("Objective {n} is dropped.") if changed else _("Objective {n} was already dropped.")
    done(told.format(n=which), f"objective edit {which} --status active")


def remove(number: Number, yes: Yes = False) -> None:
    """Remove an objective; the goals that serve it stay.

    coachlog objective remove 1 --yes
    """
    from coachlog.journal.common.remove import remove as take_away

    run = context()
    with run.reader() as reader:
        found = queries.line(reader, parse.number(number) or 0)
    title = f"{_('Objective')} {found.number} · {found.statement}"
    take_away(run, "objective", title, yes, number=found.number)
