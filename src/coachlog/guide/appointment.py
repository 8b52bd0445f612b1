"""Asking with whom and when a conversation is planned, and what about."""

from datetime import datetime
from functools import partial

from coachlog.base import clock
from coachlog.base.texts import _, language
from coachlog.dates.show import show_moment
from coachlog.guide.opening import ask, choose_person
from coachlog.interview.conversation import Conversation
from coachlog.journal.session.appointment.queries import Appointment
from coachlog.journal.session.moments import ahead, moved
from coachlog.terminal.confirm import confirm, confirm_default_yes
from coachlog.terminal.context import Context
from coachlog.terminal.echo import echo
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.terminal.prompters import make_prompter
from coachlog.terminal.rescue import try_again
from coachlog.terminal.unsaved import remember
from coachlog.values import parse


def ask_what_is_missing(context: Context, given: Conversation, zone: str) -> Conversation:
    """*given* with the person, the moment and perhaps the topic; raises StoppedError."""
    prompter = make_prompter(context)
    with context.reader() as reader:
        name, person = choose_person(reader, prompter, given.get("coachee"))
    said: Conversation = {"coachee": person.handle if person else name}
    if "date" not in given:
        said["date"] = _ask_moment(context, prompter, zone).isoformat()
        if topic := "topic" not in given and _ask_topic(prompter):
            said["topic"] = topic
    remember({key: str(value) for key, value in said.items()}, partial(try_again, prompter))
    return given | said


def ask_another_moment(context: Context, one: Appointment) -> datetime:
    """When the appointment *one* will be instead. Raises StoppedError."""
    prompter = make_prompter(context)
    prompter.show(_("It is now {moment}. When will it be?").format(moment=_shown(one)), "question")

    def read(text: str) -> datetime:
        return moved(text, one.start, context.now, one.time_zone)

    help_text = _("A day, an hour, or both: friday, 15:00, next tuesday 14:00")
    found = read(ask(prompter, Prompt(help=help_text, check=read)))
    echo(prompter, _there(found, one.time_zone))
    return found


def moves_instead(context: Context, name: str, there: Appointment, moment: datetime) -> bool | None:
    """Whether the appointment that is *there* is moved, rather than another one planned.

    None where it is at the very same moment, and no other one is wanted.
    """
    if there.start == moment:
        told = _("The appointment with {name} is there already: {moment}.")
        question, meant = _("Plan another one at the same moment?"), False
        if confirm(context, [told.format(name=name, moment=_shown(there))], question, yes=False):
            return meant
        return None
    told = _("There is an appointment with {name}: {moment}.")
    question = _("Move that one?")
    return confirm_default_yes(context, [told.format(name=name, moment=_shown(there))], question)


def _shown(one: Appointment) -> str:
    return show_moment(_there(one.start, one.time_zone), language())


def _there(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(clock.zone(zone))


def _ask_moment(context: Context, prompter: Prompter, zone: str) -> datetime:
    prompter.show(_("When will you meet?"), "question")

    def read(text: str) -> datetime:
        return ahead(text, context.now, zone)

    help_text = _("For example: next Tuesday 14:00")
    found = read(ask(prompter, Prompt(help=help_text, check=read)))
    echo(prompter, _there(found, zone))
    return found


def _ask_topic(prompter: Prompter) -> str | None:
    prompter.show(_("What will it be about? Press Enter if that is still open."), "question")
    return parse.text(ask(prompter, Prompt(check=parse.text)))
