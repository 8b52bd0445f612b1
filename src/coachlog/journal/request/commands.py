"""Requests on the command line: lists, one of them, answering, extending, removing."""

from typing import TYPE_CHECKING, Annotated

from coachlog.base.days import day_text
from coachlog.base.errors import MissingAnswersError, RefusedError
from coachlog.base.texts import N_, _, language
from coachlog.journal.common.columns import columns
from coachlog.journal.common.forms import form_field
from coachlog.journal.common.list_command import list_command
from coachlog.journal.common.numbered import Number, by_number, remove_command
from coachlog.journal.common.show import show_command
from coachlog.journal.request.queries import REQUESTS, RequestLine
from coachlog.schema.request import REQUEST
from coachlog.schema.vocabulary import REQUESTS as WORDS
from coachlog.terminal.column import Column
from coachlog.terminal.command_options import option_info, with_parameters
from coachlog.terminal.context import Context, context, say
from coachlog.terminal.fields import ask_in_turn
from coachlog.terminal.output import On, say_done
from coachlog.terminal.prompters import make_prompter
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.work import Work

COLUMNS = columns(
    REQUEST,
    "coachee",
    "about",
    "asked_on",
    Column("due_on", N_("To answer by"), "day"),
    "answered_on",
)
REASON = REQUEST.field("reason")
Reason = Annotated[str | None, option_info("--reason", REASON.given_by.help)]


def title(line: RequestLine) -> str:
    """Return what people call a request: its number, whose it is and what it asks."""
    return f"{_('Request {n}').format(n=line.number)} · {line.coachee} · {_(WORDS[line.about])}"


@list_command(REQUEST, REQUESTS, COLUMNS, N_("Nobody asked for anything yet."))
def list_() -> None:
    """List the requests, those to answer first.

    coachlog request list
    """


@show_command(REQUEST, REQUESTS, title, {"due_on": N_("To answer by")})
def show() -> None:
    """Show one request, and by when it has to be answered.

    coachlog request show 1
    """


@with_parameters({"which": Number, "on": On})
def answer(which: str, on: str | None) -> None:
    """Note that a request was answered.

    coachlog request answer 1 --on today
    """
    run = context()
    line = by_number(REQUESTS, which)
    with run.work("request answer") as work:
        close(work, line, run.past_day(on).isoformat())
    say_answered(line, run.past_day(on).isoformat())


def close(work: "Work", line: RequestLine, day: str) -> None:
    """Save on which *day* a request was answered; raises RefusedError if that was before it."""
    _refuse_before(line, day)
    work.update("request", REQUESTS.id_of(work, line.number), {"answered_on": day})


def say_answered(line: RequestLine, day: str) -> None:
    """Print that a request was answered, and whether that was in time."""
    text = _("Request {n} answered on {day}.").format(n=line.number, day=_show_day(day))
    say_done(text, f"request show {line.number}")
    if day > line.due_on:
        say(_("It was to be answered by {day}.").format(day=_show_day(line.due_on)))


@with_parameters({"which": Number, "reason": Reason, "on": On})
def extend(which: str, reason: str | None, on: str | None) -> None:
    """Take two months more for a request, once you told the person why, within the first month.

    coachlog request extend 1 --reason "Ten years of notes, much of it about others"
    """
    run = context()
    line = by_number(REQUESTS, which)
    prolong(run, line, reason, run.past_day(on).isoformat())


def prolong(run: Context, line: RequestLine, reason: str | None, day: str) -> None:
    """Save that a request takes two months more, for a *reason*, which is asked for if missing.

    Raises RefusedError where the month is over, or it was answered or extended already.
    """
    _refuse_before(line, day)
    if line.answered_on or line.extended_on:
        raise RefusedError(
            N_("Request {number} was answered or extended already."),
            N_("See it: coachlog request show {number}"),
            number=line.number,
        )
    if day > line.due_on:
        raise RefusedError(
            N_("The month was over on {day}: two months more have to be announced before that."),
            N_("Answer now: coachlog dossier {who}"),
            day=line.due_on,
            who=line.coachee,
        )
    values = {"reason": parse.text(reason) or _ask_reason(run), "extended_on": day}
    with run.work("request extend") as work:
        work.update("request", REQUESTS.id_of(work, line.number), values)
        due_on = REQUESTS.one(work, line.number).due_on
    text = _("Request {n} is to be answered by {day} now. Tell the person, and why.")
    say_done(text.format(n=line.number, day=_show_day(due_on)), f"request show {line.number}")


def _ask_reason(run: Context) -> str:
    if not run.interactive:
        raise MissingAnswersError(["--reason"])
    field = form_field(REASON)._replace(required=True)
    return ask_in_turn(make_prompter(run), (field,), {})[REASON.key]


def _refuse_before(line: RequestLine, day: str) -> None:
    if day < line.asked_on:
        raise RefusedError(
            N_("Request {number} was asked on {day}, which is later."),
            N_("Give a later day with --on."),
            number=line.number,
            day=line.asked_on,
        )


def _show_day(day: str) -> str:
    return day_text(day, language())


@remove_command(REQUEST, REQUESTS, title)
def remove() -> None:
    """Remove a request that was noted by mistake.

    coachlog request remove 1 --yes
    """
