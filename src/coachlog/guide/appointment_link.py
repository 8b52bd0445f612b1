"""The planned conversation that a guided one is: found at the start, checked before the save."""

from datetime import datetime

from coachlog.base import clock
from coachlog.base.errors import NotFoundError
from coachlog.base.texts import _
from coachlog.guide.draft import DraftHead, GuideDraft
from coachlog.guide.guide import Guide
from coachlog.guide.simple_prompt import ask
from coachlog.interview.conversation import without
from coachlog.journal.coachee.lookup import Person, matching
from coachlog.journal.session.appointment import queries
from coachlog.journal.session.appointment.queries import Appointment, NotPlannedError
from coachlog.journal.session.moments import show_instant
from coachlog.terminal.context import Context
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.values import parse


def planned_with(context: Context, number: int, person: Person | None) -> Appointment:
    """Return the planned conversation of that *number*.

    Raises NotPlannedError if there is none, or if it is not with that *person*.
    """
    with context.reader() as reader:
        appointment = queries.planned_appointment(reader, number)
    if person is None or appointment.coachee != person.handle:
        raise NotPlannedError(number=number, name=person.name if person else "–")
    return appointment


def find(
    context: Context,
    prompter: Prompter,
    person: Person | None,
    starts_at: datetime,
    *,
    silent: bool = False,
) -> Appointment | None:
    """Return the planned conversation that this one is; ask if it was planned for another day.

    *starts_at* is the local time of this one. Return None if there is none, or the coach says that
    it is not this one. Where *silent*, nothing is shown or asked, and only one that was planned
    for the same day counts.
    """
    if person is None:
        return None
    zone = str(starts_at.tzinfo)
    with context.reader() as reader:
        appointment = queries.matching_appointment(reader, person.handle, starts_at, zone)
    if appointment is None:
        return None
    is_same_day = clock.local_day(appointment.start, zone) == starts_at.date()
    if silent:
        return appointment if is_same_day else None
    show(prompter, appointment)
    if is_same_day:
        return appointment
    prompter.show(_("Is this that conversation?"), "question")
    answer = ask(prompter, Prompt(_("(Y/n)") + " ›", check=parse.yes_no))
    return None if parse.yes_no(answer) is False else appointment


def show(prompter: Prompter, appointment: Appointment) -> None:
    """Show on one line for when the conversation was planned, and its topic."""
    moment = show_instant(appointment.starts_at, appointment.time_zone)
    line = _("Planned for {moment}.").format(moment=moment)
    prompter.show()
    prompter.show(f"{line} {appointment.topic}" if appointment.topic else line, "quiet")


def with_plan(draft: GuideDraft, appointment: Appointment) -> GuideDraft:
    """Return *draft* linked to the appointment, with its form, and its topic as a proposal.

    With three at the table nothing is proposed: the plan was not made with them.
    """
    head: DraftHead = {"form": appointment.form} if appointment.form else {}
    head |= draft.head  # a form that the coach gave counts
    if appointment.number:  # a next conversation that was only agreed on has none
        head["planned"] = appointment.number
    topic_question = next((q for q in draft.interview.path if q.fills == "topic"), None)
    proposed = {}
    if topic_question and appointment.topic and not draft.with_three:
        proposed = {topic_question.id: appointment.topic}
    return draft._replace(head=head, proposed=draft.proposed | proposed)


def refresh(context: Context, guide: Guide) -> None:
    """Unlink an appointment that is no longer planned, and say so.

    If it still is, the conversation gets its length, unless it has one.
    """
    number = guide.draft.head.get("planned")
    if number is None:
        return
    appointment = _find_planned(context, number, guide.draft.coachee)
    if appointment is None:
        unlink(guide)
        message = _(
            "Conversation {n} is no longer planned: this one is saved as a separate conversation."
        )
        guide.prompter.show(message.format(n=number), "note")
    elif appointment.minutes and "minutes" not in guide.draft.head:
        guide.save_draft(head=guide.draft.head | {"minutes": appointment.minutes})


def planned_minutes(context: Context, guide: Guide) -> int | None:
    """Return how long the conversation was planned to take; None where that is not known."""
    number = guide.draft.head.get("planned")
    appointment = _find_planned(context, number, guide.draft.coachee) if number else None
    return appointment.minutes if appointment else None


def unlink(guide: Guide) -> None:
    """Make this a conversation of its own: the planned one stays planned."""
    guide.save_draft(head=without(guide.draft.head, "planned"))


def _find_planned(context: Context, number: int, coachee: str) -> Appointment | None:
    """Return the appointment if it is still planned, with the same person; otherwise None."""
    with context.reader() as reader:
        try:
            appointment = queries.planned_appointment(reader, number)
        except (NotPlannedError, NotFoundError):
            return None
        handles = [person.handle for person in matching(reader, coachee)]
    return appointment if appointment.coachee in handles else None
