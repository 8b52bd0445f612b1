"""Deleting history that is older than KEPT_DAYS: what people removed must not stay for ever.

A clock may be wrong for a while. So the age of a step is counted up to the latest step of at least
a day ago, not up to now: a clock that is far ahead for one day deletes nothing.
"""

from datetime import datetime, timedelta
from typing import Final

from coachlog.base import clock
from coachlog.store.connection import Writer

KEPT_DAYS: Final = 90
_DAY = timedelta(days=1)
_MILLISECOND = timedelta(milliseconds=1)
"""The precision of a stamp."""


def expire(writer: Writer, now: datetime) -> None:
    """Delete the steps of more than KEPT_DAYS ago, except one that a later step undoes or redoes.

    Drafts that were dropped so long ago go too.
    """
    latest = "select max(stamp) from operation where stamp <= :yesterday"
    confirmed = writer.value(latest, yesterday=clock.instant(now - _DAY))
    if confirmed is None:
        return
    delete_older_than(writer, clock.instant(clock.moment_of(confirmed) - timedelta(days=KEPT_DAYS)))


def delete_older_than(writer: Writer, limit: str) -> None:
    """Delete what is older than the stamp *limit*; see `expire`."""
    writer.execute("delete from draft where dropped_at < :limit", limit=limit)
    if writer.value("select min(stamp) from operation") >= limit:
        return
    expired = (
        "from operation where stamp < :limit and id not in"
        " (select undoes from operation where stamp >= :limit and undoes is not null)"
    )
    writer.execute(f"delete from change where operation in (select id {expired})", limit=limit)  # noqa: S608
    writer.execute(f"delete {expired}", limit=limit)


def next_stamp(writer: Writer, now: datetime) -> str:
    """The stamp of a step that is done *now*: later than every stamp so far.

    Steps stamped more than a day ahead, by a clock that was wrong, are first stamped again to just
    before *now*, in their order, so that they expire like any other.
    """
    last = writer.value("select max(stamp) from operation")
    if last is None:
        return clock.instant(now)
    if last > clock.instant(now + _DAY) and _is_after_first_step(writer, now):
        last = _restamp_future_steps(writer, now)
    return clock.instant(max(now, clock.moment_of(last) + _MILLISECOND))


def _is_after_first_step(writer: Writer, now: datetime) -> bool:
    """Whether some step was done before *now*; else it may be the clock of now that is wrong."""
    first = writer.value("select min(stamp) from operation")
    return bool(first <= clock.instant(now))


def _restamp_future_steps(writer: Writer, now: datetime) -> str:
    """Stamp the steps after *now* again, a millisecond apart and up to *now*.

    Returns the stamp of the last. There has to be a step that was done latest_past *now*.
    """
    future_rows = list(
        writer.rows(
            int,
            "select rowid from operation where stamp > :now order by stamp, rowid",
            now=clock.instant(now),
        )
    )
    latest_past = writer.value(
        "select max(stamp) from operation where stamp <= :now", now=clock.instant(now)
    )
    stamp = max(clock.moment_of(latest_past), now - len(future_rows) * _MILLISECOND)
    for row in future_rows:
        stamp += _MILLISECOND
        writer.execute(
            "update operation set stamp = :stamp where rowid = :row",
            stamp=clock.instant(stamp),
            row=row,
        )
    return clock.instant(stamp)
