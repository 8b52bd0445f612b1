"""Moves the days of other records along when a conversation moves to another day."""

from datetime import date
from typing import NamedTuple

from coachlog.store.work import Work

_SET_HERE = "session_id = :session"
_CLOSED_HERE = "closed_in_id = :session"
_REVIEWED_HERE = (
    "exists (select 1 from review r where r.action_id = action.id and r.session_id = :session)"
)
_BEGUN_HERE = (
    "(id, created_at) = (select trajectory_id, created_at from session where id = :session)"
)

DATED = (
    ("trajectory", "starts_on", _BEGUN_HERE),
    ("goal", "set_on", _SET_HERE),
    ("goal", "closed_on", _CLOSED_HERE),
    ("goal_score", "scored_on", _SET_HERE),
    ("goal_level", "rated_on", _SET_HERE),
    ("action", "agreed_on", _SET_HERE),
    ("action", "closed_on", _REVIEWED_HERE),
    ("confidence", "said_on", _SET_HERE),
    ("topic", "parked_on", _SET_HERE),
    ("topic", "closed_on", "taken_up_id = :session"),
)
"""The days that a conversation gives other records: table, column, and the SQL condition for it."""


class MovedRecords(NamedTuple):
    """How many records of a table got the new day."""

    table: str
    n: int


def move_along(work: Work, session_id: str, before: date, after: date) -> list[MovedRecords]:
    """Give the records that a conversation dated the day *after* instead of the day *before*.

    A day that was changed by hand since is kept. Return how many records moved, by table; one
    with two days in `DATED` counts once.
    """
    if before == after:
        return []
    moved_ids: dict[str, set[str]] = {}
    days = {"before": before.isoformat(), "after": after.isoformat()}
    for table, column, condition in DATED:
        sql = f"update {table} set {column} = :after where {column} = :before and {condition}"  # noqa: S608 - names of our own
        ids = work.rows(str, sql + " returning id", session=session_id, **days)
        moved_ids.setdefault(table, set()).update(ids)
    _save_latest_confidence(work, moved_ids["confidence"])
    return [MovedRecords(table, len(ids)) for table, ids in moved_ids.items() if ids]


def _save_latest_confidence(work: Work, confidence_ids: set[str]) -> None:
    """Save the latest figure again in each action of which a confidence has moved.

    An action has the figure that was given last, and on its new day that may be another one.
    """
    latest_figure = (
        "(select f.figure from confidence f where f.action_id = action.id"
        " order by f.said_on desc, f.created_at desc limit 1)"
    )
    for confidence_id in sorted(confidence_ids):
        work.execute(
            f"update action set confidence = {latest_figure}"  # noqa: S608 - names of our own
            " where id = (select action_id from confidence where id = :id)"
            f" and confidence is not {latest_figure}",
            id=confidence_id,
        )
