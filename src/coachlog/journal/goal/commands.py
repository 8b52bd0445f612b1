"""Goals on the command line: lists, one goal, a score."""

from typing import Annotated

import typer

from coachlog.base.errors import MissingAnswersError
from coachlog.base.texts import N_, _
from coachlog.journal.common.close import Closing, close_numbered
from coachlog.journal.common.lists import (
    by_number,
    handle_if_named,
    remove_numbered,
    show_filtered,
)
from coachlog.journal.common.standing import goal_stands
from coachlog.journal.goal import queries
from coachlog.journal.goal.fields import HIGH, LOW, STATUSES, read_lens
from coachlog.journal.goal.queries import GOALS, GoalFilter
from coachlog.schema.vocabulary import GOAL_STATUSES
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
)
from coachlog.values import parse

COLUMNS = (
    Column("number", N_("No."), "number"),
    Column("coachee", N_("Person"), "person"),
    Column("statement", N_("Goal")),
    Column("score", N_("Now"), "number"),
    Column("target", N_("Target"), "number", 3),
    Column("target_on", N_("Due"), "day", 3),
    Column("status", N_("Status"), "standing", 2, GOAL_STATUSES, stands=goal_stands),
)
ACHIEVE = Closing(
    "goal achieve",
    GOALS,
    "achieved",
    N_("Goal {n} is reached."),
    N_("Goal {n} was already reached."),
    "goal show {n}",
    emptied=("closed_in_id",),
)
DROP = Closing(
    "goal drop",
    GOALS,
    "dropped",
    N_("Goal {n} is dropped."),
    N_("Goal {n} was already dropped."),
    "goal edit {n} --status active",
    "goal show {n}",
    emptied=("closed_in_id",),
)
Status = Annotated[
    str | None,
    typer.Option(
        "--status", metavar="WORD", help=N_("active, achieved or dropped."), show_default=False
    ),
]
Lens = Annotated[
    str | None,
    typer.Option(
        "--lens",
        metavar="ASPECT",
        help=N_("Only about this aspect of workable work."),
        show_default=False,
    ),
]
Number = Annotated[str, typer.Argument(metavar="N", help=N_("The number of the goal."))]


def list_(
    coachee: OfPerson = None,
    status: Status = None,
    lens: Lens = None,
    limit: Limit = LIMIT,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List goals, newest first.

    coachlog goal list --coachee amina --status active
    """
    run = context()
    chosen, about = parse.choice(status, STATUSES), read_lens(lens)
    with run.reader() as reader:
        wanted = GoalFilter(handle_if_named(reader, coachee), chosen, about)
        wish = OutputFormat(as_json, as_csv)
        show_filtered(run, reader, GOALS, wanted, COLUMNS, _("No goals yet."), limit, wish)


def score(
    number: Number,
    figure: Annotated[
        str, typer.Argument(metavar="FIGURE", help=N_("The present figure, 0 to 10."))
    ],
    on: On = None,
) -> None:
    """Score a goal from 0 to 10.

    coachlog goal score 1 7
    """
    run = context()
    goal, given = parse.number(number) or 0, parse.scale(figure, LOW, HIGH)
    if given is None:
        raise MissingAnswersError(["FIGURE"])
    day = run.past_day(on)
    with run.work("goal score") as work:
        queries.score(work, goal, given, day.isoformat())
    done(_("Goal {n} is now at {score}.").format(n=goal, score=given), f"goal show {goal}")


def achieve(number: Number, on: On = None) -> None:
    """Mark a goal as reached.

    coachlog goal achieve 1
    """
    close_numbered(ACHIEVE, number, on)


def drop(number: Number, on: On = None) -> None:
    """Mark a goal as no longer pursued.

    coachlog goal drop 1
    """
    close_numbered(DROP, number, on)


def remove(number: Number, yes: Yes = False) -> None:
    """Remove a goal and its scores; its actions stay.

    coachlog goal remove 1 --yes
    """
    found = by_number(GOALS, number)
    remove_numbered("goal", found, f"{_('Goal')} {found.number} · {found.statement}", yes)
