"""Reads actions, and closes one."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.coachee.lookup import IN_ARCHIVE, OF_COACH
from coachlog.journal.common.reads import View, not_found
from coachlog.schema.vocabulary import ACTION_STATUSES

if TYPE_CHECKING:
    from datetime import date

    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


class ActionLine(NamedTuple):
    """A row of the view `actions`, in its order."""

    number: int
    coachee: str
    session: int | None
    goal: int | None
    what: str
    due_on: str | None
    confidence: int | None
    status: str
    outcome: str | None
    obstacle: str | None
    plan: str | None
    helper: str | None
    agreed_on: str
    closed_on: str | None
    done_by: str | None
    talent: int | None

    def overdue(self, on: "date") -> bool:
        """Return whether it is open and was due before the day *on*."""
        return self.status == "open" and self.due_on is not None and self.due_on < on.isoformat()


class ActionFilter(NamedTuple):
    """Which actions to list: those that match every field that is not None.

    *due_before* leaves out those without a due day.
    """

    coachee: str | None = None
    status: str | None = None
    goal: int | None = None
    due_before: str | None = None


def _order(filters: ActionFilter) -> str:
    """Return the SQL order of a list: open ones first by due day, then the others, newest first.

    With any status, the words are exactly those of the index `action_in_order`, so that SQLite
    finds the first ten without sorting all. With one status, simpler words fit its index.
    """
    if filters.status is None:
        return (
            "case status when 'open' then 0 else 1 end,"
            " case status when 'open' then coalesce(due_on, '9999') end, number desc"
        )
    return "due_on nulls last, number desc" if filters.status == "open" else "number desc"


ACTIONS = View(
    "actions",
    ActionLine,
    not_found("action", N_("There is no action {number}.")),
    ActionFilter(),
    {"status": tuple(ACTION_STATUSES), "due_before": "due_on < :due_before"},
    _order,
    f"{OF_COACH} or status = 'open' and {IN_ARCHIVE}",
    table="action",
)
"""Open ones of people in the archive, and the coach's own, are listed only where the filter
names person or goal.
"""
line = ACTIONS.one


def open_ones(reader: "Reader", coachee: str) -> list[ActionLine]:
    """Return the open actions of a person by due day; those without one come last."""
    return ACTIONS.matching(reader, "due_on nulls last, number", coachee=coachee, status="open")


def of_session(reader: "Reader", number: int) -> list[ActionLine]:
    """Return the actions agreed in a conversation, in the order in which they were agreed."""
    return ACTIONS.matching(reader, "number", session=number)


def of_goal(reader: "Reader", number: int) -> list[ActionLine]:
    """Return the actions of a goal, in the order in which they were agreed."""
    return ACTIONS.matching(reader, "agreed_on, number", goal=number)


def close(work: "Work", number: int, status: str, outcome: str | None, day: str) -> None:
    """Set the *status* of an action, its *outcome* if given, and the *day* on which it was closed.

    Without a new outcome, the current one is cleared where it no longer applies: the final one of
    an action that is opened again, or an interim one of an action that is closed.
    """
    row = ACTIONS.record(work, number)
    stays_open = status == "open"
    if stays_open:
        is_outdated = row["status"] != "open"
    else:
        is_outdated = has_interim_outcome(work, number)
    valid_outcome = None if is_outdated else row["outcome"]
    values = {
        "status": status,
        "outcome": outcome or valid_outcome,
        "closed_on": None if stays_open else day,
    }
    work.update("action", row["id"], values)


def has_interim_outcome(work: "Work", number: int) -> bool:
    """Return whether the outcome of an open action was noted by a review that left it open."""
    sql = (
        "select 1 from action a join review r on r.action_id = a.id"
        " where a.number = :number and a.status = 'open'"
        " and r.status = 'open' and r.outcome = a.outcome limit 1"
    )
    return bool(work.value(sql, number=number))
