"""Contacts for the page of the day: out of touch for too long, or not used for two years."""

from datetime import date, timedelta
from typing import NamedTuple

from coachlog.base.texts import _, language, ngettext
from coachlog.dates.show import show_relative
from coachlog.display.page import Line
from coachlog.display.signs import DRAWN
from coachlog.store.connection import Reader
from coachlog.terminal.context import hint

LISTED = 3
RETENTION_DAYS = 731
"""Days without any use after which the coach is asked whether to keep a contact: two years.

Our own advice: data is kept no longer than needed (GDPR art. 5(1)(e)).
"""


class TodayContact(NamedTuple):
    """A contact who was last in touch, or last helped, on *last_on*; *unused* is 1 or 0."""

    number: int
    name: str
    rhythm_days: int | None
    last_on: str
    unused: int


_LAST_ON = (
    "coalesce(nullif(max(coalesce(c.in_touch_on, ''),"
    " coalesce((select max(s.held_on) from option o join session s on s.id = o.session_id"
    " where o.contact_id = c.id), ''),"
    " coalesce((select max(coalesce(a.closed_on, a.agreed_on)) from action a"
    " where a.contact_id = c.id), '')), ''), substr(c.created_at, 1, 10))"
)
"""When a contact was last in touch or last helped, or else was noted."""

_WAITING = (
    "select number, name, rhythm_days, last_on,"  # noqa: S608 - parts of our own
    " max(last_on, substr(created_at, 1, 10)) < :unused_since as unused"
    f" from (select c.*, {_LAST_ON} as last_on from contact c)"
    " where unused or date(last_on, '+' || rhythm_days || ' days') < :today"
    " order by last_on, number limit :most"
)


def waiting_contacts(reader: Reader, today: date) -> list[TodayContact]:
    """Return the contacts that the coach may want to call or to remove, the longest ago first."""
    unused_since = today - timedelta(days=RETENTION_DAYS)
    days = {"today": today.isoformat(), "unused_since": unused_since.isoformat()}
    return list(reader.rows(TodayContact, _WAITING, most=LISTED, **days))


def contact_line(contact: TodayContact, today: date) -> Line:
    """Return the question whether to keep a contact, or how long they were out of touch."""
    if contact.unused:
        question = _("Not used for two years: keep {name}?").format(name=contact.name)
        keep = hint(f"contact edit {contact.number} --in-touch {_('today')}")
        remove = hint(f"contact remove {contact.number}")
        return Line("", question, note=f"{keep} {DRAWN.dot} {remove}", tone="quiet", sign=DRAWN.dot)
    days = contact.rhythm_days or 0
    ago = show_relative(date.fromisoformat(contact.last_on), today, language())
    agreed = ngettext("wanted: every day", "wanted: every {n} days", days).format(n=days)
    return Line(
        "",
        contact.name,
        note=f"{ago}, {agreed}",
        tone="quiet",
        sign=DRAWN.dot,
        number=contact.number,
    )
