"""`onboarding charter`: what the charter of a newcomer still lacks, and that it was signed."""

from coachlog.base.days import day_text, show_day
from coachlog.base.texts import N_, _, language
from coachlog.guide.onboarding.own_name import keep_own_name, own_name_question
from coachlog.journal.coachee.lookup import Person, find
from coachlog.journal.onboarding import agreement
from coachlog.journal.onboarding.queries import trajectory_of
from coachlog.journal.trajectory.queries import TrajectoryLine
from coachlog.terminal.command_options import option, with_parameters
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.fields import ask_in_turn
from coachlog.terminal.output import Who, say_done
from coachlog.terminal.prompters import make_prompter

PARAMETERS: dict[str, object] = {
    "which": Who,
    **agreement.OPTIONS,
    "signed_on": option("--signed-on", N_("The day on which it was signed."), "DAY"),
}


@with_parameters(PARAMETERS)
def charter(which: str, signed_on: str | None, **typed: str | None) -> None:
    """Fill in the charter of a newcomer, and note when it was signed; no signature is kept.

    coachlog onboarding charter jonas --manager "Koen Maes" --signed-on today
    """
    run = context()
    day = run.past_day(signed_on) if signed_on else None
    texts = {name: text for name, text in typed.items() if text}
    values = agreement.parse_texts(texts)
    with run.reader() as reader:
        person = find(reader, which)
        trajectory = trajectory_of(reader, person)
        known = agreement.current_values(reader, person, trajectory)
    if not (day or values or trajectory.charter_signed_on):
        values = _ask(run, known)
    if values or day:
        with run.work("onboarding charter" if day else "trajectory edit") as work:
            signed = {"charter_signed_on": day} if day else {}
            agreement.save(work, person, trajectory.number, {**values, **signed})
    if day:
        text = _("The charter of {name} was signed on {day}.")
        message = text.format(name=person.name, day=show_day(day, language()))
        say_done(message, f"report charter {person.handle}", f"onboarding list {person.handle}")
        return
    _say_how_far(run, person, trajectory)


def _ask(run: Context, known: dict[str, str]) -> dict[str, object]:
    """Ask, at a terminal, for what is not known yet; return the values that were answered.

    Also for the coach's own name where it is not set: that one is kept in the settings.
    """
    unknown = [field for field in agreement.FIELDS if field.name not in known]
    questions = (*unknown, *own_name_question(run))
    if not (run.interactive and questions):
        return {}
    answers = ask_in_turn(make_prompter(run), questions, {})
    keep_own_name(run, answers)
    return agreement.parse_texts(answers)


def _say_how_far(run: Context, person: Person, trajectory: TrajectoryLine) -> None:
    """Say whether the charter was signed, what is not known yet, and what can be typed next."""
    handle = person.handle
    if trajectory.charter_signed_on:
        text = _("The charter of {name} was signed on {day}.")
        day = day_text(trajectory.charter_signed_on, language())
        say_done(text.format(name=person.name, day=day), f"report charter {handle}")
        return
    with run.reader() as reader:
        known = agreement.current_values(reader, person, trajectory_of(reader, person))
    missing = {
        field.flag: _(agreement.NAMES[field.name])
        for field in agreement.FIELDS
        if field.name not in known
    }
    say(_("The charter of {name} has not been signed yet.").format(name=person.name))
    if missing:
        options = " ".join(f"{flag} …" for flag in missing)
        say(_("Not on it yet: {what}.").format(what=", ".join(missing.values())))
        say("  " + hint(f"onboarding charter {handle} {options}"))
    say("  " + hint(f"report charter {handle}"))
    say("  " + hint(f"onboarding charter {handle} --signed-on {_('DAY')}"))
