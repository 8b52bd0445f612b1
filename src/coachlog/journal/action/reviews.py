"""Reads the reviews of actions; reads and saves how confident a person was over time."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.ids import new_id
from coachlog.journal.action.queries import ACTIONS
from coachlog.journal.common.reads import View

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


class ReviewLine(NamedTuple):
    """A row of the view `reviews`, in its order; *obstacle_came* is 0, 1 or None."""

    session: int
    action: int
    status: str
    outcome: str | None
    obstacle_came: int | None
    plan_helped: str | None
    coachee: str


class ConfidenceLine(NamedTuple):
    """A row of the view `confidences`, in its order; *figure* is 1 to 10."""

    action: int
    said_on: str
    figure: int
    session: int | None
    coachee: str
    created_at: str


REVIEWS = View("reviews", ReviewLine)
CONFIDENCES = View("confidences", ConfidenceLine)


def reviews_in(reader: "Reader", session: int) -> list[ReviewLine]:
    """Return the reviews that a conversation made of earlier actions, by action."""
    return REVIEWS.matching(reader, "action", session=session)


def reviewed_in(reader: "Reader", session: int) -> dict[int, tuple[str, str | None]]:
    """Return the text and the doer, by number, of the actions that a conversation reviewed."""
    sql = (
        "select number, what, done_by from actions"
        " where number in (select action from reviews where session = :session)"
    )
    actions = reader.rows(_ReviewedAction, sql, session=session)
    return {action.number: (action.what, action.done_by) for action in actions}


class _ReviewedAction(NamedTuple):
    number: int
    what: str
    done_by: str | None


def reviews_of(reader: "Reader", action: int) -> list[ReviewLine]:
    """Return the reviews of an action, in the order of the conversations."""
    return REVIEWS.matching(reader, "session", action=action)


def confidences_of(reader: "Reader", action: int) -> list[ConfidenceLine]:
    """Return the confidence figures of an action, oldest first."""
    return CONFIDENCES.matching(reader, "said_on, created_at", action=action)


def confidences_in(reader: "Reader", session: int) -> list[ConfidenceLine]:
    """Return the confidence figures that were noted in a conversation."""
    return CONFIDENCES.matching(reader, "said_on, created_at", session=session)


def note_confidence(work: "Work", number: int, figure: int, day: str) -> int:
    """Save the confidence in an action on a *day*, and return the latest figure by day.

    That is the one the action itself keeps. Raises NotFoundError.
    """
    action_id = ACTIONS.id_of(work, number)
    _save_first_confidence(work, action_id)
    values = {"action_id": action_id, "said_on": day, "figure": figure, "created_at": work.now}
    work.insert("confidence", values)
    latest = int(
        work.value(
            "select figure from confidence where action_id = :id"
            " order by said_on desc, created_at desc limit 1",
            id=action_id,
        )
    )
    work.update("action", action_id, {"confidence": latest})
    return latest


def _save_first_confidence(work: "Work", action_id: str) -> None:
    """Copy the figure of an action to `confidence` if that has none: older journals lack it."""
    work.execute(
        "insert into confidence(id, action_id, session_id, said_on, figure, created_at)"
        " select :id, a.id, a.session_id, a.agreed_on, a.confidence, a.created_at from action a"
        " where a.id = :action and a.confidence is not null"
        " and not exists (select 1 from confidence f where f.action_id = a.id)",
        id=new_id(),
        action=action_id,
    )
