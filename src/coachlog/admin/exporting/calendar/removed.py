"""Reads from the history what stood in a calendar and is gone: removed, or without its day."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from coachlog.admin.exporting.calendar.appointments import AGREED, SHOWN_AS_CANCELLED, CalendarItem
from coachlog.base.clock import instant
from coachlog.export.calendar import CANCELLED
from coachlog.store.connection import Reader


class _OldRecord(NamedTuple):
    """The values that a record had before a step, of those that the step changed or removed."""

    noun: str
    id: str
    old: str
    changed: str
    verb: str
    person: str | None
    time_zone: str | None
    name: str | None


_OLD_RECORDS = (
    "select g.noun, g.record_id, g.old, max(o.stamp), g.verb,"
    " coalesce(s.coachee_id, a.coachee_id, json_extract(g.old, '$.coachee_id')) as person,"
    " coalesce(s.time_zone, json_extract(g.old, '$.time_zone')),"
    " (select name from coachee where id ="
    " coalesce(s.coachee_id, a.coachee_id, json_extract(g.old, '$.coachee_id')))"
    " from operation o join change g on g.operation = o.id"
    " left join session s on g.noun = 'session' and s.id = g.record_id"
    " left join action a on g.noun = 'action' and a.id = g.record_id"
    " where o.stamp >= :limit and g.noun in ('session', 'action') and g.old is not null"
    " and (s.id is null and a.id is null and g.verb = 'delete'"
    " or s.id is not null and s.next_at is null and json_extract(g.old, '$.next_at') is not null"
    " or a.id is not null and a.due_on is null and json_extract(g.old, '$.due_on') is not null)"
    " group by g.noun, g.record_id order by g.record_id"
)


def removed_items(reader: Reader, now: datetime) -> Iterator[CalendarItem]:
    """Yield what a calendar had within 90 days and should have no longer, as cancelled."""
    for each in reader.rows(_OldRecord, _OLD_RECORDS, limit=instant(now - SHOWN_AS_CANCELLED)):
        old = json.loads(each.old)
        yield from _of_action(each, old) if each.noun == "action" else _of_session(each, old)


def _of_session(each: _OldRecord, old: Mapping[str, object]) -> Iterator[CalendarItem]:
    gone = _cancelled_item(each)
    if old.get("next_at"):
        yield gone._replace(key=each.id + AGREED, starts_at=str(old["next_at"]))
    if each.verb == "delete" and old.get("status") in ("planned", "cancelled"):
        minutes = old.get("minutes")
        yield gone._replace(
            starts_at=str(old["starts_at"]), minutes=minutes if isinstance(minutes, int) else None
        )


def _of_action(each: _OldRecord, old: Mapping[str, object]) -> Iterator[CalendarItem]:
    if old.get("due_on"):
        is_there = each.verb == "update"
        yield _cancelled_item(each)._replace(due_on=str(old["due_on"]), has_lost_day=is_there)


def _cancelled_item(each: _OldRecord) -> CalendarItem:
    return CalendarItem(
        key=each.id,
        person=each.person or "",
        name=each.name or "",
        status=CANCELLED,
        changed=each.changed,
        words=None,
        time_zone=each.time_zone or "",
    )
