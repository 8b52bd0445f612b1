"""Consents on the command line: lists, one of them, withdrawing, removing."""

from typing import TYPE_CHECKING

from coachlog.base.days import day_text
from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_, _, language, ngettext
from coachlog.journal.coachee.consents.queries import (
    CONSENTS,
    HEALTH,
    LOG,
    RELEASE,
    TALKS,
    WORKABILITY,
    ConsentLine,
)
from coachlog.journal.coachee.lookup import Person, find
from coachlog.journal.common.columns import columns
from coachlog.journal.common.list_command import list_command
from coachlog.journal.common.numbered import Number, by_number, remove_command
from coachlog.journal.common.show import show_command
from coachlog.journal.release.saving import withdraw_open
from coachlog.journal.workability.withdrawal import withdraw_and_erase
from coachlog.schema.consent import CONSENT
from coachlog.schema.vocabulary import CONSENTS as WORDS
from coachlog.terminal.command_options import Yes, with_parameters
from coachlog.terminal.context import context, hint, say
from coachlog.terminal.output import On, say_done

if TYPE_CHECKING:
    from coachlog.store.work import Work

COLUMNS = columns(CONSENT, "coachee", "about", "agreed_on", "withdrawn_on", ("words", 2))

EFFECTS = {
    TALKS: N_("No new conversation is noted or planned; what was noted stays: coachlog dossier."),
    HEALTH: N_("Words about health are asked about again at the end of each conversation."),
    LOG: N_("Their hours no longer count in your log."),
    RELEASE: N_("Nothing more is released, and what was not handed over is withdrawn."),
}
"""What a withdrawal does, by what was agreed to."""


def title(line: ConsentLine) -> str:
    """Return what people call a consent: its number, whose it is and what it is about."""
    return f"{_('Consent {n}').format(n=line.number)} · {line.coachee} · {_(WORDS[line.about])}"


@list_command(CONSENT, CONSENTS, COLUMNS, N_("Nothing has been agreed to yet."))
def list_() -> None:
    """List what was agreed to, latest first.

    coachlog consent list --coachee amina
    """


@show_command(CONSENT, CONSENTS, title)
def show() -> None:
    """Show one consent, with its words.

    coachlog consent show 1
    """


@with_parameters({"which": Number, "on": On, "yes": Yes})
def withdraw(which: str, on: str | None, yes: bool) -> None:
    """Note that somebody withdraws a consent; it takes effect at once.

    coachlog consent withdraw 1
    """
    run = context()
    line, day = by_number(CONSENTS, which), run.past_day(on).isoformat()
    with run.reader() as reader:
        person = find(reader, line.coachee)
    if line.withdrawn_on:
        text = _("It was withdrawn already, on {day}.")
        say_done(text.format(day=day_text(line.withdrawn_on, language())))
        return
    if day < line.agreed_on:
        raise RefusedError(
            N_("This was agreed to on {day}, which is later."),
            N_("Give a later day with --on."),
            day=line.agreed_on,
        )
    if line.about == WORKABILITY:
        withdraw_and_erase(run, person, "consent withdraw", yes, day)
        return
    with run.work("consent withdraw") as work:
        copies = _end(work, line, person, day)
    text = _("{name} withdrew a consent on {day}: {about}.")
    about = _(WORDS[line.about])
    say_done(text.format(name=person.name, day=day_text(day, language()), about=about))
    say(_(EFFECTS[line.about]))
    if copies:
        text = ngettext("{n} released text withdrawn.", "{n} released texts withdrawn.", copies)
        say(text.format(n=copies))
    if line.about == RELEASE:
        say(_("Who has a text already: {command}").format(command=hint("knows")))


def _end(work: "Work", line: ConsentLine, person: Person, day: str) -> int:
    """Save the withdrawal with what follows from it; return how many copies were withdrawn."""
    work.update("consent", CONSENTS.id_of(work, line.number), {"withdrawn_on": day})
    return len(withdraw_open(work, person.id, day)) if line.about == RELEASE else 0


@remove_command(CONSENT, CONSENTS, title)
def remove() -> None:
    """Remove a consent that was noted by mistake; one that ended is withdrawn instead.

    coachlog consent remove 1 --yes
    """
