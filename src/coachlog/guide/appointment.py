"""Asks with whom and when a conversation is planned, and what about."""

from datetime import datetime
from functools import partial

from coachlog.base import clock
from coachlog.base.texts import _, language
from coachlog.dates.show import show_moment
from coachlog.guide.person_choice import choose_person
from coachlog.guide.simple_prompt import ask
from coachlog.interview.conversation import Conversation
from coachlog.journal.session.appointment.queries import Appointment
from coachlog.journal.session.moments import future_moment, moved_moment
from coachlog.terminal.confirm import confirm, confirm_default_yes
from coachlog.terminal.context import Context
from coachlog.terminal.echo import echo
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.terminal.prompters import make_prompter
from coachlog.terminal.rescue import try_again
from coachlog.terminal.unsaved import remember
from coachlog.values import parse


def ask_what_is_missing(context: Context, conversation: Conversation, zone: str) -> Conversation:
    """Ask for what *conversation* lacks, and return it complete. Raises StoppedError.

    That is the person and the moment; the topic too, if the moment is asked for.
    """
    prompter = make_prompter(context)
    with context.reader() as reader:
        name, person = choose_person(reader, prompter, conversation.get("coachee"))
    answers: Conversation = {"coachee": person.handle if person else name}
    if "date" not in conversation:
        answers["date"] = _ask_moment(context, prompter, zone).isoformat()
        topic = None if "topic" in conversation else _ask_topic(prompter)
        if topic:
            answers["topic"] = topic
    # No error in what follows may lose what was typed here.
    remember({key: str(value) for key, value in answers.items()}, partial(try_again, prompter))
    return conversation | answers


def ask_another_moment(context: Context, appointment: Appointment) -> datetime:
    """Ask to which moment an appointment is moved, and return it. Raises StoppedError."""
    prompter = make_prompter(context)
    question = _("It is now {moment}. When will it be?")
    prompter.show(question.format(moment=_moment_text(appointment)), "question")

    def read(text: str) -> datetime:
        return moved_moment(text, appointment.start, context.now, appointment.time_zone)

    help_text = _("A day, an hour, or both: friday, 15:00, next tuesday 14:00")
    moment = read(ask(prompter, Prompt(help=help_text, check=read)))
    echo(prompter, _local(moment, appointment.time_zone))
    return moment


def ask_move_or_plan(
    context: Context, name: str, existing: Appointment, moment: datetime
) -> bool | None:
    """Ask whether to move the *existing* appointment (True) or to plan another one (False).

    Return None where it is at that very *moment*, and the coach wants no second one.
    """
    if existing.start == moment:
        message = _("The appointment with {name} is there already: {moment}.")
        lines = [message.format(name=name, moment=_moment_text(existing))]
        question = _("Plan another one at the same moment?")
        wants_second = confirm(context, lines, question, yes=False)
        return False if wants_second else None
    message = _("There is an appointment with {name}: {moment}.")
    lines = [message.format(name=name, moment=_moment_text(existing))]
    return confirm_default_yes(context, lines, _("Move that one?"))


def _moment_text(appointment: Appointment) -> str:
    return show_moment(_local(appointment.start, appointment.time_zone), language())


def _local(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(clock.zone(zone))


def _ask_moment(context: Context, prompter: Prompter, zone: str) -> datetime:
    """Ask for a moment that is still to come, and show it in full. Raises StoppedError."""
    prompter.show(_("When will you meet?"), "question")

    def read(text: str) -> datetime:
        return future_moment(text, context.now, zone)

    help_text = _("For example: next Tuesday 14:00")
    moment = read(ask(prompter, Prompt(help=help_text, check=read)))
    echo(prompter, _local(moment, zone))
    return moment


def _ask_topic(prompter: Prompter) -> str | None:
    prompter.show(_("What will it be about? Press Enter if that is still open."), "question")
    return parse.text(ask(prompter, Prompt(check=parse.text)))
