"""What a conversation did with goals that were there: which it scored, and which it closed."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

_SESSION = "select id from session where number = :session"


def statements_told_in(reader: "Reader", session: int) -> dict[int, str]:
    """The statements, by number, of the goals that were scored or closed in a conversation."""
    sql = (
        "select number, statement from goal where id in ("  # noqa: S608 - names of our own
        f"select goal_id from goal_score where session_id = ({_SESSION})"
        f" union select id from goal where closed_in_id = ({_SESSION}))"
    )
    return dict(reader.rows(_Statement, sql, session=session))


def closed_in(reader: "Reader", session: int) -> dict[int, str]:
    """The goals that a conversation closed: their status by number, in order."""
    sql = f"select number, status from goal where closed_in_id = ({_SESSION}) order by number"  # noqa: S608 - names of our own
    return dict(reader.rows(_Statement, sql, session=session))


class _Statement(NamedTuple):
    number: int
    statement: str
