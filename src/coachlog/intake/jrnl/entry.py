"""An entry of a diary, whatever program keeps it, and the conversation that it becomes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from coachlog.base.texts import _
from coachlog.intake.record import IncomingRecord, Item, PersonReference, Problem
from coachlog.intake.request import ImportRequest

_TAG = re.compile(r"(?:^|(?<=\s))@([-+*/\w]+)")
_SENTENCE_END = re.compile(r"[.!?…‼⁇⁈⁉。！？]['’\"”»]*[\])]*\s+")
_STAR = re.compile(r"(?:^\*\s+|\s+\*$)")
_MOMENT = re.compile(
    r"(?P<a>\d{1,4})[-/.](?P<b>\d{1,2})[-/.](?P<c>\d{1,4})"
    r"(?:(?:,\s*|\s+|T)(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::\d{2}(?:\.\d+)?)?"
    r"(?:\s*(?P<half>[AaPp])\.?[Mm]\.?)?)?"
)
_YEAR_DIGITS = 4


class DiaryEntry(NamedTuple):
    """An entry: its *moment* as ISO text, local where it has no offset, its *title* and *body*.

    *tags* are without their sign. *zone* is the zone that the entry names, *key* what its program
    knows it by; either may be empty.
    """

    place: str
    moment: str
    title: str
    body: str
    tags: tuple[str, ...] = ()
    zone: str = ""
    key: str = ""


def incoming(entries: Iterable[DiaryEntry | Problem], request: ImportRequest) -> Iterator[Item]:
    """Yield a conversation for each entry: title as topic, body as free words, a tag as person."""
    seen: Counter[str] = Counter()
    for entry in entries:
        if isinstance(entry, Problem):
            yield entry
            continue
        key = entry.key or f"{entry.moment} {entry.title}"
        seen[key] += 1
        key = key if seen[key] == 1 else f"{key} #{seen[key]}"
        values: dict[str, object] = {"date": entry.moment, "topic": entry.title or None}
        if entry.zone:
            values["time_zone"] = entry.zone
        if _is_ahead(entry.moment, request):
            values["status"] = "planned"
        who = tuple(PersonReference(tag, (), tag) for tag in entry.tags)
        yield IncomingRecord("session", key, entry.place, values, who, entry.body)


def tags_in(text: str) -> tuple[str, ...]:
    """Return the tags in *text* without their `@`, each once, in their order."""
    return tuple(dict.fromkeys(_TAG.findall(text)))


def titled(text: str) -> tuple[str, str]:
    """Return the title and the body of an entry: its first line, or else its first sentence.

    The star of a marked entry is no part of its title.
    """
    whole = text.strip()
    line, newline, body = whole.partition("\n")
    if not newline and (end := _SENTENCE_END.search(whole)):
        line, body = whole[: end.end()], whole[end.end() :]
    return _STAR.sub("", line.strip()).strip(), body.strip()


def moment_in(text: str, date_order: str | None = None) -> str | None:
    """Return the moment that a diary writes before an entry, as ISO text; None where it is none.

    The year may come first or last; days come before months, unless *date_order* is `mdy`.
    """
    found = _MOMENT.fullmatch(text.strip())
    if not found:
        return None
    first, second, third = found["a"], found["b"], found["c"]
    if len(first) == _YEAR_DIGITS:
        year, month, day = first, second, third
    elif len(third) == _YEAR_DIGITS:
        day, month = (second, first) if date_order == "mdy" else (first, second)
        year = third
    else:
        return None
    hour = found["hour"]
    if hour and found["half"]:
        hour = str(int(hour) % 12 + (12 if found["half"] in "pP" else 0))
    try:
        moment = datetime(
            int(year), int(month), int(day), int(hour or 0), int(found["minute"] or 0)
        )
    except ValueError:
        return None
    return moment.isoformat(timespec="minutes") if hour else moment.date().isoformat()


def wrong_moment(place: str, text: str, raw: object = None) -> Problem:
    """Return what is said of an entry whose day cannot be read."""
    return Problem(place, _("“{day}” is no day that can be read.").format(day=text[:60]), raw)


def _is_ahead(moment: str, request: ImportRequest) -> bool:
    return moment[:10] > request.now.date().isoformat()
