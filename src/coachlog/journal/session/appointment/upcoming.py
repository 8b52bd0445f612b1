"""Reads future conversations that were agreed on but not planned."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.clock import instant, zone

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

LISTED = 7
"""The most conversations that are listed."""


class UpcomingTalk(NamedTuple):
    """A future conversation; *number* is None if it was only agreed on in the last one."""

    number: int | None
    handle: str
    name: str
    at: str
    time_zone: str
    topic: str | None


def agreed(reader: "Reader", now: datetime, zone_name: str) -> list[UpcomingTalk]:
    """Return conversations agreed on from today on that are not planned, soonest first."""
    local_now = now.astimezone(zone(zone_name))
    midnight = local_now.replace(hour=0, minute=0, second=0, microsecond=0)
    return agreed_since(reader, instant(midnight))


def agreed_since(reader: "Reader", since: str) -> list[UpcomingTalk]:
    """Return conversations agreed on from the instant *since* on, soonest first."""
    return list(reader.rows(UpcomingTalk, _AGREED, since=since, most=LISTED))


# The latest conversation alone counts, and only while nothing else is noted for that day.
_AGREED = (
    "select null, c.handle, c.name, s.next_at, s.time_zone, null"
    " from session s join coachee c on c.id = s.coachee_id"
    " where s.next_at >= :since and s.status = 'held' and c.archived_at is null"
    " and not exists (select 1 from session x where x.coachee_id = s.coachee_id"
    " and x.starts_at > s.starts_at and (x.status = 'held'"
    " or substr(x.starts_at, 1, 10) = substr(s.next_at, 1, 10)))"
    " order by s.next_at limit :most"
)
