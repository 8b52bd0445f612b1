"""Reading conversations on the command line."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from coachlog.base.clock import local_moment
from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, _, language
from coachlog.interview.titles import titles
from coachlog.journal.coachee.queries import find
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.session import queries
from coachlog.journal.session.fields import STATUSES
from coachlog.journal.session.queries import SessionLine
from coachlog.schema.vocabulary import STATUSES as STATUS_WORDS
from coachlog.terminal.column import Column
from coachlog.terminal.confirm import Yes
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.output import (
    LIMIT,
    AsCsv,
    AsJson,
    Limit,
    OfPerson,
    OutputFormat,
    limit_of,
    say_more,
    show_list,
)
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

COLUMNS = (
    Column("number", N_("No."), "number"),
    Column("starts_at", N_("Date"), "moment"),
    Column("coachee", N_("With"), "person"),
    Column("status", N_("Status"), "choice", 3, STATUS_WORDS),
    Column("method", N_("Method"), "method", 4),
    Column("minutes", N_("Min."), "number", 3),
    Column("topic", N_("Topic"), "topic"),
    Column("actions", N_("Actions"), "number", 3),
    Column("next_at", N_("Next"), "moment", 4),
)

Status = Annotated[
    str | None,
    typer.Option(
        "--status",
        metavar="WORD",
        help=N_("held, planned, cancelled or missed."),
        show_default=False,
    ),
]
Ahead = Annotated[
    bool, typer.Option("--ahead", help=N_("What is planned from today on, soonest first."))
]
Number = Annotated[str, typer.Argument(metavar="N", help=N_("The number of the conversation."))]


def list_(
    coachee: OfPerson = None,
    status: Status = None,
    ahead: Ahead = False,
    limit: Limit = LIMIT,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List conversations, newest first; with --ahead the planned ones, soonest first.

    coachlog session list --coachee amina --limit 5
    """
    run = context()
    most, wanted = limit_of(limit), parse.choice(status, STATUSES)
    if ahead and wanted not in (None, "planned"):
        raise UsageError(
            N_("--ahead shows only what is planned; leave out {status}."),
            N_("Give one of the two."),
            status=f"--status {wanted}",
        )
    day = run.today.isoformat() if ahead else None
    with run.reader() as reader:
        handle = find(reader, coachee).handle if coachee else None
        found = queries.sessions(reader, handle, most, status=wanted, ahead_of=day)
        wish, told = OutputFormat(as_json, as_csv), _empty(wanted, ahead)
        if (run.rich or run.aloud) and not (as_json or as_csv):
            rows = list(found)
            shown = show_list(run, wish, SessionLine._fields, rows, _with_titles(rows), told)
        else:
            shown = show_list(run, wish, SessionLine._fields, found, COLUMNS, told)
        if shown == most:
            chosen = {"status": wanted, "ahead_of": day}
            say_more(shown, lambda most: queries.count(reader, most, handle, **chosen))
        if ahead and wish == OutputFormat():
            _say_agreed(run, reader, handle)


def _say_agreed(run: Context, reader: "Reader", handle: str | None) -> None:
    """Say on which conversations people agreed that were not planned: they lie ahead too."""
    from coachlog.dates.show import show_moment
    from coachlog.journal.session.appointment.upcoming import agreed

    for one in agreed(reader, run.now, run.zone):
        if handle in (None, one.handle):
            told = _("Agreed with {name}, not planned: {moment}. Plan it: {command}")
            moment = show_moment(local_moment(one.at, one.time_zone), language())
            command = hint(f"session plan {one.handle}")
            say(told.format(name=one.name, moment=moment, command=command))


def show(number: Number, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show one conversation, with its private notes marked.

    coachlog session show 1
    """
    from coachlog.journal.session.show import show_one

    show_one(context(), parse.number(number) or 0, OutputFormat(as_json, as_csv))


def remove(number: Number, yes: Yes = False) -> None:
    """Remove a conversation, with what was said and agreed in it.

    coachlog session remove 2 --yes
    """
    from coachlog.base.days import show_day
    from coachlog.journal.common.remove import remove as take_away

    run = context()
    with run.reader() as reader:
        found = queries.line(reader, parse.number(number) or 0)
        name = coachee_line(reader, found.coachee).name
    title = _("Conversation {n} with {name}").format(n=found.number, name=name)
    day = show_day(date.fromisoformat(found.held_on), language())
    take_away(run, "session", f"{title} · {day}", yes, number=found.number)


def _with_titles(rows: Iterable[SessionLine]) -> tuple[Column, ...]:
    """The columns, with what people call the methods of these *rows*."""
    known = titles(each.method for each in rows)
    return tuple(each._replace(words=known) if each.kind == "method" else each for each in COLUMNS)


def _empty(status: str | None, ahead: bool) -> str:
    if ahead or status == "planned":
        told = _("No conversation is planned. Plan one: {command}")
        return told.format(command=hint("session plan"))
    if status:
        return _("No conversation with that status.")
    return _("No conversations yet. Start one: {command}").format(command=hint("session new"))
