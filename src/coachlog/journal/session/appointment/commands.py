"""The commands `session cancel` and `session missed`, for an appointment that was not held."""

from typing import Annotated

import typer

from coachlog.base.texts import N_, _
from coachlog.journal.coachee.lookup import find
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.session import queries as sessions
from coachlog.journal.session.appointment import queries
from coachlog.journal.session.moments import show_instant
from coachlog.terminal.command_options import option_info
from coachlog.terminal.context import context
from coachlog.terminal.output import say_done
from coachlog.values import parse

Which = Annotated[
    str,
    typer.Argument(
        metavar="WHICH", help=N_("The number of the conversation, or with whom it would be.")
    ),
]
Reason = Annotated[str | None, option_info("--reason", N_("Why."))]


def cancel(which: Which, reason: Reason = None) -> None:
    """Cancel an appointment.

    coachlog session cancel amina --reason "On holiday"
    """
    _call_off("cancelled", which, reason)


def missed(which: Which, reason: Reason = None) -> None:
    """Mark an appointment as missed.

    coachlog session missed amina
    """
    _call_off("missed", which, reason)


def _call_off(status: str, which: str, reason: str | None) -> None:
    """Save an appointment as `cancelled` or `missed`; *which* is its number or a person."""
    run = context()
    is_cancelled = status == "cancelled"
    number = queries.number_in(which)
    with run.work("session cancel" if is_cancelled else "session missed") as work:
        if number is None:
            person = find(work, which)
            find_appointment = queries.next_of if is_cancelled else queries.missed_by
            appointment = find_appointment(work, person, run.now)
            number = appointment.number
        if number is None:  # only agreed on, so it is not a conversation yet
            from coachlog.journal.session.appointment.service import call_off_agreed

            number = call_off_agreed(work, appointment, status, parse.text(reason))
        else:
            queries.call_off(work, number, status, parse.text(reason))
        session = sessions.line(work, number)
        name = coachee_line(work, session.coachee).name
    text = (
        _("Conversation {n} with {name} is cancelled: {moment}.")
        if is_cancelled
        else _("Conversation {n} with {name} was missed: {moment}.")
    )
    moment = show_instant(session.starts_at, session.time_zone)
    say_done(text.format(n=number, name=name, moment=moment), f"session plan {session.coachee}")
