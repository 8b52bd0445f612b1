"""Reading actions, and the change of one of their fields."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.coachee.queries import IN_ARCHIVE
from coachlog.journal.common.reads import View, unknown
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
        """Whether it was still open *on* a day later than it was due."""
        return self.status == "open" and self.due_on is not None and self.due_on < on.isoformat()


class ActionFilter(NamedTuple):
    """Which actions are wanted: all that is given holds. *due_before* leaves undated ones out."""

    coachee: str | None = None
    status: str | None = None
    goal: int | None = None
    due_before: str | None = None


def _order(wanted: ActionFilter) -> str:
    """Open ones first by due day, then the others, newest first.

    Where all are open, or none is, the indexes of open actions and of each status serve; else the
    index `action_in_order`, word for word, so that the first ten are found without sorting all.
    """
    if wanted.status is None:
        return (
            "case status when 'open' then 0 else 1 end,"
            " case status when 'open' then coalesce(due_on, '9999') end, number desc"
        )
    return "due_on nulls last, number desc" if wanted.status == "open" else "number desc"


ACTIONS = View(
    "actions",
    ActionLine,
    unknown("action", N_("There is no action {number}.")),
    ActionFilter(),
    {
        "coachee": "coachee = :coachee",
        "status": tuple(ACTION_STATUSES),
        "goal": "goal = :goal",
        "due_before": "due_on < :due_before",
    },
    _order,
    f"status = 'open' and {IN_ARCHIVE}",
    table="action",
)
"""Open ones of somebody in the archive are listed only where the person or the goal is named."""
line = ACTIONS.one


def open_ones(reader: "Reader", coachee: str) -> list[ActionLine]:
    """The open actions of a person: what is due first comes first, undated ones last."""
    behind = "where coachee = :coachee and status = 'open' order by due_on nulls last, number"
    return ACTIONS.all(reader, behind, coachee=coachee)


def of_session(reader: "Reader", number: int) -> list[ActionLine]:
    """The actions agreed in a conversation, in the order in which they were agreed."""
    return ACTIONS.all(reader, "where session = :number order by number", number=number)


def of_goal(reader: "Reader", number: int) -> list[ActionLine]:
    """The actions of a goal, in the order in which they were agreed."""
    return ACTIONS.all(reader, "where goal = :number order by agreed_on, number", number=number)


def close(work: "Work", number: int, status: str, outcome: str | None, day: str) -> None:
    """Give an action its *status*, and what it brought when that is given; *day* is when.

    What closed it counts no longer once it is open again. What a conversation told of it while it
    stayed open is not what it brought once it is closed.
    """
    before, is_open = ACTIONS.record(work, number), status == "open"
    over = before["status"] != "open" if is_open else told_while_open(work, number)
    brought = outcome or (None if over else before["outcome"])
    values = {"status": status, "outcome": brought, "closed_on": None if is_open else day}
    work.update("action", before["id"], values)


def told_while_open(work: "Work", number: int) -> bool:
    """Whether what an open action brought was told by a conversation that left it open."""
    sql = (
        "select 1 from action a join review r on r.action_id = a.id"
        " where a.number = :number and a.status = 'open'"
        " and r.status = 'open' and r.outcome = a.outcome limit 1"
    )
    return bool(work.value(sql, number=number))
