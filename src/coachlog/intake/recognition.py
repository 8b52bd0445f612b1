"""Tells what a file is by how it begins, and by its ending where the beginning does not tell.

Light: no library of a format is loaded to recognise it.
"""

import codecs
import re

from coachlog.intake.jrnl.text import day_files, is_entry
from coachlog.intake.markdown.folder import ENDINGS, has_notes
from coachlog.intake.source import HEAD_BYTES, SourceFile

_CALENDAR = re.compile(
    rb"^BEGIN[ \t]*:[ \t]*(?:VCALENDAR|VEVENT|VTODO)[ \t\r]*$", re.MULTILINE | re.I
)
_DAY_ONE = re.compile(rb'\{\s*"metadata"\s*:')
_JRNL_JSON = re.compile(rb'\{\s*"(?:tags"\s*:\s*\{|entries"\s*:\s*\[\s*(?:\]|\{\s*"title"))')
_JRNL_YAML = re.compile(rb"(?:---\r?\n)?title: [^\n]*\ndate: [^\n]*\nstarr?ed: (?:True|False)\r?\n")
_FRAMES = re.compile(rb"\[\s*\[\s*[0-9]+\s*,\s*[0-9]+\s*,\s*\"")
_WATSON_LOG = re.compile(rb'\[\s*\{\s*"id":\s*"[0-9a-f]{32}",\s*"project":')


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
    head = source.head
    if source.name.casefold().endswith((".csv", ".tsv", ".tab")):
        return not head.startswith((_ZIP, _OLD_CONTAINER))
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head[2:].replace(b"\0", b"")
    if b"\0" in head or head.lstrip().startswith((b"{", b"[", b"BEGIN:", b"---")):
        return False
    whole_lines = head.rpartition(b"\n")[0] if len(source.head) == HEAD_BYTES else head
    bare_lines = re.sub(rb'"[^"]*"', b"", whole_lines).splitlines()
    lines = [line for line in bare_lines if line.strip()][:10]
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


def is_vcard(source: SourceFile) -> bool:
    """Whether it begins with an address card."""
    return _beginning(source).upper().startswith(b"BEGIN:VCARD")


def is_dayone(source: SourceFile) -> bool:
    """Whether it is a JSON export of Day One, an entry of Day One Classic or a folder of those."""
    if source.is_folder:
        return next(source.path.rglob("*.doentry"), None) is not None
    if source.head.startswith(_ZIP):
        return source.name.casefold().endswith(".zip")
    head = _beginning(source)
    is_json = head.startswith(b"{") and (b'"creationDate"' in head or _DAY_ONE.match(head))
    return bool(is_json) or (b"<plist" in head and b"<key>Creation Date</key>" in head)


def is_jrnl(source: SourceFile) -> bool:
    """Whether it is a journal of jrnl, or an export of it as JSON or as what it calls YAML."""
    if source.is_folder:
        return next(day_files(source.path), None) is not None
    head = _beginning(source)
    is_export = _JRNL_JSON.match(head) or _JRNL_YAML.match(head)
    first = head.partition(b"\n")[0].decode("utf-8", "replace").rstrip()
    return bool(is_export) or is_entry(first)


def is_watson(source: SourceFile) -> bool:
    """Whether it is the file of frames, or a log of Watson as JSON or CSV."""
    head = _beginning(source)
    return bool(_FRAMES.match(head) or _WATSON_LOG.match(head)) or head.startswith(
        b"id,start,stop,project,tags"
    )


def is_markdown(source: SourceFile) -> bool:
    """Whether it is a note, or a folder that has one."""
    return has_notes(source.path) if source.is_folder else source.name.lower().endswith(ENDINGS)


def _beginning(source: SourceFile) -> bytes:
    """Return how a text begins, without a byte order mark; of UTF-16 what is ASCII in it."""
    head = source.head
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\0", b"")
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()
