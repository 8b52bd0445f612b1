"""What is told of an appointment: the moment to the minute, and what it collides with."""

from coachlog import clock
from coachlog.dateshow import show_time
from coachlog.journal.coachee import queries as coachees
from coachlog.journal.session.appointment import queries
from coachlog.journal.session.moments import shown
from coachlog.terminal.context import Context, say
from coachlog.terminal.output import done
from coachlog.texts import _, language


def tell_planned(context: Context, number: int, *commands: str) -> None:
    """Say what is planned, and in one line what it collides with: all of it stands."""
    with context.reader() as reader:
        one = queries.planned_one(reader, number)
        name = coachees.line(reader, one.coachee).name
        twice = queries.same_day(reader, one)
        other = queries.overlapping(reader, one)
        whom = coachees.line(reader, other.coachee).name if other else ""
    told = _("Conversation {n} with {name} is planned: {moment}.")
    done(told.format(n=number, name=name, moment=shown(one.starts_at, one.time_zone)), *commands)
    if twice:
        told = _("Another conversation with {name} is planned that day: number {n}, at {time}.")
        time = show_time(twice.start.astimezone(clock.zone(twice.time_zone)), language())
        say(told.format(name=name, n=twice.number, time=time))
    if other:
        told = _("You already have an appointment with {name} at that time: {moment}.")
        say(told.format(name=whom, moment=shown(other.starts_at, other.time_zone)))
