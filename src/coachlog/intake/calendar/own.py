"""What coachlog wrote to a calendar itself, when it comes back: moved, called off or done."""

import re
from datetime import UTC, datetime, timedelta

from coachlog.base.clock import instant
from coachlog.export.calendar import USUAL_LENGTH
from coachlog.intake.calendar.events import CANCELLED, CalendarEvent, changed_at
from coachlog.intake.calendar.properties import Properties
from coachlog.intake.calendar.tasks import done_as, due_on
from coachlog.intake.calendar.zones import CalendarZones
from coachlog.intake.record import IncomingRecord
from coachlog.journal.session.appointment.queries import USUAL_MINUTES

_OWN = re.compile(r"([0-9a-f-]{36})(\.next)?@coachlog", re.IGNORECASE)
_REST_OF_SECOND = timedelta(milliseconds=999)
"""A calendar tells seconds, the journal thousandths."""


def is_own(uid: str) -> bool:
    """Return whether coachlog gave that name to an event or a task."""
    return _OWN.fullmatch(uid.strip()) is not None


def own_event(
    event: CalendarEvent, properties: Properties, place: str, raw: object
) -> IncomingRecord | None:
    """Return the changes that an event which coachlog exported has; None for none.

    What it is called is left alone, as it hardly says anything on purpose.
    """
    match = _OWN.fullmatch(event.uid.strip())
    if match is None or not isinstance(event.starts_at, datetime):
        return None
    starts_at = instant(event.starts_at.astimezone(UTC))
    values: dict[str, object]
    if match[2]:
        if event.status == CANCELLED:  # another one took its place here
            return None
        values = {"next_at": starts_at}
    elif event.status == CANCELLED:
        values = {"status": "cancelled"}
    else:
        values = {"date": starts_at}
        is_usual = USUAL_LENGTH in properties and event.minutes == USUAL_MINUTES
        if event.minutes is not None and not is_usual:
            values["minutes"] = event.minutes
    return _incoming("session", match, values, properties, place, raw)


def own_task(
    uid: str, properties: Properties, zones: CalendarZones, place: str, raw: object
) -> IncomingRecord | None:
    """Return the changes that a task which coachlog exported has; None for none.

    Raises NotTaken.
    """
    match = _OWN.fullmatch(uid.strip())
    day = due_on(properties, zones)
    if match is None or day is None:
        return None
    values: dict[str, object] = {"due_on": day.isoformat()}
    if status := done_as(properties):
        values["status"] = status
    return _incoming("action", match, values, properties, place, raw)


def _incoming(
    noun: str,
    match: re.Match[str],
    values: dict[str, object],
    properties: Properties,
    place: str,
    raw: object,
) -> IncomingRecord:
    changed = changed_at(properties)
    return IncomingRecord(
        noun,
        key=match[0],
        place=place,
        values=values,
        raw=raw,
        own=match[1].casefold(),
        as_of=instant(changed + _REST_OF_SECOND) if changed else "",
        known_only=True,
    )
