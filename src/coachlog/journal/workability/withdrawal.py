"""Withdrawing the consent to notes about workable work: what was noted is erased for good."""

from typing import TYPE_CHECKING

from coachlog.base.days import day_text
from coachlog.base.texts import _, language, ngettext
from coachlog.journal.coachee.consents import queries as consents
from coachlog.store.purge import ids_ever_referring, purge
from coachlog.terminal.confirm import confirm
from coachlog.terminal.context import Context
from coachlog.terminal.output import say_done

if TYPE_CHECKING:
    from coachlog.journal.coachee.lookup import Person
    from coachlog.store.work import Work


def withdraw_and_erase(run: Context, person: "Person", command: str, yes: bool, day: str) -> None:
    """Save that a person withdrew the consent on *day*, and erase all figures, once confirmed."""
    with run.reader() as reader:
        traces = consents.count_traces(reader, person)
        agreed_on = consents.consent_day(reader, person.id)
    if not agreed_on and not any(traces):
        say_done(_("There is nothing to withdraw: {name} did not agree.").format(name=person.name))
        return
    checkins = ngettext("{n} check-in", "{n} check-ins", traces.checkins).format(n=traces.checkins)
    lenses = ngettext(
        "{n} aspect of workable work", "{n} aspects of workable work", traces.lenses
    ).format(n=traces.lenses)
    data = f"{checkins}, {lenses}"
    announcement = [
        _("To be erased for {name}: {what}.").format(name=person.name, what=data),
        _("Including every word and figure of it in the history. Undo cannot bring it back."),
    ]
    if not confirm(run, announcement, _("Withdraw the consent?"), yes):
        return
    with run.work(command) as work:
        _withdraw_and_purge(work, person, day)
    text = _("Consent of {name} withdrawn on {day}; the data are erased.")
    say_done(text.format(name=person.name, day=day_text(day, language())))


def _withdraw_and_purge(work: "Work", person: "Person", day: str) -> None:
    """Save the withdrawal, and erase what that consent allowed, in the history as well.

    Check-ins and lenses of goals are gone for good: undo cannot bring them back.
    """
    consents.end_consent(work, person, day, consents.WORKABILITY)
    goals = ids_ever_referring(work, "goal", "coachee_id", [person.id])
    erased = {
        "workability": ids_ever_referring(work, "workability", "coachee_id", [person.id]),
        "goal_lens": ids_ever_referring(work, "goal_lens", "goal_id", goals),
    }
    erased["correction"] = ids_ever_referring(
        work, "correction", "record_id", [id_ for ids in erased.values() for id_ in ids]
    )
    of_person = ids_ever_referring(work, "consent", "coachee_id", [person.id])
    about_this = ids_ever_referring(work, "consent", "about", [consents.WORKABILITY])
    purge(work, erased, forget={"consent": sorted({*of_person} & {*about_this})})
