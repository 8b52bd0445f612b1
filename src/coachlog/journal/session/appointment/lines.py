"""Prints the moment of an appointment that was saved, and other appointments near it."""

from datetime import datetime

from coachlog.base import clock
from coachlog.base.texts import _, language
from coachlog.dates.show import show_here, show_moment, show_time
from coachlog.journal.coachee import queries as coachees
from coachlog.journal.session.appointment import queries
from coachlog.journal.session.appointment.queries import Appointment
from coachlog.journal.session.moments import show_instant
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.output import say_done


def tell_planned(context: Context, number: int, *commands: str) -> None:
    """Print when conversation *number* is planned, *commands* to type next, and other appointments.

    Nothing is refused for these: the coach only has to know.
    """
    with context.reader() as reader:
        appointment = queries.planned_appointment(reader, number)
        name = coachees.line(reader, appointment.coachee).name
    text = _("Conversation {n} with {name} is planned: {moment}.")
    moment = _moment_text(context, appointment.start, appointment.time_zone)
    say_done(text.format(n=number, name=name, moment=moment), *commands)
    _say_others(context, appointment, name)


def tell_moved(context: Context, one: Appointment, to: datetime, name: str) -> None:
    """Print from when to when the appointment *one* was moved, and other appointments near it."""
    text = _("The appointment with {name} is moved: {moment}, no longer {before}.")
    before = show_instant(one.starts_at, one.time_zone)
    moment = _moment_text(context, to, one.time_zone)
    say_done(text.format(name=name, moment=moment, before=before), "session list --ahead")
    _say_others(context, one._replace(starts_at=clock.instant(to)), name)


def _moment_text(context: Context, moment: datetime, zone_name: str) -> str:
    """Return a moment in the time zone of the appointment, and in the coach's own if it differs."""
    local = clock.in_zone(moment, zone_name)
    text = show_moment(local, language())
    own_moment = show_here(local, language(), context.today)
    if not own_moment:
        return text
    own_text = _("{moment} for you").format(moment=own_moment)
    return f"{text} ({own_text})"


def _say_others(context: Context, appointment: Appointment, name: str) -> None:
    """Print another appointment with the same person, *name*, and one with somebody else then."""
    with context.reader() as reader:
        same_day = queries.same_day(reader, appointment)
        others_ahead = queries.others_ahead(reader, appointment, context.now)
        overlapping = queries.overlapping(reader, appointment)
        if overlapping:
            overlapping_name = coachees.line(reader, overlapping.coachee).name
    if same_day:
        text = _("Another conversation with {name} is planned that day: number {n}, at {time}.")
        time = show_time(clock.in_zone(same_day.start, same_day.time_zone), language())
        say(text.format(name=name, n=same_day.number, time=time))
    elif others_ahead and not context.interactive:  # on a terminal, the coach was asked about it
        text = _("There is another appointment with {name}: {moment}. Move that one: {command}")
        nearest = others_ahead[0]
        command = hint(f"session move {nearest.number or nearest.agreed_in} MOMENT")
        moment = show_instant(nearest.starts_at, nearest.time_zone)
        say(text.format(name=name, moment=moment, command=command))
    if overlapping:
        text = _("You already have an appointment with {name} at that time: {moment}.")
        moment = show_instant(overlapping.starts_at, overlapping.time_zone)
        say(text.format(name=overlapping_name, moment=moment))
