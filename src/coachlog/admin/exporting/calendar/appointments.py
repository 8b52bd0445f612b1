"""Reads what stands in the journal for a calendar: appointments, and actions with a day."""
# ruff: noqa: S608 - the SQL is put together from names of our own, never from values

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from coachlog.base.clock import instant, local_day, moment_of
from coachlog.export.calendar import CANCELLED, COMPLETED, CONFIRMED, OPEN
from coachlog.journal.session.appointment.queries import of_person
from coachlog.store.connection import Reader

SHOWN_AS_CANCELLED = timedelta(days=90)
"""How long a calendar is told that something was called off, finished or removed."""

AGREED = ".next"
"""What the key of an appointment has behind the id of the conversation that agreed on it."""


class CalendarItem(NamedTuple):
    """An entry for a calendar; it *starts_at* a moment or is *due_on* a day, both as stored.

    *key* is the id of its record. *changed* is the stamp of the last step that may have changed
    it. *words* are what it is about; nobody may have them unless they are asked for. One that
    *has_lost_day* is there still, but without the day that it had.
    """

    key: str
    person: str
    name: str
    status: str
    changed: str
    words: str | None
    starts_at: str | None = None
    time_zone: str = ""
    minutes: int | None = None
    due_on: str | None = None
    has_lost_day: bool = False


class _NextAppointment(NamedTuple):
    id: str
    number: int
    person: str
    handle: str
    name: str
    next_at: str
    time_zone: str
    made: str | None


# Each step has a later stamp than all before it. What is forgotten was done before the first step
# that is known and not undone: those that a later step undoes are kept longer.
_FORGOTTEN = (
    "select min(stamp) from operation where id not in"
    " (select undoes from operation where undoes is not null)"
)
_LAST_CHANGE = (
    "(select max(o.stamp) from change g join operation o on o.id = g.operation"
    " where g.noun = '{noun}' and g.record_id = r.id)"
)
# What was new and over in one step cannot have been in a calendar.
_CLOSED = (
    "exists (select 1 from change g join operation o on o.id = g.operation"
    " where g.noun = '{noun}' and g.record_id = r.id and g.verb = 'update' and o.stamp >= :limit"
    " and json_extract(g.old, '$.status') = '{open}' and not exists (select 1 from change i"
    " where i.noun = g.noun and i.record_id = r.id and i.operation = g.operation"
    " and i.verb = 'insert'))"
)
_PLANNED = (
    "select r.id, r.coachee_id, c.name, r.status, coalesce({changed}, :forgotten),"
    " iif(r.discreet, null, r.topic), r.starts_at, r.time_zone, r.minutes, null"
    " from session r join coachee c on c.id = r.coachee_id"
    " where r.status = 'planned' or (r.status = 'cancelled' and {closed})"
    " order by r.starts_at, r.number"
).format(
    changed=_LAST_CHANGE.format(noun="session"),
    closed=_CLOSED.format(noun="session", open="planned"),
)
_ACTIONS = (
    "select r.id, r.coachee_id, c.name, r.status, coalesce({changed}, :forgotten),"
    " r.what, null, '', null, r.due_on"
    " from action r join coachee c on c.id = r.coachee_id"
    " where r.due_on is not null and (r.status = 'open' or {closed})"
    " order by r.due_on, r.number"
).format(
    changed=_LAST_CHANGE.format(noun="action"), closed=_CLOSED.format(noun="action", open="open")
)
_CHANGED_OF_PERSON = (
    "select coalesce(s.coachee_id, json_extract(g.old, '$.coachee_id')) as person, max(o.stamp)"
    " from change g join operation o on o.id = g.operation left join session s on s.id ="
    " g.record_id where g.noun = 'session' group by person having person is not null"
)
_AGREED = (
    "select s.id, s.number, c.id, c.handle, c.name, s.next_at, s.time_zone,"
    " (select o.stamp from change g join operation o on o.id = g.operation"
    " where g.noun = 'session' and g.record_id = s.id and g.verb = 'insert')"
    " from session s join coachee c on c.id = s.coachee_id"
    " where s.status = 'held' and s.next_at >= :limit order by s.next_at, s.number"
)
_HAD = (
    "exists (select 1 from session x where x.coachee_id = :person and x.held_on = :day"
    " and x.status in ('held', 'missed'))"
)
_STATUS = {
    "planned": CONFIRMED,
    "cancelled": CANCELLED,
    "open": OPEN,
    "done": COMPLETED,
    "partly": COMPLETED,
    "dropped": CANCELLED,
}


def calendar_items(reader: Reader, now: datetime) -> Iterator[CalendarItem]:
    """Yield what is planned, agreed on and to be done; for 90 days also what no longer is."""
    bounds = {"limit": instant(now - SHOWN_AS_CANCELLED), "forgotten": _forgotten(reader, now)}
    for sql in (_PLANNED, _ACTIONS):
        for found in reader.rows(CalendarItem, sql, **bounds):
            yield found._replace(status=_STATUS[found.status])
    yield from _agreed_items(reader, **bounds)


def _forgotten(reader: Reader, now: datetime) -> str:
    """Return a stamp that is no earlier than any step of which nothing is known any more."""
    return str(reader.value(_FORGOTTEN) or instant(now))


def _agreed_items(reader: Reader, limit: str, forgotten: str) -> Iterator[CalendarItem]:
    """Yield the next appointments that conversations agreed on, but not those of long ago.

    One that another conversation replaced was called off, unless they talked on that day. Its
    last change is the last one of any conversation with that person: each may replace it.
    """
    changes = dict(reader.plain(_CHANGED_OF_PERSON))
    standing: dict[str, set[int | None]] = {}
    for each in list(reader.rows(_NextAppointment, _AGREED, limit=limit)):
        changed = changes.get(each.person, forgotten)
        if each.handle not in standing:
            appointments = of_person(reader, each.handle)
            standing[each.handle] = {appointment.agreed_in for appointment in appointments}
        is_standing = each.number in standing[each.handle]
        is_known = limit <= changed != each.made
        if not is_standing and (not is_known or _have_talked(reader, each)):
            continue
        yield CalendarItem(
            key=each.id + AGREED,
            person=each.person,
            name=each.name,
            status=CONFIRMED if is_standing else CANCELLED,
            changed=changed,
            words=None,
            starts_at=each.next_at,
            time_zone=each.time_zone,
        )


def _have_talked(reader: Reader, agreed: _NextAppointment) -> bool:
    day = local_day(moment_of(agreed.next_at), agreed.time_zone).isoformat()
    return bool(reader.value(f"select {_HAD}", person=agreed.person, day=day))
