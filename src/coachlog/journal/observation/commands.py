"""What was seen at work on the command line: lists, one observation, removing."""

from typing import Annotated

import typer

from coachlog.base.texts import N_, _
from coachlog.journal.coachee.queries import find
from coachlog.journal.observation import queries
from coachlog.journal.observation.queries import ObservationLine, Seen
from coachlog.terminal.confirm import Yes
from coachlog.terminal.context import context
from coachlog.terminal.output import (
    LIMIT,
    AsCsv,
    AsJson,
    Column,
    Limit,
    OfPerson,
    OutputFormat,
    limit_of,
    say_more,
    show_list,
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
    most, of_goal = limit_of(limit), parse.number(goal)
    days = period_in_days(since, until, run.today)
    with run.reader() as reader:
        wanted = Seen(find(reader, coachee).handle if coachee else None, of_goal, *days)
        found = queries.observations(reader, wanted, most)
        empty = _("No observations yet.")
        shown = show_list(
            run, OutputFormat(as_json, as_csv), ObservationLine._fields, found, COLUMNS, empty
        )
        if shown == most:
            say_more(shown, lambda most: queries.count(reader, most, wanted))


def show(number: Number, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show one observation.

    coachlog observation show 1
    """
    run = context()
    with run.reader() as reader:
        found = queries.line(reader, parse.number(number) or 0)
    title = _("Observation {n}").format(n=found.number)
    show_record(run, OutputFormat(as_json, as_csv), found, title, LABELS)


def remove(number: Number, yes: Yes = False) -> None:
    """Remove an observation.

    coachlog observation remove 1 --yes
    """
    from coachlog.journal.common.remove import remove as take_away

    run = context()
    with run.reader() as reader:
        found = queries.line(reader, parse.number(number) or 0)
    title = f"{_('Observation {n}').format(n=found.number)} · {found.fact}"
    take_away(run, "observation", title, yes, number=found.number)
