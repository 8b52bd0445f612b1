"""Tells what a file is by how it begins, and by its ending where the beginning does not tell.

Light: no library of a format is loaded to recognise it.
"""

import re

from coachlog.intake.source import SourceFile

_CALENDAR = re.compile(
    rb"^BEGIN[ \t]*:[ \t]*(?:VCALENDAR|VEVENT|VTODO)[ \t\r]*$", re.MULTILINE | re.I
)


def is_journal(source: SourceFile) -> bool:
    """Whether it is a journal that coachlog exported."""
    return source.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b'{"coachlog"')


def is_spreadsheet(source: SourceFile) -> bool:
    """Whether it is xlsx, xls or ods, whatever it is called.

    A container that tells nothing in its first members is by its name: Word has such ones too.
    """
    head, name = source.head, source.name.casefold()
    if head.startswith(_OLD_CONTAINER):
        return not name.endswith((".doc", ".msg", ".ppt"))
    if not head.startswith(_ZIP):
        return False
    is_known = any(sign in head for sign in _SPREADSHEET_SIGNS)
    return is_known or name.endswith((".xlsx", ".xlsm", ".xlsb", ".ods"))


def is_csv(source: SourceFile) -> bool:
    """Whether it is a table as text: by its ending, or as its first lines have as many cells."""
    if source.name.casefold().endswith((".csv", ".tsv", ".tab")):
        return not source.head.startswith((_ZIP, _OLD_CONTAINER))
    if b"\0" in source.head or source.head.lstrip().startswith((b"{", b"[", b"BEGIN:", b"---")):
        return False
    lines = [line for line in source.head.splitlines()[:-1] if line.strip()][:10]
    counts = ({line.count(sign) for line in lines} for sign in (b";", b",", b"\t"))
    return len(lines) > 1 and any(len(each) == 1 and each != {0} for each in counts)


_ZIP = b"PK\x03\x04"
_OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SPREADSHEET_SIGNS = (b"xl/", b"application/vnd.oasis.opendocument.spreadsheet")


def is_calendar(source: SourceFile) -> bool:
    """Whether it is a calendar: iCalendar, or the older vCalendar, also in UTF-16."""
    head = source.head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").replace(b"\0", b"")
    if _CALENDAR.search(head.replace(b"\r", b"\n")):
        return True
    return source.path.suffix.casefold() in (".ics", ".vcs", ".ical") and b"BEGIN:" in head.upper()
