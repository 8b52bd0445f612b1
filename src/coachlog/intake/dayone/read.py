"""Reads the diaries of Day One: its JSON export, and the entries of Day One Classic."""

import os
import plistlib
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from xml.parsers.expat import ExpatError

from coachlog.base import clock
from coachlog.base.containers import ZIP, bounded_zip, member
from coachlog.base.decoding import decoded
from coachlog.base.errors import CoachlogError, RefusedError
from coachlog.base.own_files import file_bytes
from coachlog.base.texts import N_, _, count_text
from coachlog.intake.jrnl.entry import DiaryEntry, incoming, tags_in, titled, wrong_moment
from coachlog.intake.jrnl.exports import parsed_json
from coachlog.intake.record import Item, Problem
from coachlog.intake.request import ImportRequest
from coachlog.intake.source import SourceFile

_WHICH = N_("Is it an export of Day One?")
ENDING = ".doentry"
MOST_BYTES = 16 * 1024 * 1024
_MEDIA = ("photos", "audios", "videos", "pdfAttachments")
_PICTURE = re.compile(r"!\[[^\]\n]*\]\(dayone-moment:[^)\n]*\)\n?")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HEADING = re.compile(r"#{1,6}\s+")


def read(source: SourceFile, request: ImportRequest) -> Iterator[Item]:
    """Yield a conversation for each entry, and what could not be read. Raises RefusedError."""
    yield from incoming(_entries(source, request), request)


def classic_files(folder: Path) -> Iterator[Path]:
    """Yield the entries of Day One Classic in a folder; links are passed over."""
    for place, folders, files in os.walk(folder):
        folders.sort()
        paths = (Path(place) / name for name in sorted(files) if name.endswith(ENDING))
        yield from (path for path in paths if not path.is_symlink())


def _entries(source: SourceFile, request: ImportRequest) -> Iterator[DiaryEntry | Problem]:
    if source.is_folder:
        for path in classic_files(source.path):
            try:
                yield _classic(file_bytes(path, MOST_BYTES), path.name)
            except RefusedError as error:
                yield Problem(path.name, error.cause_text())
            except OSError as error:
                yield Problem(path.name, error.strerror or str(error))
    elif source.head.startswith(ZIP):
        yield from _of_container(source, request)
    elif source.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from _of_json(source.text(request.encoding))
    else:
        yield _classic(source.data[: MOST_BYTES + 1], source.name)


def _of_container(source: SourceFile, request: ImportRequest) -> Iterator[DiaryEntry | Problem]:
    """Yield the entries of each diary in an export that is still packed."""
    with bounded_zip(source.data, source.name) as container:
        names = [name for name in sorted(container.namelist()) if name.endswith(".json")]
        if not names:
            raise RefusedError(N_("There is no diary in {name}."), _WHICH, name=source.name)
        for name in names:
            yield from _of_json(
                decoded(member(container, name, source.name) or b"", request.encoding)
            )


def _classic(data: bytes, name: str) -> DiaryEntry | Problem:
    """Return an entry of Day One Classic. Raises RefusedError for what is none.

    plistlib refuses entities, so that a short file cannot become a long one.
    """
    if len(data) > MOST_BYTES:
        raise RefusedError(N_("{name} is far longer than an entry of a diary."), "", name=name)
    try:
        values = plistlib.loads(data, fmt=plistlib.FMT_XML)
    except (
        *(plistlib.InvalidFileException, ExpatError, ValueError, LookupError),
        *(TypeError, AttributeError, OverflowError, AssertionError),
    ) as error:
        raise RefusedError(
            N_("{name} is no entry of Day One that can be read."),
            N_("Export it again."),
            name=name,
        ) from error
    if not isinstance(values, dict):
        values = {}
    made_at = values.get("Creation Date")
    if not isinstance(made_at, datetime):
        return wrong_moment(name, str(made_at or ""))
    fields = {key: values.get(key) for key in ("UUID", "Time Zone", "Tags", "Entry Text")}
    return _entry(name, made_at.replace(tzinfo=UTC), *fields.values())


def _of_json(text: str) -> Iterator[DiaryEntry | Problem]:
    """Yield the entries of a diary in JSON. Raises RefusedError."""
    values = parsed_json(text)
    entries = values.get("entries") if isinstance(values, dict) else None
    if not isinstance(entries, list):
        raise RefusedError(N_("It has no list of entries."), _WHICH)
    for number, each in enumerate(entries, 1):
        place = _("entry {n}").format(n=number)
        if not isinstance(each, dict):
            yield Problem(place, _("It is no entry."), each)
            continue
        made_at = _instant(each.get("creationDate"))
        if made_at is None:
            yield wrong_moment(place, str(each.get("creationDate") or ""), each)
            continue
        keys = ("uuid", "timeZone", "tags", "text")
        yield from _media(place, each)
        yield _entry(place, made_at, *(each.get(key) for key in keys))


def _entry(
    place: str, made_at: datetime, key: object, zone: object, tags: object, text: object
) -> DiaryEntry:
    """Return an entry with its title, tags and local time."""
    plain = _ESCAPED.sub(r"\1", _PICTURE.sub("", str(text or "")))
    title, body = titled(plain)
    names = tuple(str(tag) for tag in tags) if isinstance(tags, list) else ()
    moment, zone_name = _local(made_at, str(zone or ""))
    return DiaryEntry(
        place,
        moment,
        _HEADING.sub("", title, count=1),
        body,
        tuple(dict.fromkeys((*names, *tags_in(plain)))),
        zone_name,
        str(key or ""),
    )


def _local(made_at: datetime, zone_name: str) -> tuple[str, str]:
    """Return an instant on the clock of its zone, and the zone; in UTC where that is not known."""
    try:
        zone = clock.zone(zone_name)
    except CoachlogError:
        return made_at.isoformat(timespec="minutes"), ""
    try:
        return made_at.astimezone(zone).isoformat(timespec="minutes"), zone_name
    except OverflowError:
        return made_at.isoformat(timespec="minutes"), ""


def _instant(text: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _media(place: str, entry: Mapping[str, object]) -> Iterator[Problem]:
    """Yield how many pictures and recordings of an entry are not taken."""
    lists = (entry.get(name) for name in _MEDIA)
    count = sum(len(each) for each in lists if isinstance(each, list))
    if count:
        yield Problem(
            place,
            count_text(
                "{n} picture or recording stays there.",
                "{n} pictures or recordings stay there.",
                count,
            ),
        )
