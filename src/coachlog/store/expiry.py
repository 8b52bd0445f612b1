"""The history is kept for a while: what people wrote and took away shall not stay for ever."""

from datetime import datetime, timedelta
from typing import Final

from coachlog import clock
from coachlog.store.connection import Writer

KEPT_DAYS: Final = 90


def expire(writer: Writer, now: datetime) -> None:
    """Forget the steps of more than KEPT_DAYS ago, save one that a later undo or redo is about.

    Drafts that were thrown away so long ago go too.
    """
    limit = clock.instant(now - timedelta(days=KEPT_DAYS))
    writer.execute("delete from draft where dropped_at < :limit", limit=limit)
    if (writer.value("select min(stamp) from operation") or limit) >= limit:
        return
    gone = (
        "from operation where stamp < :limit and id not in"
        " (select undoes from operation where stamp >= :limit and undoes is not null)"
    )
    writer.execute(f"delete from change where operation in (select id {gone})", limit=limit)  # noqa: S608
    writer.execute(f"delete {gone}", limit=limit)
