"""Days of use: the calendar days on which something was saved, each by the clock of that day.

The life of the history is counted in them, so that a clock which is wrong for a while, however far
ahead, counts as one day. They stand in the store, for the stamps of steps only ever rise.
"""

from datetime import date
from typing import Final, NamedTuple

from coachlog.store.bare import SET_META
from coachlog.store.connection import Reader, Writer

_KEY: Final = "days_of_use"
_AFTER_ALL: Final = "~"
"""A limit that is later than every stamp."""


class DayOfUse(NamedTuple):
    """A calendar day in ISO format, and the stamp of the first step that was saved on it."""

    day: str
    stamp: str


Days = tuple[DayOfUse, ...]
"""In the order in which they came; no day twice."""


def with_day(days: Days, day: str, stamp: str, kept_days: int) -> Days:
    """Return *days* with *day* at the end unless it is among them, and no more than are needed.

    *stamp* is that of the latest step: none of the days can have begun later.
    """
    began = tuple(known._replace(stamp=min(known.stamp, stamp)) for known in days)
    if any(known.day == day for known in days):
        return began
    return (*began, DayOfUse(day, stamp))[-kept_days - 1 :]


def limit_of(days: Days, kept_days: int) -> str | None:
    """Return the stamp before which steps have more than *kept_days* days of use after them.

    None if there are no such days of use.
    """
    return days[-kept_days - 1].stamp if len(days) > kept_days else None


def note_day(writer: Writer, today: date, stamp: str, kept_days: int) -> Days:
    """Note *today* as a day of use, whose first step has the *stamp*; return the days of use."""
    known = read_days(writer, before=stamp)
    days = with_day(known, today.isoformat(), stamp, kept_days)
    if days != known:
        _write(writer, days)
    return days


def limit_today(reader: Reader, today: date, kept_days: int) -> str | None:
    """Return the limit of `limit_of` as it is *today*, though nothing was saved yet."""
    days = read_days(reader)
    return limit_of(with_day(days, today.isoformat(), _AFTER_ALL, kept_days), kept_days)


def read_days(reader: Reader, before: str = _AFTER_ALL) -> Days:
    """Return the days of use; in a store that counts none yet, those of the steps *before*."""
    text = reader.value("select value from meta where key = :key", key=_KEY)
    if text is not None:
        pairs = (line.split(" ") for line in str(text).splitlines())
        return tuple(DayOfUse(*pair) for pair in pairs if len(pair) == len(DayOfUse._fields))
    sql = (
        "select substr(stamp, 1, 10), min(stamp) from operation where stamp < :before"
        " group by 1 order by 2"
    )
    return tuple(reader.rows(DayOfUse, sql, before=before))


def move_days(writer: Writer, after: str, stamp: str) -> None:
    """Let the days of use that began *after* a stamp have begun at *stamp*, in the same order.

    For steps that get other stamps, as a clock was wrong when they were done.
    """
    days = read_days(writer)
    moved = tuple(each._replace(stamp=stamp) if each.stamp > after else each for each in days)
    if moved != days:
        _write(writer, moved)


def _write(writer: Writer, days: Days) -> None:
    writer.execute(SET_META, key=_KEY, value="\n".join(" ".join(day) for day in days))
