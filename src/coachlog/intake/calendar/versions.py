"""The versions and the occurrences of an event, and what tells one from another."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from coachlog.base.texts import _
from coachlog.intake.calendar.events import CANCELLED, CalendarEvent, Moment
from coachlog.intake.calendar.properties import Properties
from coachlog.intake.calendar.rejected import RawParts
from coachlog.intake.record import Problem

CANCEL = "CANCEL"
"""The method of a calendar that calls off what is in it."""


class EventPart(NamedTuple):
    """An event or a task as it was read, and where it stands."""

    event: CalendarEvent
    properties: Properties
    place: str
    raw: RawParts
    method: str


def newest_of(found: Sequence[EventPart]) -> dict[Moment | None, EventPart]:
    """Return the newest version of an event, and of each occurrence that was changed by itself."""
    newest: dict[Moment | None, EventPart] = {}
    for each in found:
        before = newest.get(each.event.recurrence)
        if before is None or each.event.age >= before.event.age:
            newest[each.event.recurrence] = each
    return newest


def timed_only(
    master: EventPart, changed: Sequence[EventPart]
) -> tuple[EventPart, list[EventPart], list[EventPart]]:
    """Return a series without the occurrences that have no time of their own, and those apart.

    They were called off, or became whole days.
    """
    timed = [each for each in changed if isinstance(each.event.starts_at, datetime)]
    others = [each for each in changed if not isinstance(each.event.starts_at, datetime)]
    gone = tuple(each.event.recurrence for each in others if each.event.recurrence)
    event = master.event._replace(removed=master.event.removed + gone)
    return master._replace(event=event), timed, others


def raw_of(master: EventPart, *changed: EventPart) -> RawParts:
    """Return a series as the file has it, with the occurrences that were changed."""
    lines = tuple(each.raw.lines[0] for each in (master, *changed))
    return master.raw._replace(lines=lines)


def is_cancelled(part: EventPart) -> bool:
    return part.method == CANCEL or part.event.status == CANCELLED


def whole_day(part: EventPart) -> Problem:
    return Problem(part.place, _("It takes a whole day, so it is no conversation."), part.raw)


def key_of(event: CalendarEvent, recurrence: Moment | None) -> str:
    """Return what identifies an occurrence in each later file, or an event that occurs once.

    It is the day of an occurrence, where there is one a day: so a series may move to another hour.
    """
    uid = event.uid or digest([event.starts_at, event.topic, event.who])
    if recurrence is None:
        return uid
    if isinstance(recurrence, datetime):
        return f"{uid}|{recurrence.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    return f"{uid}|{recurrence:%Y%m%d}"


def digest(values: object) -> str:
    """Return a key for what has none: the same as long as nothing changes in it."""
    return hashlib.sha256(repr(values).encode()).hexdigest()
