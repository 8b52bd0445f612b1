"""Deleting history that is older than KEPT_DAYS: what people removed must not stay for ever.

A clock may be wrong for a while. So the age of a step is counted up to the latest step of at least
a day ago, not up to now: a clock that is far ahead for one day deletes nothing.
"""

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from coachlog.base import clock
from coachlog.store.connection import Reader, Writer

KEPT_DAYS: Final = 90
_DAY = timedelta(days=1)
_MILLISECOND = timedelta(milliseconds=1)
"""The precision of a stamp."""
_EXPIRED = (
    "from operation where stamp < :limit and id not in (select operation from acting) and id not in"
    " (select undoes from operation where stamp >= :limit and undoes is not null)"
)
"""The steps before a limit, except one that a later step undoes, and the one under way."""


def expire(writer: Writer, now: datetime, kept_days: int = KEPT_DAYS) -> None:
    """Delete the steps of more than *kept_days* ago, except one that a later step undoes or redoes.

    Drafts that were dropped so long ago go too.
    """
    sql = "select max(stamp) from operation where stamp <= :yesterday"
    latest_stamp = writer.value(sql, yesterday=clock.instant(now - _DAY))
    if latest_stamp is None:  # all steps are of today, so none is old
        return
    limit = clock.moment_of(latest_stamp) - timedelta(days=kept_days)
    delete_older_than(writer, clock.instant(limit))


def delete_older_than(writer: Writer, limit: str) -> None:
    """Delete what is older than the stamp *limit*; see `expire`."""
    writer.execute("delete from draft where dropped_at < :limit", limit=limit)
    if writer.value("select min(stamp) from operation") >= limit:
        return
    writer.execute(f"delete from change where operation in (select id {_EXPIRED})", limit=limit)  # noqa: S608
    writer.execute(f"delete {_EXPIRED}", limit=limit)


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


class OldSteps(NamedTuple):
    """How many steps a limit would delete, and the stamps of the first and the last of them."""

    total: int
    first: str | None
    last: str | None


def steps_older_than(reader: Reader, limit: str) -> OldSteps:
    """Return what `forget_older_than` would delete of the steps."""
    sql = f"select count(*), min(stamp), max(stamp) {_EXPIRED}"
    found = reader.one(OldSteps, sql, limit=limit)
    return found or OldSteps(0, None, None)


def after_last_step(reader: Reader) -> str:
    """Return the stamp just after the last step: a limit for all that was done so far."""
    last_stamp = reader.value("select max(stamp) from operation")
    if last_stamp is None:
        return ""
    return clock.instant(clock.moment_of(last_stamp) + _MILLISECOND)


def forget_older_than(writer: Writer, limit: str) -> None:
    """Delete what is older than the stamp *limit*, and its words from the index of the search.

    The index only marks removed words as gone until it is merged.
    """
    delete_older_than(writer, limit)
    writer.execute("insert into search(search) values ('optimize')")
