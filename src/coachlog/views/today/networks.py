"""Learning networks for the page of the day: when to meet again, and where it was used."""

from datetime import date, timedelta
from typing import NamedTuple

from coachlog.base.days import day_text
from coachlog.base.texts import _, language
from coachlog.display.page import Line
from coachlog.display.signs import DRAWN
from coachlog.store.connection import Reader
from coachlog.terminal.context import hint

LISTED = 3
USED_AFTER_DAYS = 42
"""Days after which the coach is asked where a meeting was used: six weeks."""


class TodayNetwork(NamedTuple):
    """A network whose rhythm is over, or a meeting of it that was not used yet.

    *last_on* is the last meeting, or that meeting; *meeting* is its number, None for a rhythm.
    """

    number: int
    name: str
    last_on: str
    rhythm_days: int | None
    meeting: int | None


_WAITING = (
    "select * from (select n.number, n.name,"
    " coalesce((select max(m.met_on) from network_meeting m where m.network_id = n.id),"
    " n.starts_on, substr(n.created_at, 1, 10)) as last_on, n.rhythm_days, null as meeting"
    " from network n where n.status = 'active' and n.rhythm_days is not null)"
    " where date(last_on, '+' || rhythm_days || ' days') < :today"
    " union all"
    " select * from (select n.number, n.name, m.met_on, null, m.number"
    " from network_meeting m join network n on n.id = m.network_id"
    " where m.met_on < :met_before and m.take_along is not null"
    " and not exists (select 1 from network_use u where u.meeting_id = m.id)"
    " order by m.met_on desc limit :most)"
)


def waiting_networks(reader: Reader, today: date) -> list[TodayNetwork]:
    """Return the networks to meet again, then the latest meetings that were not used yet."""
    met_before = today - timedelta(days=USED_AFTER_DAYS)
    days = {"today": today.isoformat(), "met_before": met_before.isoformat()}
    return list(reader.rows(TodayNetwork, _WAITING, most=LISTED, **days))


def network_line(network: TodayNetwork) -> Line:
    """Return the question to plan a meeting, or where the coach used what one brought."""
    day = day_text(network.last_on, language())
    if network.meeting is None:
        text = _("{network}: last met on {date}. Plan the next one?")
        command = hint(f"network show {network.number}")
    else:
        text = _("{network}, {date}: where did you use what you took along?")
        command = hint(f"network meeting edit {network.meeting}")
    return Line(
        "", text.format(network=network.name, date=day), note=command, tone="quiet", sign=DRAWN.dot
    )
