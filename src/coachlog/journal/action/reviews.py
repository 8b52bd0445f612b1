"""What was said about an action: what came of it, and how sure somebody was over time."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.ids import new_id
from coachlog.journal.action.queries import ACTIONS
from coachlog.journal.common.reads import View

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


class ReviewLine(NamedTuple):
    """A row of the view `reviews`, in its order; *obstacle_came* is 0, 1 or not known."""

    session: int
    action: int
    status: str
    outcome: str | None
    obstacle_came: int | None
    plan_helped: str | None
    coachee: str


class ConfidenceLine(NamedTuple):
    """A row of the view `confidences`, in its order: a figure from 1 to 10."""

    action: int
    said_on: str
    figure: int
    session: int | None
    coachee: str
    created_at: str


REVIEWS = View("reviews", ReviewLine)
CONFIDENCES = View("confidences", ConfidenceLine)


def reviews_in(reader: "Reader", session: int) -> list[ReviewLine]:
    """What a conversation told about earlier actions, in the order of the actions."""
    return REVIEWS.all(reader, "where session = :session order by action", session=session)


def reviewed_in(reader: "Reader", session: int) -> dict[int, tuple[str, str | None]]:
    """What was agreed and who does it, by number, of the actions a conversation looked back at."""
    sql = (
        "select number, what, done_by from actions"
        " where number in (select action from reviews where session = :session)"
    )
    agreed = reader.rows(_Agreed, sql, session=session)
    return {each.number: (each.what, each.done_by) for each in agreed}


class _Agreed(NamedTuple):
    number: int
    what: str
    done_by: str | None


def reviews_of(reader: "Reader", action: int) -> list[ReviewLine]:
    """What conversations told about an action, in the order of the conversations."""
    return REVIEWS.all(reader, "where action = :action order by session", action=action)


def confidences_of(reader: "Reader", action: int) -> list[ConfidenceLine]:
    """How sure somebody was of an action, oldest first."""
    behind = "where action = :action order by said_on, created_at"
    return CONFIDENCES.all(reader, behind, action=action)


def confidences_in(reader: "Reader", session: int) -> list[ConfidenceLine]:
    """How sure somebody was of the actions of a conversation, while it was held."""
    behind = "where session = :session order by said_on, created_at"
    return CONFIDENCES.all(reader, behind, session=session)


def note_confidence(work: "Work", number: int, figure: int, day: str) -> int:
    """Note how sure somebody was of an action on a *day*; the latest one is the figure now.

    Raises NotFoundError. The result is the figure now.
    """
    action_id = ACTIONS.id_of(work, number)
    _keep_the_first(work, action_id)
    said = {"action_id": action_id, "said_on": day, "figure": figure, "created_at": work.now}
    work.insert("confidence", said)
    latest = int(
        work.value(
            "select figure from confidence where action_id = :id"
            " order by said_on desc, created_at desc limit 1",
            id=action_id,
        )
    )
    work.update("action", action_id, {"confidence": latest})
    return latest


def _keep_the_first(work: "Work", action_id: str) -> None:
    """What was said when it was agreed, of an action that is older than this history."""
    work.execute(
        "insert into confidence(id, action_id, session_id, said_on, figure, created_at)"
        " select :id, a.id, a.session_id, a.agreed_on, a.confidence, a.created_at from action a"
        " where a.id = :action and a.confidence is not null"
        " and not exists (select 1 from confidence f where f.action_id = a.id)",
        id=new_id(),
        action=action_id,
    )
