"""The tasks of a calendar, which become actions."""

from datetime import date

from coachlog.base.texts import _
from coachlog.intake.calendar.events import CANCELLED, NotTaken, day_of, text_of
from coachlog.intake.calendar.properties import Properties
from coachlog.intake.calendar.words import words_of
from coachlog.intake.calendar.zones import CalendarZones
from coachlog.schema.action import ACTION

_WHOLE = "100"


def task_values(properties: Properties, zones: CalendarZones, today: date) -> dict[str, object]:
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


def task_words(properties: Properties) -> str:
    """Return the free words of a task."""
    return words_of(text_of(properties, "DESCRIPTION"))


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
