"""The command `session list`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from coachlog.base.clock import local_moment
from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, _, language
from coachlog.dates.show import show_moment
from coachlog.interview.titles import titles
from coachlog.journal.common.columns import columns
from coachlog.journal.common.lists import handle_if_named, show_filtered
from coachlog.journal.session.appointment.upcoming import agreed
from coachlog.journal.session.queries import SESSIONS, SessionFilter, SessionLine
from coachlog.schema.session import SESSION
from coachlog.schema.vocabulary import STATUSES
from coachlog.terminal.column import Column
from coachlog.terminal.command_options import option_info
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.output import (
    LIMIT,
    AsCsv,
    AsJson,
    Limit,
    OfPerson,
    OutputFormat,
)
from coachlog.values.typed import choice

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

COLUMNS = columns(
    SESSION,
    ("starts_at", 1, "moment"),
    "coachee",
    ("status", 3),
    ("method", 4, "method"),
    ("minutes", 3),
    ("topic", 1, "topic"),
    Column("actions", N_("Actions"), "number", 3),
    ("next_at", 4, "moment"),
)

Status = Annotated[
    str | None, option_info("--status", SESSION.field("status").given_by.help, "WORD")
]
Ahead = Annotated[
    bool, typer.Option("--ahead", help=N_("What is planned from today on, soonest first."))
]


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
    chosen_status = choice(status, STATUSES)
    if ahead and chosen_status not in (None, "planned"):
        raise UsageError(
            N_("--ahead shows only what is planned; leave out {status}."),
            N_("Give one of the two."),
            status=f"--status {chosen_status}",
        )
    first_day = run.today.isoformat() if ahead else None
    with run.reader() as reader:
        filters = SessionFilter(handle_if_named(reader, coachee), chosen_status, first_day)
        output_format, empty = OutputFormat(as_json, as_csv), _empty_text(chosen_status, ahead)
        show_filtered(
            run, reader, SESSIONS, filters, COLUMNS, empty, limit, output_format, _with_titles
        )
        is_for_people = output_format == OutputFormat()  # neither JSON nor CSV
        if ahead and is_for_people:
            _say_agreed(run, reader, filters.coachee)


def _say_agreed(run: Context, reader: "Reader", handle: str | None) -> None:
    """Print the conversations that were agreed on but not planned, for they lie ahead too.

    Only those with the person *handle*, if it is given.
    """
    for talk in agreed(reader, run.now, run.zone):
        if handle is not None and talk.handle != handle:
            continue
        text = _("Agreed with {name}, not planned: {moment}. Plan it: {command}")
        moment = show_moment(local_moment(talk.at, talk.time_zone), language())
        command = hint(f"session plan {talk.handle}")
        say(text.format(name=talk.name, moment=moment, command=command))


def _with_titles(_reader: "Reader", lines: Iterator[SessionLine]) -> Iterator[SessionLine]:
    """Return conversations with the title of the method in place of its name."""
    sessions = list(lines)
    title_by_name = titles(session.method for session in sessions)
    return (
        session._replace(method=title_by_name.get(session.method or "")) for session in sessions
    )


def _empty_text(status: str | None, ahead: bool) -> str:
    if ahead or status == "planned":
        text = _("No conversation is planned. Plan one: {command}")
        return text.format(command=hint("session plan"))
    if status:
        return _("No conversation with that status.")
    return _("No conversations yet. Start one: {command}").format(command=hint("session new"))
