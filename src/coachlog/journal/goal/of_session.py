"""Reads which goals a conversation scored or closed."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

_SESSION = "select id from session where number = :session"


def statements_discussed_in(reader: "Reader", session: int) -> dict[int, str]:
    """Return the statements, by number, of the goals scored or closed in a conversation."""
    sql = (
        "select number, statement from goal where id in ("  # noqa: S608 - names of our own
        f"select goal_id from goal_score where session_id = ({_SESSION})"
        f" union select id from goal where closed_in_id = ({_SESSION}))"
    )
    return dict(reader.rows(_NumberedText, sql, session=session))


def closed_in(reader: "Reader", session: int) -> dict[int, str]:
    """Return the status, by number, of the goals that a conversation closed."""
    sql = f"select number, status from goal where closed_in_id = ({_SESSION}) order by number"  # noqa: S608 - names of our own
    return dict(reader.rows(_NumberedText, sql, session=session))


class _NumberedText(NamedTuple):
    number: int
    text: str
