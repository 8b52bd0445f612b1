"""Opening balances on the command line, and consent to be named in a log."""

from coachlog.base.days import day_text
from coachlog.base.texts import N_, _, language
from coachlog.journal.coachee.consents import queries as consents
from coachlog.journal.coachee.consents.queries import LOG
from coachlog.journal.coachee.lookup import find
from coachlog.journal.common.columns import columns
from coachlog.journal.common.list_command import list_command
from coachlog.journal.common.numbered import remove_command
from coachlog.journal.common.show import show_command
from coachlog.journal.hours.queries import BALANCES, BalanceLine
from coachlog.schema.hours import HOURS
from coachlog.terminal.context import context
from coachlog.terminal.output import On, Who, say_done

COLUMNS = columns(HOURS, "until_on", "hours", "paid", "clients")


@list_command(HOURS, BALANCES, COLUMNS, N_("No hours from before the journal were noted."))
def list_() -> None:
    """List the opening balances: hours from before the journal.

    coachlog hours list
    """


def title(line: BalanceLine) -> str:
    """Return what people call an opening balance: its number and its last day."""
    heading = _("Opening balance {n}").format(n=line.number)
    return f"{heading} · {day_text(line.until_on, language())}"


@show_command(HOURS, BALANCES, title)
def show() -> None:
    """Show one opening balance.

    coachlog hours show 1
    """


@remove_command(HOURS, BALANCES, title)
def remove() -> None:
    """Remove an opening balance.

    coachlog hours remove 1 --yes
    """


def consent(who: Who, on: On = None) -> None:
    """Note that somebody agrees to be named in the log of your practice hours.

    coachlog hours consent amina --on 2026-10-01
    """
    run = context()
    day = run.past_day(on).isoformat()
    with run.work("hours consent") as work:
        person = find(work, who)
        is_new = consents.add_consent(work, person, day, LOG)
        agreed_on = consents.consent_day(work, person.id, LOG) or day
    text = _("{name} agreed on {day}.") if is_new else _("{name} already agreed, on {day}.")
    say_done(text.format(name=person.name, day=day_text(agreed_on, language())), "hours")


def withdraw(who: Who, on: On = None) -> None:
    """Note that somebody no longer agrees to be named in your log; their hours fall out of it.

    coachlog hours withdraw amina
    """
    run = context()
    day = run.past_day(on).isoformat()
    with run.work("hours withdraw") as work:
        person = find(work, who)
        was_given = consents.consent_day(work, person.id, LOG) is not None
        consents.end_consent(work, person, day, LOG)
    text = (
        _("Consent of {name} to be named withdrawn on {day}.")
        if was_given
        else _("There is nothing to withdraw: {name} did not agree.")
    )
    say_done(text.format(name=person.name, day=day_text(day, language())), "hours")
