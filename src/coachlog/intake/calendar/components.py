"""Finds the events, tasks and zones of a calendar file, one by one, whatever stands between."""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from coachlog.base.decoding import decoded

EVENT, TO_DO, ZONE, ENTRY = "VEVENT", "VTODO", "VTIMEZONE", "VJOURNAL"
_TOP = (EVENT, TO_DO, ZONE, ENTRY)
_CALENDAR = "VCALENDAR"
_MARK = re.compile(rb"^(BEGIN|END)[ \t]*:[ \t]*([A-Za-z0-9-]+)[ \t]*\r?$", re.MULTILINE | re.I)
_FOLD = re.compile(rb"(?:\r?\n)+[ \t]")
_HEADER = re.compile(r"(VERSION|METHOD)(?:;[^:]*)?:[ \t]*(.*)", re.I)
_CHUNK = 1 << 16


class CalendarFile(NamedTuple):
    """The bytes of a calendar file and how they are to be read."""

    data: bytes
    encoding: str


class CalendarPart(NamedTuple):
    """An event, a task or a zone: where it stands in the file, and what its calendar says.

    *line* is the number of its first line; it is not *whole* where its end is missing.
    """

    kind: str
    start: int
    end: int
    line: int
    whole: bool
    version: str
    method: str


def calendar_file(data: bytes, encoding: str | None) -> CalendarFile:
    """Return how *data* is to be read, by the closed rule. Raises RefusedError.

    A long line may be broken within a character, and a file may end within one: both stay UTF-8.
    """
    if encoding or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return CalendarFile(_with_line_ends(decoded(data, encoding).encode()), "utf-8")
    data = _with_line_ends(data.removeprefix(codecs.BOM_UTF8))
    if b"\0" not in data and (_is_utf_8(data) or _is_utf_8(_FOLD.sub(b"", data))):
        return CalendarFile(data, "utf-8")
    decoded(data)  # raises for what is neither
    return CalendarFile(data, "cp1252")


def parts(file: CalendarFile) -> Iterator[CalendarPart]:
    """Yield the events, tasks and zones of *file* in their order."""
    version = method = ""
    header = -1
    line = position = 0
    begun: CalendarPart | None = None
    inner: list[str] = []
    for mark in _MARK.finditer(file.data):
        line += file.data.count(b"\n", position, mark.start())
        position = mark.start()
        if header >= 0:
            version, method = _header(file, header, position)
            header = -1
        begins, kind = mark[1].upper() == b"BEGIN", mark[2].decode().upper()
        is_end = not begins and begun is not None and kind == begun.kind
        if begun and (is_end or kind == _CALENDAR or (begins and kind in _TOP)):
            yield begun._replace(end=mark.end() if is_end else position, whole=is_end)
            begun = None
        if begun and begins:
            inner.append(kind)
        elif begins and kind in _TOP:
            begun, inner = CalendarPart(kind, position, 0, line + 1, False, version, method), []
        elif begins and kind == _CALENDAR:
            header, version, method = mark.end(), "", ""
    if begun:
        yield begun._replace(end=len(file.data))


def logical_lines(file: CalendarFile, part: CalendarPart) -> list[str]:
    """Return the lines of a part, each whole, with its BEGIN and its END."""
    unfolded = _FOLD.sub(b"", file.data[part.start : part.end])
    text = unfolded.decode(file.encoding, "replace")
    return [line.rstrip("\r") for line in text.split("\n")]


def line_number(file: CalendarFile, part: CalendarPart, index: int) -> int:
    """Return the number in the file of the logical line *index* of a part."""
    physical = file.data[part.start : part.end].split(b"\n")
    starts: list[int] = []
    goes_on = False  # whether the line after it is a part of this one
    for offset, each in reversed(list(enumerate(physical))):
        is_fold = each[:1] in (b" ", b"\t")
        if not is_fold and (each.strip(b"\r") or not goes_on):
            starts.append(offset)
            goes_on = False
        goes_on = goes_on or is_fold
    return part.line + starts[-1 - index]


def _header(file: CalendarFile, start: int, end: int) -> tuple[str, str]:
    """Return the version and the method of the calendar whose properties stand there."""
    text = _FOLD.sub(b"", file.data[start:end]).decode(file.encoding, "replace")
    found = {
        match[1].upper(): match[2].strip()
        for match in map(_HEADER.match, text.split("\n"))
        if match
    }
    return found.get("VERSION", ""), found.get("METHOD", "").upper()


def _with_line_ends(data: bytes) -> bytes:
    """Return *data* with line ends that are known: old ones of a Mac have no newline."""
    return data if b"\n" in data else data.replace(b"\r", b"\n")


def _is_utf_8(data: bytes) -> bool:
    """Whether *data* is UTF-8, but for a last character that may be cut off."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _CHUNK):
            decoder.decode(data[start : start + _CHUNK])
    except UnicodeDecodeError:
        return False
    return True
