"""Reading actions, and the change of one of their fields."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from coachlog.errors import NotFoundError
from coachlog.texts import N_

if TYPE_CHECKING:
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


class ActionNotFoundError(NotFoundError):
    """No action of that number."""

    cause = N_("There is no action {number}.")
    remedy = N_("See them all: coachlog action list --limit 0")


_COLUMNS = "select " + ", ".join(ActionLine._fields) + " from actions"  # noqa: S608 - names of our own


def actions(
    reader: "Reader",
    coachee: str | None = None,
    status: str | None = None,
    limit: int | None = None,
) -> Iterator[ActionLine]:
    """Actions, the open ones first by due day, then the others, newest first."""
    return reader.rows(
        ActionLine,
        _COLUMNS + " where (:coachee is null or coachee = :coachee)"
        " and (:status is null or status = :status)"
        " order by case status when 'open' then 0 else 1 end,"
        " case status when 'open' then coalesce(due_on, '9999') end, number desc limit :most",
        coachee=coachee,
        status=status,
        most=-1 if limit is None else limit,
    )


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


def line(reader: "Reader", number: int) -> ActionLine:
    """One action; raises ActionNotFoundError."""
    found = reader.one(ActionLine, _COLUMNS + " where number = :number", number=number)
    if found is None:
        raise ActionNotFoundError(number=number)
    return found


def count(reader: "Reader", coachee: str | None = None, status: str | None = None) -> int:
    """How many actions there are."""
    sql = (
        "select count(*) from action where (:status is null or status = :status) and (:coachee is"
        " null or coachee_id = (select id from coachee where handle = :coachee))"
    )
    return int(reader.value(sql, coachee=coachee, status=status))


def close(work: "Work", number: int, status: str, outcome: str | None, day: str) -> None:
    """Give an action its *status*, and what it brought when that is given; *day* is when."""
    changed = work.execute(
        "update action set status = :status, outcome = coalesce(:outcome, outcome),"
        " closed_on = case when :status = 'open' then null else :day end where number = :number",
        status=status,
        outcome=outcome,
        day=day,
        number=number,
    )
    if changed.rowcount == 0:
        raise ActionNotFoundError(number=number)
