"""Newcomers whose checklist is behind: a moment has passed, and something of it is still to do."""

from datetime import date, timedelta
from typing import NamedTuple

from coachlog.base.texts import _, ngettext
from coachlog.display.page import Line, Section
from coachlog.display.signs import DRAWN
from coachlog.schema.onboarding import LAST_DAYS
from coachlog.store.connection import Reader
from coachlog.terminal.context import hint

LISTED = 7
"""The most newcomers that are listed."""
FORGOTTEN_DAYS = 366
"""Days after the first one from which a checklist that was never finished is left alone."""


class TodayNewcomer(NamedTuple):
    """A newcomer with the number of items that are *late*, and the number of the trajectory."""

    number: int
    handle: str
    name: str
    starts_on: str
    late: int


def read(reader: Reader, today: date) -> list[TodayNewcomer]:
    """Return newcomers with items of a moment that is over, those who began first first."""
    since = today - timedelta(days=FORGOTTEN_DAYS)
    days = {"since": since.isoformat(), "today": today.isoformat()}
    return list(reader.rows(TodayNewcomer, _LATE, most=LISTED, **days))


_LAST_DAY = " ".join(f"when '{moment}' then {days}" for moment, days in LAST_DAYS.items())
_LATE = (
    "select t.number, c.handle, c.name, t.starts_on, count(*)"  # noqa: S608 - words of our own
    " from trajectory t indexed by trajectory_newcomer"
    " cross join onboarding o on o.trajectory_id = t.id and o.level is null"
    " join coachee c on c.id = t.coachee_id"
    " where t.kind = 'onboarding' and t.status = 'active'"
    " and t.starts_on >= :since and t.starts_on <= :today"
    " and c.archived_at is null"
    f" and julianday(:today) - julianday(t.starts_on) > case o.moment {_LAST_DAY} end"
    " group by t.id order by t.starts_on, t.number limit :most"
)


def section(newcomers: list[TodayNewcomer]) -> Section:
    """Return the section about these newcomers, one line for each."""
    return Section(_("Newcomers"), [_line(newcomer) for newcomer in newcomers])


def _line(newcomer: TodayNewcomer) -> Line:
    count = ngettext("{n} item is late", "{n} items are late", newcomer.late)
    command = hint(f"onboarding list {newcomer.handle}")
    return Line("", newcomer.name, f"{count.format(n=newcomer.late)} {DRAWN.dot} {command}")
