"""Reads the hours that Watson keeps: its file `frames`, and what `watson log --json` prints.

Watson 2.1 prints days of summer an hour early, with the offset of winter: with that offset it is
the right instant all the same, so that JSON can be read. Its CSV has no offset, so that it cannot.
"""

import math
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from coachlog.base import clock
from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_, _
from coachlog.intake.jrnl.exports import parsed_json
from coachlog.intake.record import IncomingRecord, Item, PersonReference, Problem
from coachlog.intake.request import ImportRequest
from coachlog.intake.source import SourceFile

CSV_HEADING = b"id,start,stop,project,tags"
_FRAME_LENGTH = 4


class Frame(NamedTuple):
    """A stretch of time on a project."""

    id: str
    start: datetime
    stop: datetime
    project: str
    tags: tuple[str, ...]


def read(source: SourceFile, request: ImportRequest) -> Iterator[Item]:
    """Yield a conversation for each stretch of time. Raises RefusedError for CSV."""
    if source.head.lower().startswith(CSV_HEADING):
        raise RefusedError(
            N_("The CSV of Watson does not say in which zone its times are, and some are wrong."),
            N_("Import the file “frames” of Watson, or what this prints: watson log --all --json"),
        )
    values = parsed_json(source.text(request.encoding))
    if not isinstance(values, list):
        raise RefusedError(N_("It has no list of frames."), N_("Is it a file of Watson?"))
    for number, each in enumerate(values, 1):
        place = _("entry {n}").format(n=number)
        frame = _of_list(each) if isinstance(each, list) else _of_object(each)
        if frame is None:
            yield Problem(place, _("Its times cannot be read."), each)
        else:
            yield _incoming(place, frame, request)


def _incoming(place: str, frame: Frame, request: ImportRequest) -> IncomingRecord:
    seconds = (frame.stop - frame.start).total_seconds()
    local = clock.in_zone(frame.start, request.zone)
    values: dict[str, object] = {
        "date": local.isoformat(timespec="minutes"),
        "minutes": max(1, math.floor(seconds / 60 + 0.5)),
    }
    if topic := ", ".join(frame.tags):
        values["topic"] = topic
    named = dict(request.columns).get(frame.project, frame.project)
    who = (PersonReference(named, (), named),) if named else ()
    return IncomingRecord("session", frame.id, f"{place}, {frame.project}", values, who)


def _of_list(values: list[object]) -> Frame | None:
    """Return a frame as the file has it: start, stop, project, id and tags."""
    if len(values) < _FRAME_LENGTH:
        return None
    start, stop, project, key, *more = values
    tags = more[0] if more and isinstance(more[0], list) else []
    return _frame(_epoch(start), _epoch(stop), project, key, tags)


def _of_object(values: object) -> Frame | None:
    """Return a frame as `watson log --json` prints it."""
    if not isinstance(values, dict):
        return None
    start, stop = _iso(values.get("start")), _iso(values.get("stop"))
    tags = values.get("tags")
    return _frame(
        start, stop, values.get("project"), values.get("id"), tags if isinstance(tags, list) else []
    )


def _frame(
    start: datetime | None, stop: datetime | None, project: object, key: object, tags: list[object]
) -> Frame | None:
    if start is None or stop is None or stop < start or not key:
        return None
    return Frame(str(key), start, stop, str(project or ""), tuple(map(str, tags)))


def _epoch(value: object) -> datetime | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        return datetime.fromtimestamp(value, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _iso(value: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return moment if moment.tzinfo else None
