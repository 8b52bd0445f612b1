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
    sql = "select max(stamp) from operation where stamp <= :yesterday"
    latest_stamp = writer.value(sql, yesterday=clock.instant(now - _DAY))
    if latest_stamp is None:  # all steps are of today, so none is old
        return
    limit = clock.moment_of(latest_stamp) - timedelta(days=KEPT_DAYS)
    delete_older_than(writer, clock.instant(limit))


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
    """Return the stamp of a step that is done *now*: later than every stamp so far.

    Steps stamped more than a day ahead, by a clock that was wrong, are first stamped again to just
    before *now*, in their order, so that they expire like any other.
    """
    last_stamp = writer.value("select max(stamp) from operation")
    if last_stamp is None:
        return clock.instant(now)
    is_far_ahead = last_stamp > clock.instant(now + _DAY)
    if is_far_ahead and _is_after_first_step(writer, now):
        last_stamp = _restamp_future_steps(writer, now)
    return clock.instant(max(now, clock.moment_of(last_stamp) + _MILLISECOND))


def _is_after_first_step(writer: Writer, now: datetime) -> bool:
    """Whether some step was done before *now*; if not, the clock may be wrong now."""
    first_stamp = writer.value("select min(stamp) from operation")
    return bool(first_stamp <= clock.instant(now))


def _restamp_future_steps(writer: Writer, now: datetime) -> str:
    """Stamp the steps after *now* again, a millisecond apart and up to *now*.

    Return the stamp of the last. There has to be a step that was done before *now*.
    """
    future_row_ids = list(
        writer.rows(
            int,
            "select rowid from operation where stamp > :now order by stamp, rowid",
            now=clock.instant(now),
        )
    )
    latest_past_stamp = writer.value(
        "select max(stamp) from operation where stamp <= :now", now=clock.instant(now)
    )
    # Early enough for the last of them to get *now*, but after all that were done before.
    stamp = max(clock.moment_of(latest_past_stamp), now - len(future_row_ids) * _MILLISECOND)
    for row_id in future_row_ids:
        stamp += _MILLISECOND
        writer.execute(
            "update operation set stamp = :stamp where rowid = :row",
            stamp=clock.instant(stamp),
            row=row_id,
        )
    return clock.instant(stamp)
