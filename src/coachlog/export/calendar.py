"""Writing iCalendar as in RFC 5545: appointments and to-dos for the calendar of a coach."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from coachlog.base.clock import in_zone
from coachlog.export.time_zones import time_zone_lines

PRODID = "-//coachlog//coachlog//EN"
MOST_OCTETS = 75
"""The length of a line, without its end; what is longer goes on in the next one."""

CANCELLED, CONFIRMED, OPEN, COMPLETED = "CANCELLED", "CONFIRMED", "NEEDS-ACTION", "COMPLETED"
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


USUAL_LENGTH = "X-COACHLOG-USUAL-LENGTH"
"""The property of an event whose length nobody told."""


class CalendarEntry(NamedTuple):
    """What stands in a calendar: an appointment that has *minutes*, or a to-do that is *due_on*.

    *starts_at* is aware; its length *is_usual* where nobody told it. *sequence* and *changed_at*
    tell which of two copies is the newer.
    """

    uid: str
    title: str
    status: str
    sequence: int
    changed_at: datetime
    starts_at: datetime | None = None
    time_zone: str = ""
    minutes: int = 0
    is_usual: bool = False
    due_on: date | None = None


def calendar_lines(entries: Iterable[CalendarEntry]) -> Iterator[bytes]:
    """Yield the lines of a calendar, folded and ended as the standard has it."""
    known = list(entries)
    yield from map(folded, _heading(known))
    for entry in known:
        yield from map(folded, _appointment(entry) if entry.starts_at else _to_do(entry))
    yield folded("END:VCALENDAR")


def folded(line: str) -> bytes:
    """Return *line* as octets, broken where it is too long, but never within a character."""
    octets = line.encode(errors="replace")
    pieces, start, room = [], 0, MOST_OCTETS
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # within a character
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, MOST_OCTETS - 1  # the space that begins the next line counts
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces) + b"\r\n"


def escaped_text(text: str) -> str:
    """Return *text* as the value of a property that holds text."""
    kept = "".join(char for char in text if char >= " " or char == "\n")
    return kept.translate(_ESCAPED)


def _heading(entries: Iterable[CalendarEntry]) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN")
    years: dict[str, list[int]] = {}
    for entry in entries:
        if entry.starts_at and not _is_utc(entry.time_zone):
            both_ends = (entry.starts_at, _end(entry.starts_at, entry.minutes))
            local_years = (in_zone(moment, entry.time_zone).year for moment in both_ends)
            years.setdefault(entry.time_zone, []).extend(local_years)
    for name in sorted(years):
        yield from time_zone_lines(name, min(years[name]), max(years[name]))


def _appointment(entry: CalendarEntry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield from _stamps(entry)
    if entry.starts_at:
        yield f"DTSTART{_local(entry.starts_at, entry.time_zone)}"
        yield f"DTEND{_local(_end(entry.starts_at, entry.minutes), entry.time_zone)}"
    if entry.is_usual:
        yield f"{USUAL_LENGTH}:TRUE"
    yield from (f"SUMMARY:{escaped_text(entry.title)}", f"STATUS:{entry.status}")
    yield from ("CLASS:PRIVATE", "END:VEVENT")


def _to_do(entry: CalendarEntry) -> Iterator[str]:
    yield "BEGIN:VTODO"
    yield from _stamps(entry)
    if entry.due_on:
        yield f"DUE;VALUE=DATE:{_day(entry.due_on)}"
    yield from (f"SUMMARY:{escaped_text(entry.title)}", f"STATUS:{entry.status}")
    if entry.status == COMPLETED:
        yield f"COMPLETED:{_utc(entry.changed_at)}"
    yield from ("CLASS:PRIVATE", "END:VTODO")


def _stamps(entry: CalendarEntry) -> Iterator[str]:
    changed = _utc(entry.changed_at)
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{changed}"
    yield f"LAST-MODIFIED:{changed}"
    yield f"SEQUENCE:{entry.sequence}"


def _end(starts_at: datetime, minutes: int) -> datetime:
    return starts_at.astimezone(UTC) + timedelta(minutes=minutes)


def _local(moment: datetime, zone_name: str) -> str:
    """Return what stands behind the name of a property: its zone, and the moment on its clock."""
    if _is_utc(zone_name):
        return f":{_utc(moment)}"
    local = in_zone(moment, zone_name)
    return f":{_utc(moment)}" if local.fold else f";TZID={zone_name}:{_day(local)}T{local:%H%M%S}"


def _is_utc(zone_name: str) -> bool:
    return zone_name in ("", "UTC", "Etc/UTC")


def _utc(moment: datetime) -> str:
    utc = moment.astimezone(UTC)
    return f"{_day(utc)}T{utc:%H%M%S}Z"


def _day(day: date) -> str:
    return f"{day.year:04}{day:%m%d}"
