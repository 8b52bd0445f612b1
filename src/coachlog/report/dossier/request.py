"""The month in which a request has to be answered: noted, extended and closed beside a dossier."""

from collections.abc import Sequence
from typing import NamedTuple

from coachlog.base.days import day_text
from coachlog.base.errors import NotFoundError, UsageError
from coachlog.base.texts import N_, _, language
from coachlog.journal.coachee.lookup import Person
from coachlog.journal.common.entry import save_new
from coachlog.journal.request.commands import close, prolong, say_answered
from coachlog.journal.request.entry import RECORDS
from coachlog.journal.request.queries import REQUESTS, RequestLine, open_requests
from coachlog.terminal.context import Context, say
from coachlog.terminal.inputs import InputValue
from coachlog.terminal.output import say_done

ACCESS = "access"


class RequestOptions(NamedTuple):
    """What was typed of a request: the day it was asked or answered, or why it takes longer."""

    requested: str | None
    answered: str | None
    extended: str | None


def note_request(run: Context, person: Person, typed: RequestOptions) -> bool:
    """Save what was typed about a request; return whether there was anything.

    Raises UsageError for more than one at once, NotFoundError where no request is open.
    """
    given = [value for value in typed if value is not None]
    if len(given) > 1:
        raise UsageError(
            N_("Choose one of --requested, --answered and --extended."),
            N_("How to use it: coachlog dossier --help"),
        )
    if typed.requested is not None:
        _open(run, person, run.past_day(typed.requested).isoformat())
    elif given:
        line = _latest(run, person)
        if typed.extended is not None:
            prolong(run, line, typed.extended, run.today.isoformat())
        else:
            day = run.past_day(typed.answered).isoformat()
            with run.work("request answer") as work:
                close(work, line, day)
            say_answered(line, day)
    return bool(given)


def say_open(requests: Sequence[RequestLine]) -> None:
    """Tell the coach by when a request of this person has to be answered."""
    for request in requests[:1]:
        day = day_text(request.due_on, language())
        say(_("Request {n} is to be answered by {day}.").format(n=request.number, day=day))


def _open(run: Context, person: Person, day: str) -> None:
    given = {"coachee": person.handle, "about": ACCESS, "asked_on": day}
    (number,) = save_new(run, RECORDS, [InputValue(given)])
    with run.reader() as reader:
        line = REQUESTS.one(reader, number)
    text = _("Request {n} saved: to be answered by {day}.")
    say_done(
        text.format(n=number, day=day_text(line.due_on, language())), f"dossier {person.handle}"
    )


def _latest(run: Context, person: Person) -> RequestLine:
    """Return the open request for access that is due first; raises NotFoundError."""
    with run.reader() as reader:
        lines = open_requests(reader, person.handle, ACCESS)
    if not lines:
        raise NotFoundError(
            N_("{name} has no open request to see everything."),
            N_("Note it: coachlog dossier {handle} --requested DAY"),
            name=person.name,
            handle=person.handle,
        )
    return lines[0]
