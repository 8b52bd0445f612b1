"""The history is kept for a while: what people wrote and took away shall not stay for ever.

A clock may be wrong for a while. So the days are counted up to a step of an earlier day, which the
clock of today confirms: what one day alone says of the time forgets nothing.
"""

from datetime import datetime, timedelta
from typing import Final

from coachlog.base import clock
from coachlog.store.connection import Writer

KEPT_DAYS: Final = 90
_DAY = timedelta(days=1)


def expire(writer: Writer, now: datetime) -> None:
    """Forget the steps of more than KEPT_DAYS ago, save one that a later undo or redo is about.

    Drafts that were thrown away so long ago go too.
    """
    latest = "select max(stamp) from operation where stamp <= :yesterday"
    confirmed = writer.value(latest, yesterday=clock.instant(now - _DAY))
    if confirmed is None:
        return
    forget(writer, clock.instant(clock.moment_of(confirmed) - timedelta(days=KEPT_DAYS)))


def forget(writer: Writer, limit: str) -> None:
    """Forget what is older than the stamp *limit*, as `expire` tells."""
    writer.execute("delete from draft where dropped_at < :limit", limit=limit)
    if writer.value("select min(stamp) from operation") >= limit:
        return
    gone = (
        "from operation where stamp < :limit and id not in"
        " (select undoes from operation where stamp >= :limit and undoes is not null)"
    )
    writer.execute(f"delete from change where operation in (select id {gone})", limit=limit)  # noqa: S608
    writer.execute(f"delete {gone}", limit=limit)


def next_stamp(writer: Writer, now: datetime) -> str:
    """The stamp of a step that is done *now*: later than every one so far.

    A clock that was put back a little changes nothing. Steps of a clock that was far ahead, once,
    come back to the present first, in their order, so that they grow old like any other.
    """
    last = writer.value("select max(stamp) from operation")
    if last is None:
        return clock.instant(now)
    if last > clock.instant(now + _DAY) and _is_right(writer, now):
        last = _bring_back(writer, now)
    return clock.instant(max(now, clock.moment_of(last) + _MOMENT))


_MOMENT = timedelta(milliseconds=1)


def _is_right(writer: Writer, now: datetime) -> bool:
    """Whether *now* is the present, as far as that can be told: some step came before it."""
    first = writer.value("select min(stamp) from operation")
    return bool(first <= clock.instant(now))


def _bring_back(writer: Writer, now: datetime) -> str:
    """Give the steps after *now* stamps up to it; the result is the last one."""
    ahead = list(
        writer.rows(
            int,
            "select rowid from operation where stamp > :now order by stamp, rowid",
            now=clock.instant(now),
        )
    )
    before = writer.value(
        "select max(stamp) from operation where stamp <= :now", now=clock.instant(now)
    )
    stamp = max(clock.moment_of(before), now - len(ahead) * _MOMENT)
    for row in ahead:
        stamp += _MOMENT
        writer.execute(
            "update operation set stamp = :stamp where rowid = :row",
            stamp=clock.instant(stamp),
            row=row,
        )
    return clock.instant(stamp)
