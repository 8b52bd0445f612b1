"""When a conversation was held, as a note says it: in a property, or in the name of its file."""

import re
from datetime import date, datetime, time
from typing import NamedTuple

from coachlog.dates.errors import DateNotUnderstoodError
from coachlog.dates.parse import parse_day, parse_moment
from coachlog.intake.request import ImportRequest

_ISO_IN_NAME = re.compile(r"(?<!\d)(\d{4})[-_. ]?(\d{2})[-_. ]?(\d{2})(?!\d)")
_DAY_FIRST_IN_NAME = re.compile(r"(?<!\d)(\d{1,2})[-_.](\d{1,2})[-_.](\d{4})(?!\d)")
_FIGURES = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b")
_TIME = re.compile(r"(\d{1,2})(?:[:.uh](\d{2})?)?(?::\d{2})?")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


class FoundMoment(NamedTuple):
    """The *moment* that a note says, as ISO text, with or without a time; or what is *wrong*."""

    moment: str = ""
    wrong: str = ""


def moment_in(words: str, request: ImportRequest) -> FoundMoment:
    """Return the moment that a property says; nothing that needs today to be understood."""
    text = words.strip().removeprefix("[[").removesuffix("]]").strip()
    if not text:
        return FoundMoment()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return _in_words(text, request)
    has_time = len(text) > len("2026-01-01")
    return FoundMoment(
        moment.isoformat(timespec="minutes") if has_time else moment.date().isoformat()
    )


def _in_words(text: str, request: ImportRequest) -> FoundMoment:
    if not _YEAR.search(text):
        return FoundMoment(wrong=text)
    if request.date_order == "mdy":
        text = _FIGURES.sub(r"\2/\1/\3", text)
    today = request.now.date()
    try:
        return FoundMoment(parse_day(text, today).isoformat())
    except DateNotUnderstoodError:
        pass
    try:
        moment = parse_moment(text, request.now, request.zone)
    except DateNotUnderstoodError:
        return FoundMoment(wrong=text)
    return FoundMoment(moment.replace(tzinfo=None).isoformat(timespec="minutes"))


def with_time(moment: str, words: str) -> str:
    """Return *moment* at the time of day that *words* say, where it has none yet."""
    found = _TIME.fullmatch(words.strip())
    if "T" in moment or not (moment and found):
        return moment
    try:
        return f"{moment}T{time(int(found[1]), int(found[2] or 0)):%H:%M}"
    except ValueError:
        return moment


class NamedDay(NamedTuple):
    """The day in the name of a file, and what else the name says."""

    found: FoundMoment
    rest: str


def day_in_name(stem: str) -> NamedDay:
    """Return the day that the name of a file has, if any."""
    for pattern, order in ((_ISO_IN_NAME, (1, 2, 3)), (_DAY_FIRST_IN_NAME, (3, 2, 1))):
        if found := pattern.search(stem):
            rest = f"{stem[: found.start()]} {stem[found.end() :]}"
            rest = " ".join(rest.split()).strip(" -_–·,.")
            try:
                day = date(*(int(found[place]) for place in order))
            except ValueError:
                return NamedDay(FoundMoment(wrong=found[0]), stem)
            return NamedDay(FoundMoment(day.isoformat()), rest)
    return NamedDay(FoundMoment(), stem)
