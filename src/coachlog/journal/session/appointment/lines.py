"""What is told of an appointment: the moment to the minute, and what it collides with."""

from datetime import datetime

from coachlog.base import clock
from coachlog.base.texts import _, language
from coachlog.dates.show import show_here, show_moment, show_time
from coachlog.journal.coachee import queries as coachees
from coachlog.journal.session.appointment import queries
from coachlog.journal.session.appointment.queries import Appointment
from coachlog.journal.session.moments import shown
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.output import say_done


def tell_planned(context: Context, number: int, *commands: str) -> None:
    """Say what is planned, and in one line each what there is besides: all of it stands."""
    with context.reader() as reader:
        one = queries.planned_one(reader, number)
        name = coachees.line(reader, one.coachee).name
    told = _("Conversation {n} with {name} is planned: {moment}.")
    moment = _with_own_clock(context, one.start, one.time_zone)
    say_done(told.format(n=number, name=name, moment=moment), *commands)
    _tell_besides(context, one, name)


def tell_moved(context: Context, one: Appointment, to: datetime, name: str) -> None:
    """Say from when to when the appointment *one* was moved, and what there is besides."""
    told = _("The appointment with {name} is moved: {moment}, no longer {before}.")
    before = shown(one.starts_at, one.time_zone)
    moment = _with_own_clock(context, to, one.time_zone)
    say_done(told.format(name=name, moment=moment, before=before), "session list --ahead")
    _tell_besides(context, one._replace(starts_at=clock.instant(to)), name)


def _with_own_clock(context: Context, moment: datetime, zone_name: str) -> str:
    local = moment.astimezone(clock.zone(zone_name))
    own = show_here(local, language(), context.today)
    told = show_moment(local, language())
    return f"{told} ({_('{moment} for you').format(moment=own)})" if own else told


def _tell_besides(context: Context, one: Appointment, name: str) -> None:
    with context.reader() as reader:
        same_day = queries.same_day(reader, one)
        besides = queries.others_ahead(reader, one, context.now)
        other = queries.overlapping(reader, one)
        whom = coachees.line(reader, other.coachee).name if other else ""
    if same_day:
        told = _("Another conversation with {name} is planned that day: number {n}, at {time}.")
        time = show_time(same_day.start.astimezone(clock.zone(same_day.time_zone)), language())
        say(told.format(name=name, n=same_day.number, time=time))
    elif besides and not context.interactive:  # who is there was asked
        told = _("There is another appointment with {name}: {moment}. Move that one: {command}")
        first = besides[0]
        command = hint(f"session move {first.number or first.agreed_in} MOMENT")
        moment = shown(first.starts_at, first.time_zone)
        say(told.format(name=name, moment=moment, command=command))
    if other:
        told = _("You already have an appointment with {name} at that time: {moment}.")
        say(told.format(name=whom, moment=shown(other.starts_at, other.time_zone)))
