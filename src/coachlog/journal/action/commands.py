"""Actions on the command line: lists, done, dropped."""

from datetime import date
from typing import Annotated

import typer

from coachlog.base.errors import MissingAnswersError, UsageError
from coachlog.base.texts import N_, _
from coachlog.journal.action import queries
from coachlog.journal.action.fields import CONFIDENCE_HIGH, CONFIDENCE_LOW, STATUSES
from coachlog.journal.action.queries import EVERY, ActionFilter, ActionLine
from coachlog.journal.action.reviews import note_confidence
from coachlog.journal.coachee.queries import find
from coachlog.journal.goal.queries import line as goal_line
from coachlog.schema.vocabulary import ACTION_STATUSES, DOERS
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
    limit_of,
    say_more,
    show_list,
)
from coachlog.terminal.output import done as tell_done
from coachlog.values import parse

COLUMNS = (
    Column("number", N_("No."), "number"),
    Column("coachee", N_("Person"), "person"),
    Column("what", N_("What")),
    Column("due_on", N_("Due"), "due"),
    Column("confidence", N_("Confidence"), "number", 3),
    Column("status", N_("Status"), "choice", 3, ACTION_STATUSES),
    Column("done_by", N_("Who does it"), "choice", 2, DOERS, seldom=True),
)

Status = Annotated[
    str | None,
    typer.Option(
        "--status", metavar="WORD", help=N_("open, done, partly or dropped."), show_default=False
    ),
]
Overdue = Annotated[bool, typer.Option("--overdue", help=N_("Only overdue actions."))]
DueBefore = Annotated[
    str | None,
    typer.Option(
        "--due-before",
        metavar="DAY",
        help=N_("Only those due before this day."),
        show_default=False,
    ),
]
OfGoal = Annotated[
    str | None,
    typer.Option("--goal", metavar="N", help=N_("Only for this goal."), show_default=False),
]
Number = Annotated[str, typer.Argument(metavar="N", help=N_("The number of the action."))]
Outcome = Annotated[
    str | None,
    typer.Option("--outcome", metavar="TEXT", help=N_("What came of it."), show_default=False),
]


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
    most = limit_of(limit)
    with run.reader() as reader:
        wanted = ActionFilter(
            coachee=find(reader, coachee).handle if coachee else None,
            status=_status(status, overdue),
            goal=goal_line(reader, parse.number(goal) or 0).number if goal else None,
            due_before=_first(due_before, run.today if overdue else None, run.today),
        )
        found = queries.actions(reader, wanted, most)
        empty = _("No actions yet.") if wanted == EVERY else _("No actions match.")
        shown = show_list(
            run, OutputFormat(as_json, as_csv), ActionLine._fields, found, COLUMNS, empty
        )
        if shown == most:
            say_more(shown, lambda most: queries.count(reader, wanted, most))


def done(
    number: Number,
    outcome: Outcome = None,
    partly: Annotated[bool, typer.Option("--partly", help=N_("It is partly done."))] = False,
    on: On = None,
) -> None:
    """Mark an action as done.

    coachlog action done 1 --outcome "Koen agreed"
    """
    status = "partly" if partly else "done"
    action, changed = _close("action done", number, status, outcome, on)
    told = {
        ("done", True): _("Action {n} is done."),
        ("done", False): _("Action {n} was already done."),
        ("partly", True): _("Action {n} is partly done."),
        ("partly", False): _("Action {n} was already partly done."),
    }[status, changed]
    tell_done(told.format(n=action), "action list")


def drop(number: Number, outcome: Outcome = None, on: On = None) -> None:
    """Mark an action as no longer needed.

    coachlog action drop 3 --outcome "The meeting was cancelled"
    """
    action, changed = _close("action drop", number, "dropped", outcome, on)
    told = _("Action {n} is dropped.") if changed else _("Action {n} was already dropped.")
    tell_done(told.format(n=action), "action list")


def confidence(
    number: Number,
    figure: Annotated[str, typer.Argument(metavar="FIGURE", help=N_("Confidence, 1 to 10."))],
    on: On = None,
) -> None:
    """Note how sure somebody now is about an action.

    coachlog action confidence 1 8
    """
    run = context()
    action = parse.number(number) or 0
    sure = parse.scale(figure, CONFIDENCE_LOW, CONFIDENCE_HIGH)
    if sure is None:
        raise MissingAnswersError(["FIGURE"])
    day = run.past_day(on).isoformat()
    with run.work("action confidence") as work:
        note_confidence(work, action, sure, day)
    tell_done(
        _("Confidence in action {n}: {figure}/10.").format(n=action, figure=sure),
        f"action show {action}",
    )


def _close(
    command: str, number: str, status: str, outcome: str | None, on: str | None
) -> tuple[int, bool]:
    """The number of an action, and whether anything changed: done twice is done.

    What it brought may come later; the day stays unless another one is given.
    """
    run = context()
    action, brought = parse.number(number) or 0, parse.text(outcome)
    day = run.past_day(on).isoformat()
    with run.work(command) as work:
        before = queries.line(work, action)
        if before.status == status and not on:
            day = before.closed_on or day
        kept = None if queries.told_while_open(work, action) else before.outcome
        wanted = (status, brought or kept, day)
        changed = wanted != (before.status, before.outcome, before.closed_on)
        if changed:
            queries.close(work, action, *wanted)
    return action, changed


def _status(status: str | None, overdue: bool) -> str | None:
    chosen = parse.choice(status, STATUSES)
    if not overdue:
        return chosen
    if chosen not in (None, "open"):
        raise UsageError(
            N_(
                "Only open actions can be overdue: --status {status} cannot be "
                "combined with --overdue."
            ),
            N_("Leave out --status, or use --due-before DAY."),
            status=chosen,
        )
    return "open"


def _first(due_before: str | None, other: date | None, today: date) -> str | None:
    """The earlier one of the days before which actions are due."""
    if not due_before:
        return other.isoformat() if other else None
    from coachlog.dates.parse import parse_day  # a whole grammar, seldom wanted

    day = parse_day(due_before, today)
    return min(day, other or day).isoformat()


def remove(number: Number, yes: Yes = False) -> None:
    """Remove an action.

    coachlog action remove 3 --yes
    """
    from coachlog.journal.common.remove import remove as take_away

    run = context()
    with run.reader() as reader:
        found = queries.line(reader, parse.number(number) or 0)
    title = f"{_('Action')} {found.number} · {found.what}"
    take_away(run, "action", title, yes, number=found.number)
