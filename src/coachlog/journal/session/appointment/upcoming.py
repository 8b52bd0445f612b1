"""Conversations to come that were agreed upon, planned or not."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.clock import instant, zone

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

LISTED = 7
"""So many of each are told, at most."""


class UpcomingTalk(NamedTuple):
    """A conversation to come; *number* None where the last one only agreed on it."""

    number: int | None
    handle: str
    name: str
    at: str
    time_zone: str
    topic: str | None


def agreed(reader: "Reader", now: datetime, zone_name: str) -> list[UpcomingTalk]:
    """What the latest conversations agreed on and nobody planned yet, the soonest first."""
    local = now.astimezone(zone(zone_name)).replace(hour=0, minute=0, second=0, microsecond=0)
    return agreed_since(reader, instant(local))


def agreed_since(reader: "Reader", since: str) -> list[UpcomingTalk]:
    """The same from the instant *since* on."""
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
