"""Which planned conversation a guided one is: found when it opens, looked at before the save."""

from datetime import datetime

from coachlog.base import clock
from coachlog.base.errors import NotFoundError
from coachlog.base.texts import _
from coachlog.guide.draft import DraftHead, GuideDraft
from coachlog.guide.guide import Guide
from coachlog.guide.opening import ask
from coachlog.interview.conversation import without
from coachlog.journal.coachee.queries import Person, matching
from coachlog.journal.session.appointment import queries
from coachlog.journal.session.appointment.queries import Appointment, NotPlannedError
from coachlog.journal.session.moments import shown
from coachlog.terminal.context import Context
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.values import parse


def chosen(context: Context, number: int, person: Person | None) -> Appointment:
    """The planned conversation of that *number*, which is with that *person*."""
    with context.reader() as reader:
        found = queries.planned_one(reader, number)
    if person is None or found.coachee != person.handle:
        raise NotPlannedError(number=number, name=person.name if person else "–")
    return found


def find(
    context: Context,
    prompter: Prompter,
    person: Person | None,
    starts_at: datetime,
    *,
    silent: bool = False,
) -> Appointment | None:
    """The planned conversation that this one is; asked where it was planned on another day.

    *starts_at* is on the clock of the conversation. *Silent*, nothing is shown, and it is one of
    this day.
    """
    if person is None:
        return None
    zone = str(starts_at.tzinfo)
    with context.reader() as reader:
        found = queries.meant_by(reader, person.handle, starts_at, zone)
    if found is None:
        return None
    today = clock.local_day(found.start, zone) == starts_at.date()
    if silent:
        return found if today else None
    tell(prompter, found)
    if today:
        return found
    prompter.show(_("Is this that conversation?"), "question")
    answer = ask(prompter, Prompt(_("(Y/n)") + " ›", check=parse.yes_no))
    return None if parse.yes_no(answer) is False else found


def tell(prompter: Prompter, found: Appointment) -> None:
    """Say on one line when it was planned, and what about."""
    line = _("Planned for {moment}.").format(moment=shown(found.starts_at, found.time_zone))
    prompter.show()
    prompter.show(f"{line} {found.topic}" if found.topic else line, "quiet")


def with_plan(draft: GuideDraft, found: Appointment) -> GuideDraft:
    """*draft* with what the plan says: its form, and its topic as a proposal.

    With three at the table nothing is proposed; the topic stays unless there is another one.
    """
    head: DraftHead = {"form": found.form} if found.form else {}
    head |= draft.head
    if found.number:
        head["planned"] = found.number
    topics = [question for question in draft.interview.path if question.fills == "topic"]
    return draft._replace(
        head=head,
        proposed={topics[0].id: found.topic}
        if topics and found.topic and not draft.with_three
        else {},
    )


def look_again(context: Context, guide: Guide) -> None:
    """Make it a conversation of its own, with a word, where the planned one is so no longer."""
    number = guide.draft.head.get("planned")
    if number is None:
        return
    found = _still(context, number, guide.draft.coachee)
    if found is None:
        let_go(guide)
        told = _(
            "Conversation {n} is no longer planned: this one is saved as a separate conversation."
        )
        guide.prompter.show(told.format(n=number), "note")
    elif found.minutes and "minutes" not in guide.draft.head:
        guide.save_draft(head=guide.draft.head | {"minutes": found.minutes})


def let_go(guide: Guide) -> None:
    """Make this a conversation of its own: the planned one stays planned."""
    guide.save_draft(head=without(guide.draft.head, "planned"))


def _still(context: Context, number: int, coachee: str) -> Appointment | None:
    with context.reader() as reader:
        try:
            found = queries.planned_one(reader, number)
        except (NotPlannedError, NotFoundError):
            return None
        handles = [person.handle for person in matching(reader, coachee)]
    return found if found.coachee in handles else None
