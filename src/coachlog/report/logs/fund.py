"""The evidence behind the figures for a fund: each conversation by its day, and nobody in it.

It stays with the coach, to be shown where a fund asks how the hours came about.
"""

from collections.abc import Iterator
from heapq import merge
from typing import NamedTuple

from coachlog.export.sheet import Sheet
from coachlog.export.tables import described
from coachlog.journal.trajectory import fund as funds
from coachlog.report.logs.request import LogRequest
from coachlog.schema.session import SESSION
from coachlog.schema.trajectory import TRAJECTORY
from coachlog.store import nameless_talks

COLUMNS = (
    *described(SESSION, "held_on", "minutes"),
    *described(TRAJECTORY, "kind", "project"),
)


class _Held(NamedTuple):
    held_on: str
    minutes: int | None
    kind: str
    project: str | None


def sheets(log: LogRequest) -> list[Sheet]:
    """Return the conversations that `report fund` counts as one table, oldest first.

    The order tells nothing of who was there. Those with people who were erased are among them.
    """
    counted = funds.load().counted
    rows = merge(_held(log), _nameless(log), key=_order)
    return [Sheet("fund_evidence", COLUMNS, (row for row in rows if row.kind in counted))]


def _held(log: LogRequest) -> Iterator[_Held]:
    sql = (
        "select s.held_on, s.minutes, t.kind, t.project from session s"
        " join trajectory t on t.id = s.trajectory_id join coachee c on c.id = s.coachee_id"
        " where s.held_on between :since and :until and s.status = 'held' and c.is_self is not 1"
        " order by s.held_on, t.kind, coalesce(t.project, ''), coalesce(s.minutes, 0)"
    )
    return log.reader.rows(_Held, sql, since=log.since, until=log.until)


def _nameless(log: LogRequest) -> list[_Held]:
    talks = nameless_talks.rows(log.reader, log.since, log.until)
    return sorted(
        (_Held(talk.held_on, talk.minutes, talk.kind, None) for talk in talks), key=_order
    )


def _order(row: _Held) -> tuple[str, str, str, int]:
    return row.held_on, row.kind, row.project or "", row.minutes or 0
