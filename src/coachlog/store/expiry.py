"""Deleting history after KEPT_DAYS days of use: what people removed must not stay for ever."""

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from coachlog.base import clock
from coachlog.store import days_of_use
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
_LAST_STAMP = "select max(stamp) from operation"


def expire(writer: Writer, now: datetime, kept_days: int = KEPT_DAYS) -> None:
    """Note the day of use of the latest step, which is done *now*, and delete what is too old.

    That are the steps with more than *kept_days* days of use after them, except one that a later
    step undoes or redoes; and the drafts that were dropped before these days.
    """
    stamp = writer.value(_LAST_STAMP)
    if stamp is None:
        return
    today = clock.on_reader_clock(now).date()
    days = days_of_use.note_day(writer, today, stamp, kept_days)
    # Dropped under a clock that was ahead: they would stay until it is right.
    writer.execute("update draft set dropped_at = :stamp where dropped_at > :stamp", stamp=stamp)
    limit = days_of_use.limit_of(days, kept_days)
    if limit is not None:
        forget_older_than(writer, limit)


def forget_older_than(writer: Writer, limit: str) -> None:
    """Delete what is older than the stamp *limit*, and its words from the index of the search.

    The index only marks removed words as gone until it is merged.
    """
    writer.execute("delete from draft where dropped_at < :limit", limit=limit)
    if writer.value("select min(stamp) from operation") >= limit:
        return
    of_expired = f"from change where operation in (select id {_EXPIRED})"
    had_other_words = writer.value(
        f"select exists (select 1 {of_expired} and verb <> 'insert')", limit=limit
    )
    writer.execute(f"delete {of_expired}", limit=limit)
    writer.execute(f"delete {_EXPIRED}", limit=limit)
    if had_other_words:
        writer.execute("insert into search(search) values ('optimize')")


def next_stamp(writer: Writer, now: datetime) -> str:
    """Return the stamp of a step that is done *now*: later than every stamp so far.

    Steps stamped more than a day ahead, by a clock that was wrong, are first stamped again to just
    before *now*, in their order.
    """
    last_stamp = writer.value(_LAST_STAMP)
    if last_stamp is None:
        return clock.instant(now)
    is_far_ahead = last_stamp > clock.instant(now + _DAY)
    if is_far_ahead and (_is_impossible(last_stamp) or _is_after_first_step(writer, now)):
        last_stamp = _restamp_future_steps(writer, now)
    return clock.instant(max(now, clock.moment_of(last_stamp) + _MILLISECOND))


def _is_impossible(stamp: str) -> bool:
    """Whether no clock that coachlog accepts can have given this *stamp*."""
    return stamp >= f"{clock.LAST_YEAR + 1}"


def _is_after_first_step(writer: Writer, now: datetime) -> bool:
    """Whether some step was done before *now*; if not, the clock may be wrong now."""
    first_stamp = writer.value("select min(stamp) from operation")
    return bool(first_stamp <= clock.instant(now))


def _restamp_future_steps(writer: Writer, now: datetime) -> str:
    """Stamp the steps after *now* again, a millisecond apart and up to *now*.

    Return the stamp of the last.
    """
    future_row_ids = list(
        writer.rows(
            int,
            "select rowid from operation where stamp > :now order by stamp, rowid",
            now=clock.instant(now),
        )
    )
    latest_past_stamp = writer.value(f"{_LAST_STAMP} where stamp <= :now", now=clock.instant(now))
    # Early enough for the last of them to get *now*, but after all that were done before.
    stamp = now - len(future_row_ids) * _MILLISECOND
    if latest_past_stamp is not None:
        stamp = max(clock.moment_of(latest_past_stamp), stamp)
    first_stamp = clock.instant(stamp + _MILLISECOND)
    days_of_use.move_days(writer, clock.instant(now), first_stamp)
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
    """Return a limit just after the stamp of the last step, for all that was done so far."""
    return f"{reader.value(_LAST_STAMP) or ''} "
