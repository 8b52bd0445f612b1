"""Requests about the notes for the page of the day: by when each has to be answered."""

from datetime import date
from typing import NamedTuple

from coachlog.base.days import day_text
from coachlog.base.texts import _, language, ngettext
from coachlog.display.page import Line, Section
from coachlog.display.signs import DRAWN
from coachlog.schema.vocabulary import REQUESTS
from coachlog.store.connection import Reader
from coachlog.terminal.context import hint

LISTED = 7


class TodayRequest(NamedTuple):
    """A request that was not answered, and the day by which that has to be done."""

    number: int
    handle: str
    name: str
    about: str
    due_on: str

    def days_left(self, today: date) -> int:
        """Return the days until it has to be answered; below zero where that is over."""
        return (date.fromisoformat(self.due_on) - today).days


def read(reader: Reader) -> list[TodayRequest]:
    """Return the requests to answer, the most urgent first."""
    sql = (
        "select r.number, r.coachee, c.name, r.about, r.due_on"
        " from request q indexed by request_open"
        " cross join requests r on r.number = q.number join coachee c on c.handle = r.coachee"
        " where q.answered_on is null order by r.due_on, r.number limit :most"
    )
    return list(reader.rows(TodayRequest, sql, most=LISTED))


def section(requests: list[TodayRequest], today: date) -> Section:
    """Return the section about these requests, one line for each."""
    return Section(_("To be answered"), [_line(request, today) for request in requests])


def _line(request: TodayRequest, today: date) -> Line:
    day, days = day_text(request.due_on, language()), request.days_left(today)
    if days < 0:
        text = ngettext("{n} day late, since {day}", "{n} days late, since {day}", -days)
    else:
        text = ngettext("{n} day left, until {day}", "{n} days left, until {day}", days)
    details = text.format(n=abs(days), day=day)
    is_access = request.about == "access"
    command = hint(f"dossier {request.handle}" if is_access else f"request show {request.number}")
    tone, sign = ("late", DRAWN.overdue) if days < 0 else ("quiet", DRAWN.dot)
    what = _("{label}: {text}").format(label=request.name, text=_(REQUESTS[request.about]))
    return Line(
        "",
        what,
        note=f"{details} {DRAWN.dot} {command}",
        tone=tone,
        sign=sign,
        number=request.number,
    )
