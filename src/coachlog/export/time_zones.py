"""The rules of a time zone as iCalendar has them, for a few years."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from coachlog.base.clock import in_zone

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)


class _Turn(NamedTuple):
    """The clock is put from one offset to another, at the time that it shows before."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool


def time_zone_lines(name: str, first_year: int, last_year: int) -> Iterator[str]:
    """Yield the lines of a VTIMEZONE that holds in these years, not folded yet."""
    yield from ("BEGIN:VTIMEZONE", f"TZID:{name}")
    grouped: dict[_Turn, list[datetime]] = {}
    for turn in _turns(name, first_year, last_year):
        alike = turn._replace(at=datetime.min)
        grouped.setdefault(alike, []).append(turn.at)
    for turn, moments in grouped.items():
        kind = "DAYLIGHT" if turn.summer else "STANDARD"
        yield from (f"BEGIN:{kind}", f"DTSTART:{_text(moments[0])}")
        yield f"TZOFFSETFROM:{_offset(turn.before)}"
        yield f"TZOFFSETTO:{_offset(turn.after)}"
        yield f"TZNAME:{turn.name}"
        if moments[1:]:
            yield f"RDATE:{','.join(map(_text, moments[1:]))}"
        yield f"END:{kind}"
    yield "END:VTIMEZONE"


def _turns(name: str, first_year: int, last_year: int) -> Iterator[_Turn]:
    """Yield what the clock is at first, and then each time that it is put forward or back."""
    start = datetime(first_year, 1, 1, tzinfo=UTC) - _DAY
    local = in_zone(start, name)
    offset = local.utcoffset() or timedelta()
    yield _turn(local, offset, local)
    days = ((last_year - first_year + 1) * 366) + 2
    for earlier, later in pairwise(start + number * _DAY for number in range(days)):
        after = in_zone(later, name).utcoffset()
        if after != offset:
            turned = in_zone(_first_with_other_offset(name, earlier, later), name)
            yield _turn(turned, offset, turned)
            offset = after or timedelta()


def _turn(moment: datetime, before: timedelta, local: datetime) -> _Turn:
    shown = (moment.astimezone(UTC) + before).replace(tzinfo=None)
    after = local.utcoffset() or timedelta()
    return _Turn(shown, before, after, local.tzname() or "", bool(local.dst()))


def _first_with_other_offset(name: str, earlier: datetime, later: datetime) -> datetime:
    """Return the minute in which the clock is put to what it shows at the end."""
    after = in_zone(later, name).utcoffset()
    while later - earlier > _MINUTE:
        middle = earlier + (later - earlier) // 2
        middle -= timedelta(seconds=middle.second, microseconds=middle.microsecond)
        if in_zone(middle, name).utcoffset() == after:
            later = middle
        else:
            earlier = middle
    return later


def _text(moment: datetime) -> str:
    return f"{moment.year:04}{moment:%m%dT%H%M%S}"


def _offset(offset: timedelta) -> str:
    seconds = int(offset.total_seconds())
    sign = "-" if seconds < 0 else "+"
    hours, rest = divmod(abs(seconds), 3600)
    minutes, left = divmod(rest, 60)
    return f"{sign}{hours:02}{minutes:02}" + (f"{left:02}" if left else "")
