"""Reading actions, and the change of one of their fields."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import NotFoundError
from coachlog.base.texts import N_
from coachlog.journal.action.fields import STATUSES
from coachlog.journal.coachee.queries import ID_IN_ARCHIVE, IN_ARCHIVE
from coachlog.journal.common.conditions import has_status

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


EVERY = ActionFilter()


class ActionNotFoundError(NotFoundError):
    """No action of that number."""

    cause = N_("There is no action {number}.")
    remedy = N_("See them all: coachlog action list --limit 0")


_COLUMNS = "select " + ", ".join(ActionLine._fields) + " from actions"  # noqa: S608 - names of our own
_CONDITIONS = {
    "coachee": "coachee = :coachee",
    "goal": "goal = :goal",
    "due_before": "due_on < :due_before",
}
_IN_SIGHT = f"not (status = 'open' and {IN_ARCHIVE})"
_COUNTED = _CONDITIONS | {
    "coachee": "coachee_id = (select id from coachee where handle = :coachee)",
    "goal": "goal_id = (select id from goal where number = :goal)",
}
_COUNTED_IN_SIGHT = f"not (status = 'open' and {ID_IN_ARCHIVE})"
"""The same of the table: to count, nobody's name and no conversation has to be looked up."""

# Word for word the index `action_in_order`, so that the first ten are found without sorting all.
_ORDER = (
    " order by case status when 'open' then 0 else 1 end,"
    " case status when 'open' then coalesce(due_on, '9999') end, number desc"
)
_ORDER_OF_OPEN = " order by due_on nulls last, number desc"
_ORDER_OF_CLOSED = " order by number desc"
"""The same where all are open, or none is: the indexes of open actions and of each status serve."""


def actions(
    reader: "Reader", wanted: ActionFilter = EVERY, limit: int | None = None
) -> Iterator[ActionLine]:
    """Actions, the open ones first by due day, then the others, newest first.

    Open ones of somebody in the archive only where the person or the goal is named.
    """
    return reader.rows(
        ActionLine,
        _COLUMNS + _where(wanted) + _order(wanted) + " limit :most",
        most=-1 if limit is None else limit,
        **wanted._asdict(),
    )


def count(reader: "Reader", wanted: ActionFilter, most: int) -> int:
    """How many actions there are; *most* where there are more."""
    source = "action" + _where(wanted, _COUNTED, _COUNTED_IN_SIGHT) + _order(wanted)
    return reader.count(source, most, **wanted._asdict())


def _where(
    wanted: ActionFilter, conditions: dict[str, str] = _CONDITIONS, in_sight: str = _IN_SIGHT
) -> str:
    given = [
        condition for name, condition in conditions.items() if getattr(wanted, name) is not None
    ]
    if wanted.status:
        given.append(has_status(wanted.status, STATUSES))
    if wanted.coachee is None and wanted.goal is None:
        given.append(in_sight)
    return " where " + " and ".join(given)


def _order(wanted: ActionFilter) -> str:
    if wanted.status is None:
        return _ORDER
    return _ORDER_OF_OPEN if wanted.status == "open" else _ORDER_OF_CLOSED


def open_ones(reader: "Reader", coachee: str) -> list[ActionLine]:
    """The open actions of a person: what is due first comes first, undated ones last."""
    sql = (
        _COLUMNS
        + " where coachee = :coachee and status = 'open' order by due_on nulls last, number"
    )
    return list(reader.rows(ActionLine, sql, coachee=coachee))


def of_session(reader: "Reader", number: int) -> list[ActionLine]:
    """The actions agreed in a conversation, in the order in which they were agreed."""
    return list(
        reader.rows(
            ActionLine, _COLUMNS + " where session = :number order by number", number=number
        )
    )


def of_goal(reader: "Reader", number: int) -> list[ActionLine]:
    """The actions of a goal, in the order in which they were agreed."""
    sql = _COLUMNS + " where goal = :number order by agreed_on, number"
    return list(reader.rows(ActionLine, sql, number=number))


def line(reader: "Reader", number: int) -> ActionLine:
    """One action; raises ActionNotFoundError."""
    found = reader.one(ActionLine, _COLUMNS + " where number = :number", number=number)
    if found is None:
        raise ActionNotFoundError(number=number)
    return found


_TOLD_WHILE_OPEN = (
    "exists (select 1 from review r"
    " where r.action_id = action.id and r.status = 'open' and r.outcome = action.outcome)"
)
_STILL = (
    "case when status <> 'open' and :status = 'open' then null"  # what closed it counts no longer
    f" when status = 'open' and :status <> 'open' and {_TOLD_WHILE_OPEN} then null"
    " else outcome end"
)


def close(work: "Work", number: int, status: str, outcome: str | None, day: str) -> None:
    """Give an action its *status*, and what it brought when that is given; *day* is when.

    What a conversation told of it while it stayed open is not what it brought once it is closed.
    """
    changed = work.execute(
        f"update action set status = :status, outcome = coalesce(:outcome, {_STILL}),"  # noqa: S608 - words of our own
        " closed_on = case when :status = 'open' then null else :day end where number = :number",
        status=status,
        outcome=outcome,
        day=day,
        number=number,
    )
    if changed.rowcount == 0:
        raise ActionNotFoundError(number=number)


def told_while_open(work: "Work", number: int) -> bool:
    """Whether what an open action brought was told by a conversation that left it open."""
    sql = f"select {_TOLD_WHILE_OPEN} from action where number = :number and status = 'open'"  # noqa: S608 - words of our own
    return bool(work.value(sql, number=number))
