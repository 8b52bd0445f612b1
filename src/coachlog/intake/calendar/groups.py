"""Puts together what belongs together in a calendar: all that is said of one event."""

import re
from collections.abc import Mapping, Sequence

from coachlog.base.texts import _
from coachlog.intake.calendar.components import (
    ENTRY,
    EVENT,
    TO_DO,
    ZONE,
    CalendarFile,
    CalendarPart,
    logical_lines,
    parts,
)
from coachlog.intake.calendar.events import NotTaken
from coachlog.intake.calendar.zones import defined_zone

_UID = re.compile(rb"^UID(?:;[^:\r\n]*)?:[ \t]*(.*(?:\r?\n[ \t].*)*)", re.MULTILINE | re.I)
_ANSWERS = ("REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER")
Groups = Sequence[Sequence[CalendarPart]]


def grouped(file: CalendarFile) -> tuple[Groups, Mapping[str, Sequence[str]]]:
    """Return the parts of a file, those of one event together, and the rules of its zones."""
    groups: dict[object, list[CalendarPart]] = {}
    rules: dict[str, Sequence[str]] = {}
    for number, part in enumerate(parts(file)):
        if part.kind == ZONE:
            lines = logical_lines(file, part)
            rules.setdefault(defined_zone(lines), lines)
            continue
        uid = _uid(file, part) if part.whole and part.kind in (EVENT, TO_DO) else b""
        groups.setdefault((part.kind, uid) if uid else number, []).append(part)
    return list(groups.values()), rules


def _uid(file: CalendarFile, part: CalendarPart) -> bytes:
    match = _UID.search(file.data, part.start, part.end)
    if match is None:  # or it is broken before its colon
        match = _UID.search("\n".join(logical_lines(file, part)).encode())
    return re.sub(rb"\r?\n[ \t]", b"", match[1]).strip() if match else b""


def check_part(part: CalendarPart) -> None:
    """Raise NotTaken for what is no event or task, or not the whole of it."""
    if not part.whole:
        raise NotTaken(_("Its end is missing."))
    if part.kind == ENTRY:
        raise NotTaken(_("It is a note of a calendar, no appointment."))
    if part.method in _ANSWERS:
        raise NotTaken(_("It is an answer to an invitation, no appointment."))
