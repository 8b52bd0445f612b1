"""Check-ins on workable work on the command line: lists, one, the course of each lens."""

from typing import Annotated

from coachlog.base.days import day_text
from coachlog.base.texts import N_, _, language
from coachlog.journal.coachee.consents import queries as consents
from coachlog.journal.coachee.lookup import find
from coachlog.journal.common.columns import columns
from coachlog.journal.common.list_command import list_command
from coachlog.journal.common.numbered import remove_command
from coachlog.journal.common.show import show_command
from coachlog.journal.workability.queries import CHECK_INS, CheckInLine, refuse_appraiser
from coachlog.journal.workability.withdrawal import withdraw_and_erase
from coachlog.schema.workability import WORKABILITY
from coachlog.terminal.command_options import Yes, option_info
from coachlog.terminal.context import context
from coachlog.terminal.output import Who, say_done

COLUMNS = columns(WORKABILITY, "coachee", "checked_on", "note")


@list_command(WORKABILITY, CHECK_INS, COLUMNS, N_("No check-ins yet."))
def list_() -> None:
    """List check-ins on workable work, newest first.

    coachlog workability list --coachee amina
    """


@show_command(WORKABILITY, CHECK_INS, lambda line: _("Check-in {n}").format(n=line.number))
def show() -> None:
    """Show one check-in: its figures and the note.

    coachlog workability show 1
    """


def title(line: CheckInLine) -> str:
    """Return what people call a check-in: its number, whose it is and its day."""
    heading = _("Check-in {n}").format(n=line.number)
    return f"{heading} · {line.coachee} · {line.checked_on}"


@remove_command(WORKABILITY, CHECK_INS, title)
def remove() -> None:
    """Remove a check-in.

    coachlog workability remove 1 --yes
    """


def consent(
    who: Who,
    on: Annotated[str | None, option_info("--on", N_("A day other than today."), "DAY")] = None,
) -> None:
    """Note that somebody explicitly agrees to notes about workable work.

    coachlog workability consent amina --on 2026-10-01
    """
    run = context()
    day = run.past_day(on).isoformat()
    with run.work("workability consent") as work:
        person = find(work, who)
        refuse_appraiser(work, person)
        is_new = consents.add_consent(work, person, day)
        agreed_on = consents.consent_day(work, person.id) or day
    text = _("{name} agreed on {day}.") if is_new else _("{name} already agreed, on {day}.")
    message = text.format(name=person.name, day=day_text(agreed_on, language()))
    say_done(message, f"workability new --coachee {person.handle}")


def withdraw(who: Who, yes: Yes = False) -> None:
    """Note that somebody withdraws consent, and erase the data for good.

    coachlog workability withdraw amina --yes
    """
    run = context()
    with run.reader() as reader:
        person = find(reader, who)
    withdraw_and_erase(run, person, "workability withdraw", yes, run.today.isoformat())
