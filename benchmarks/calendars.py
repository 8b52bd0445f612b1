"""Reading a calendar of 20 000 events, against icalendar alone, which reads it event by event.

`python benchmarks/calendars.py` measures both in turn, and ends with 1 where coachlog takes more
than the limits allow.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from icalendar import Event

from coachlog.intake.calendar.read import read
from coachlog.intake.request import Wishes
from coachlog.intake.source import SourceFile
from measure import Measured, Measurer, Order

EVENTS = 20_000
MOST_TIMES, MOST_MEBIBYTES = 1.5, 64
TURNS = 3
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
_ZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Brussels
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
_EVENT = """\
BEGIN:VEVENT
UID:{n:08d}-1f33-11d7@example.org
DTSTAMP:2026{day}T080000Z
CREATED:2026{day}T080000Z
LAST-MODIFIED:2026{day}T080000Z
SEQUENCE:1
DTSTART;TZID=Europe/Brussels:2027{day}T{hour:02d}0000
DTEND;TZID=Europe/Brussels:2027{day}T{hour:02d}4500
SUMMARY:Gesprek {n}
DESCRIPTION:Wat we vorige keer afspraken\\, en wat er van gekomen is.\\n
  Daarna kijken we vooruit.
LOCATION:Vergaderzaal 3
STATUS:CONFIRMED
TRANSP:OPAQUE
ORGANIZER;CN=Els Peeters:mailto:els@example.org
ATTENDEE;CN=Somebody {who};PARTSTAT=ACCEPTED:mailto:p{who}@example.org
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-PT15M
DESCRIPTION:Reminder
END:VALARM
END:VEVENT
"""


def write_calendar(path: Path, events: int) -> None:
    """Write a calendar as a program of a coach would export it."""
    with path.open("w", newline="\r\n", encoding="utf-8") as file:
        file.write(f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Made up//NL\n{_ZONE}")
        for n in range(events):
            day = f"{1 + n % 12:02d}{1 + n % 28:02d}"
            file.write(_EVENT.format(n=n, day=day, hour=8 + n % 9, who=n % 300))
        file.write("END:VCALENDAR\n")


def with_coachlog(path: str) -> int:
    """Return how many conversations coachlog finds there."""
    wishes = Wishes(NOW, "Europe/Brussels", "nl", until="2027-12-31")
    return sum(1 for _each in read(SourceFile(path), wishes))


def with_icalendar(path: str) -> int:
    """Return how many events the library finds, given one by one."""
    return sum(1 for lines in _events(path) if Event.from_ical(lines).decoded("DTSTART"))


def _events(path: str) -> Iterator[bytes]:
    event: list[bytes] = []
    with Path(path).open("rb") as file:
        for line in file:
            if line.startswith(b"BEGIN:VEVENT"):
                event = []
            event.append(line)
            if line.startswith(b"END:VEVENT"):
                yield b"".join(event)


def main() -> int:
    """Measure both, say what came of it, and return 1 where a limit is not kept."""
    with tempfile.TemporaryDirectory() as folder, Measurer() as measurer:
        path = Path(folder) / "calendar.ics"
        write_calendar(path, EVENTS)
        taken: dict[str, list[Measured]] = {"coachlog": [], "icalendar": []}
        for _turn in range(TURNS):
            for name, measured in taken.items():
                command = [sys.executable, __file__, name, str(path)]
                measured.append(measurer.run(Order(command, dict(os.environ), folder)))
    ours, plain = (min(each.seconds for each in measured) for measured in taken.values())
    memory = max(each.mebibytes for each in taken["coachlog"])
    sys.stdout.write(
        f"{EVENTS} events: {ours:.1f} s, {ours / plain:.2f} times icalendar ({plain:.1f} s);"
        f" {memory:.0f} MiB\n"
    )
    return int(ours > MOST_TIMES * plain or memory > MOST_MEBIBYTES)


if __name__ == "__main__":
    if sys.argv[1:]:
        found = {"coachlog": with_coachlog, "icalendar": with_icalendar}[sys.argv[1]](sys.argv[2])
        sys.exit(0 if found == EVENTS else 3)
    sys.exit(main())
