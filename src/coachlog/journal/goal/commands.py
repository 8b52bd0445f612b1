"""Goals on the command line: lists, a score, reached, dropped, removed."""

from typing import Annotated

import typer

from coachlog.base.errors import MissingAnswersError
from coachlog.base.texts import N_, _
from coachlog.journal.common.close import Closing, close_command
from coachlog.journal.common.columns import columns
from coachlog.journal.common.list_command import list_command
from coachlog.journal.common.marks import goal_list_mark
from coachlog.journal.common.numbered import Number, remove_command
from coachlog.journal.goal import queries
from coachlog.journal.goal.fields import read_lens
from coachlog.journal.goal.queries import GOALS
from coachlog.schema.goal import GOAL
from coachlog.schema.vocabulary import GOAL_STATUSES
from coachlog.terminal.column import Column
from coachlog.terminal.command_options import option
from coachlog.terminal.context import context
from coachlog.terminal.output import On, say_done
from coachlog.values.typed import record_number, scale

COLUMNS = columns(
    GOAL,
    "coachee",
    "statement",
    Column("score", N_("Now"), "number"),
    ("target", 3),
    ("target_on", 3),
    Column("status", N_("Status"), "standing", 2, GOAL_STATUSES, describe_status=goal_list_mark),
)
LENS = option("--lens", N_("Only about this aspect of workable work."), "ASPECT")
ACHIEVE = Closing(
    "goal achieve",
    GOALS,
    "achieved",
    N_("Goal {n} is reached."),
    N_("Goal {n} was already reached."),
    "goal show {n}",
    cleared_columns=("closed_in_id",),
)
DROP = Closing(
    "goal drop",
    GOALS,
    "dropped",
    N_("Goal {n} is dropped."),
    N_("Goal {n} was already dropped."),
    "goal edit {n} --status active",
    "goal show {n}",
    cleared_columns=("closed_in_id",),
)


@list_command(GOAL, GOALS, COLUMNS, N_("No goals yet."), besides={"lens": (LENS, read_lens)})
def list_() -> None:
    """List goals, newest first.

    coachlog goal list --coachee amina --status active
    """


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
    goal_number = record_number(number)
    score_now = scale(figure, 0, 10)
    if score_now is None:  # an empty text was typed
        raise MissingAnswersError(["FIGURE"])
    day = run.past_day(on)
    with run.work("goal score") as work:
        queries.score(work, goal_number, score_now, day.isoformat())
    message = _("Goal {n} is now at {score}.").format(n=goal_number, score=score_now)
    say_done(message, f"goal show {goal_number}")


@close_command(ACHIEVE)
def achieve() -> None:
    """Mark a goal as reached.

    coachlog goal achieve 1
    """


@close_command(DROP)
def drop() -> None:
    """Mark a goal as no longer pursued.

    coachlog goal drop 1
    """


@remove_command(GOAL, GOALS)
def remove() -> None:
    """Remove a goal and its scores; its actions stay.

    coachlog goal remove 1 --yes
    """
