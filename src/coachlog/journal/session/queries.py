"""Reads conversations, in lists and one by one."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.coachee.lookup import OF_COACH
from coachlog.journal.common.reads import View, not_found
from coachlog.schema.vocabulary import STATUSES

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class SessionLine(NamedTuple):
    """A row of the view `sessions`, in its order."""

    number: int
    coachee: str
    status: str
    starts_at: str
    time_zone: str
    held_on: str
    minutes: int | None
    form: str | None
    method: str | None
    topic: str | None
    summary: str | None
    options: int
    options_by_coachee: int
    actions: int
    actions_done: int
    next_at: str | None
    better: str | None
    reality_now: str | None
    reality_score: int | None
    reality_why_not_lower: str | None
    reality_tried: str | None
    reality_exceptions: str | None
    reality_people: str | None
    reality_obstacles: str | None
    trajectory: int
    method_version: int | None
    reason: str | None
    people: int | None
    paid: str | None
    activity: str | None


class SessionFilter(NamedTuple):
    """Which conversations to list: those that match every field that is not None.

    *ahead_of* is a local day: planned conversations on that day or later.
    """

    coachee: str | None = None
    status: str | None = None
    ahead_of: str | None = None


def _order(filters: SessionFilter) -> str:
    """Return the SQL order: newest first, but planned ones soonest first."""
    return "starts_at, number" if filters.ahead_of else "starts_at desc, number desc"


SESSIONS = View(
    "sessions",
    SessionLine,
    not_found("session", N_("There is no conversation {number}.")),
    SessionFilter(),
    {
        "coachee": "coachee = :coachee",
        "status": [*STATUSES],
        "ahead_of": "status = 'planned' and held_on >= :ahead_of",
    },
    _order,
    hidden=OF_COACH,
    table="session",
)
"""Those of the coach's own trajectory are listed only if the filter names the coach."""
line = SESSIONS.one


def last_held(reader: "Reader", handle: str) -> int | None:
    """Return the number of the latest conversation held with a person, or None."""
    sql = (
        "select number from sessions where coachee = :handle and status = 'held'"
        " order by starts_at desc, number desc limit 1"
    )
    number: int | None = reader.value(sql, handle=handle)
    return number
