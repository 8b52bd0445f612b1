"""What was seen at work on the command line: lists, one observation, removing."""

from typing import Annotated

import typer

from coachlog.base.texts import N_, _
from coachlog.journal.common.lists import by_number, handle_if_named, remove_numbered, show_filtered
from coachlog.journal.observation.queries import OBSERVATIONS, Seen
from coachlog.terminal.column import Column
from coachlog.terminal.confirm import Yes
from coachlog.terminal.context import context
from coachlog.terminal.output import (
    LIMIT,
    AsCsv,
    AsJson,
    Limit,
    OfPerson,
    OutputFormat,
    show_record,
)
from coachlog.terminal.period import Since, Until, period_in_days
from coachlog.values import parse

COLUMNS = (
    Column("number", N_("No."), "number"),
    Column("coachee", N_("Person"), "person"),
    Column("observed_on", N_("Day"), "day"),
    Column("fact", N_("Seen or heard")),
    Column("wish", N_("Wish"), "text", 2),
    Column("goal", N_("Goal"), "number", 3),
)
LABELS = {
    "coachee": N_("Person"),
    "observed_on": N_("Day"),
    "goal": N_("Goal"),
    "own_view": N_("In their own eyes"),
    "fact": N_("Seen or heard"),
    "effect": N_("Effect"),
    "wish": N_("Wish"),
    "taken": N_("What the person takes from it"),
}

Number = Annotated[str, typer.Argument(metavar="N", help=N_("The number of the observation."))]
OfGoal = Annotated[
    str | None,
    typer.Option("--goal", metavar="N", help=N_("Only for this goal."), show_default=False),
]


def list_(
    coachee: OfPerson = None,
    goal: OfGoal = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = LIMIT,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List what you saw at work, newest first.

    coachlog observation list --coachee amina
    """
    run = context()
    of_goal = parse.number(goal)
    days = period_in_days(since, until, run.today)
    with run.reader() as reader:
        wanted = Seen(handle_if_named(reader, coachee), of_goal, *days)
        empty = _("No observations yet.")
        wish = OutputFormat(as_json, as_csv)
        show_filtered(run, reader, OBSERVATIONS, wanted, COLUMNS, empty, limit, wish)


def show(number: Number, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show one observation.

    coachlog observation show 1
    """
    run = context()
    found = by_number(OBSERVATIONS, number)
    title = _("Observation {n}").format(n=found.number)
    show_record(run, OutputFormat(as_json, as_csv), found, title, LABELS)


def remove(number: Number, yes: Yes = False) -> None:
    """Remove an observation.

    coachlog observation remove 1 --yes
    """
    found = by_number(OBSERVATIONS, number)
    title = f"{_('Observation {n}').format(n=found.number)} · {found.fact}"
    remove_numbered("observation", found, title, yes)
