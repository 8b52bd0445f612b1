"""The tasks of a calendar, which become actions."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from coachlog.base.texts import _
from coachlog.intake.calendar.events import CANCELLED, NotTaken, age_of, day_of, text_of
from coachlog.intake.calendar.properties import Properties
from coachlog.intake.calendar.rejected import RawParts
from coachlog.intake.calendar.versions import digest
from coachlog.intake.calendar.words import words_of
from coachlog.intake.calendar.zones import CalendarZones
from coachlog.intake.record import IncomingRecord
from coachlog.schema.action import ACTION

_WHOLE = "100"


class CalendarTask(NamedTuple):
    """A version of a task, or of one of its times; *age* tells the newer of two."""

    which: str
    age: tuple[int, str]
    item: IncomingRecord


def newest_tasks(versions: Iterable[CalendarTask]) -> list[IncomingRecord]:
    """Return the newest version of a task, and of each of its times that was changed by itself."""
    newest: dict[str, CalendarTask] = {}
    for each in versions:
        before = newest.get(each.which)
        if before is None or each.age >= before.age:
            newest[each.which] = each
    return [each.item for each in newest.values()]


def task_of(
    properties: Properties, zones: CalendarZones, today: date, place: str, raw: RawParts
) -> CalendarTask:
    """Return a task as an action. Raises NotTaken and UnclearZone."""
    values = _values(properties, zones, today)
    which = text_of(properties, "RECURRENCE-ID")
    key = "|".join(filter(None, (text_of(properties, "UID") or digest(values), which)))
    words = words_of(text_of(properties, "DESCRIPTION"))
    item = IncomingRecord("action", key, place, values, words=words, raw=raw)
    return CalendarTask(which, age_of(properties), item)


def due_on(properties: Properties, zones: CalendarZones) -> date | None:
    """Return the day by which it is to be done. Raises NotTaken and UnclearZone."""
    return day_of(properties, "DUE", zones)


def done_as(properties: Properties) -> str | None:
    """Return the status of an action that a task tells; None while it is open."""
    status = text_of(properties, "STATUS").upper()
    percent = text_of(properties, "PERCENT-COMPLETE")
    if status == CANCELLED:
        return "dropped"
    if status == "COMPLETED" or "COMPLETED" in properties or percent == _WHOLE:
        return "done" if percent in ("", _WHOLE) else "partly"
    return None


def _values(properties: Properties, zones: CalendarZones, today: date) -> dict[str, object]:
    """Return the values of an action. Raises NotTaken and UnclearZone."""
    what = text_of(properties, "SUMMARY")
    if not what:
        raise NotTaken(_("It does not say what is to be done."))
    values: dict[str, object] = {"what": what}
    created = day_of(properties, "CREATED", zones)
    if created and created <= today:
        values["agreed_on"] = created.isoformat()
    if due := due_on(properties, zones):
        values["due_on"] = due.isoformat()
    status = done_as(properties)
    values["status"] = status or ACTION.open_status
    if status:
        closed = day_of(properties, "COMPLETED", zones)
        if closed and closed <= today:
            values["closed_on"] = closed.isoformat()
    return values
