"""What goes along when a conversation moves to another day: all that was dated by it."""

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
"""Every day that a conversation gives to something else: table, column, and how that is known."""


class Moved(NamedTuple):
    """How many records of a table got the new day."""

    table: str
    n: int


def move_along(work: Work, session_id: str, before: date, after: date) -> list[Moved]:
    """Give what a conversation dated, and what still has its day of *before*, the day *after*.

    What was given another day by hand keeps it. A record with two days counts once.
    """
    if before == after:
        return []
    moved: dict[str, set[str]] = {}
    for table, column, which in DATED:
        sql = f"update {table} set {column} = :after where {column} = :before and {which}"  # noqa: S608 - as above
        days = {"before": before.isoformat(), "after": after.isoformat()}
        found = work.rows(str, sql + " returning id", session=session_id, **days)
        moved.setdefault(table, set()).update(found)
    _keep_latest_figure(work, moved["confidence"])
    return [Moved(table, len(ids)) for table, ids in moved.items() if ids]


def _keep_latest_figure(work: Work, confidences: set[str]) -> None:
    """How sure somebody is now is what was said last, and that may be another figure by now."""
    latest = (
        "(select f.figure from confidence f where f.action_id = action.id"
        " order by f.said_on desc, f.created_at desc limit 1)"
    )
    for each in sorted(confidences):
        work.execute(
            f"update action set confidence = {latest}"  # noqa: S608 - names of our own
            " where id = (select action_id from confidence where id = :id)"
            f" and confidence is not {latest}",
            id=each,
        )
