"""Actions on the command line: lists, done, dropped."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from coachlog.base.errors import MissingAnswersError, UsageError
from coachlog.base.texts import N_, _
from coachlog.dates.typed import typed_day
from coachlog.journal.action import queries
from coachlog.journal.action.queries import ACTIONS, ActionFilter
from coachlog.journal.action.reviews import note_confidence
from coachlog.journal.common.close import Closing, close_numbered
from coachlog.journal.common.columns import columns
from coachlog.journal.common.lists import handle_if_named, show_filtered
from coachlog.journal.common.numbered import Number, remove_command
from coachlog.journal.goal.queries import line as goal_line
from coachlog.schema.action import ACTION
from coachlog.schema.vocabulary import ACTION_STATUSES, DOERS
from coachlog.terminal.column import Column
from coachlog.terminal.command_options import option_info
from coachlog.terminal.context import context
from coachlog.terminal.output import (
    LIMIT,
    AsCsv,
    AsJson,
    Limit,
    OfPerson,
    On,
    OutputFormat,
    say_done,
)
from coachlog.values.text import text
from coachlog.values.typed import choice, record_number, scale

if TYPE_CHECKING:
    from coachlog.store.work import Work

COLUMNS = columns(
    ACTION,
    "coachee",
    "what",
    Column("due_on", N_("Due"), "due"),
    ("confidence", 3),
    ("status", 3),
    Column("done_by", N_("Who does it"), "choice", 2, DOERS, seldom=True),
)
DONE = Closing(
    "action done",
    ACTIONS,
    "done",
    N_("Action {n} is done."),
    N_("Action {n} was already done."),
    "action list",
)
PARTLY = Closing(
    "action done",
    ACTIONS,
    "partly",
    N_("Action {n} is partly done."),
    N_("Action {n} was already partly done."),
    "action list",
)
DROP = Closing(
    "action drop",
    ACTIONS,
    "dropped",
    N_("Action {n} is dropped."),
    N_("Action {n} was already dropped."),
    "action list",
)

Status = Annotated[
    str | None, option_info("--status", N_("open, done, partly or dropped."), "WORD")
]
Overdue = Annotated[bool, typer.Option("--overdue", help=N_("Only overdue actions."))]
DueBefore = Annotated[
    str | None, option_info("--due-before", N_("Only those due before this day."), "DAY")
]
OfGoal = Annotated[str | None, option_info("--goal", N_("Only for this goal."), "N")]
Outcome = Annotated[str | None, option_info("--outcome", N_("What came of it."))]


def list_(
    coachee: OfPerson = None,
    status: Status = None,
    overdue: Overdue = False,
    due_before: DueBefore = None,
    goal: OfGoal = None,
    limit: Limit = LIMIT,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List actions: open ones first, by due date.

    coachlog action list --overdue
    """
    run = context()
    with run.reader() as reader:
        filters = ActionFilter(
            coachee=handle_if_named(reader, coachee),
            status=_status(status, overdue),
            goal=goal_line(reader, record_number(goal)).number if goal else None,
            due_before=_due_before(due_before, overdue, run.today),
        )
        empty = _("No actions yet.") if filters == ActionFilter() else _("No actions match.")
        wish = OutputFormat(as_json, as_csv)
        show_filtered(run, reader, ACTIONS, filters, COLUMNS, empty, limit, wish)


def done(
    number: Number,
    outcome: Outcome = None,
    partly: Annotated[bool, typer.Option("--partly", help=N_("It is partly done."))] = False,
    on: On = None,
) -> None:
    """Mark an action as done.

    coachlog action done 1 --outcome "Koen agreed"
    """
    _close(PARTLY if partly else DONE, number, outcome, on)


def drop(number: Number, outcome: Outcome = None, on: On = None) -> None:
    """Mark an action as no longer needed.

    coachlog action drop 3 --outcome "The meeting was cancelled"
    """
    _close(DROP, number, outcome, on)


def confidence(
    number: Number,
    figure: Annotated[str, typer.Argument(metavar="FIGURE", help=N_("Confidence, 1 to 10."))],
    on: On = None,
) -> None:
    """Note how sure somebody now is about an action.

    coachlog action confidence 1 8
    """
    run = context()
    action_number = record_number(number)
    confidence_now = scale(figure, 1, 10)
    if confidence_now is None:  # an empty text was typed
        raise MissingAnswersError(["FIGURE"])
    day = run.past_day(on).isoformat()
    with run.work("action confidence") as work:
        note_confidence(work, action_number, confidence_now, day)
    say_done(
        _("Confidence in action {n}: {figure}/10.").format(n=action_number, figure=confidence_now),
        f"action show {action_number}",
    )


def _close(closing: Closing, number: str, outcome: str | None, on: str | None) -> None:
    """Close an action, with its *outcome* if one is given.

    An outcome that a conversation noted while the action stayed open is cleared: it was not final.
    """
    new_outcome = text(outcome)

    def extra_values(work: "Work", row: dict[str, Any]) -> dict[str, object]:
        is_interim = queries.has_interim_outcome(work, row["number"])
        final_outcome = None if is_interim else row["outcome"]
        return {"outcome": new_outcome or final_outcome}

    close_numbered(closing, number, on, extra_values)


def _status(typed: str | None, overdue: bool) -> str | None:
    """Return the status to list; raises UsageError for overdue actions that are not open."""
    status = choice(typed, ACTION_STATUSES)
    if not overdue:
        return status
    if status not in (None, "open"):
        raise UsageError(
            N_(
                "Only open actions can be overdue: --status {status} cannot be "
                "combined with --overdue."
            ),
            N_("Leave out --status, or use --due-before DAY."),
            status=status,
        )
    return "open"


def _due_before(typed: str | None, overdue: bool, today: date) -> str | None:
    """Return the day before which listed actions must be due, as ISO text; None for no limit.

    That is the day that was typed, *today* for overdue actions, or the earlier of both.
    """
    day = typed_day(typed, today)
    if overdue:
        day = min(day, today) if day else today
    return day.isoformat() if day else None


@remove_command(ACTION, ACTIONS)
def remove() -> None:
    """Remove an action.

    coachlog action remove 3 --yes
    """
