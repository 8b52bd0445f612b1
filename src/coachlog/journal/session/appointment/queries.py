"""Reads appointments: planned conversations, and those on which the latest one agreed."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.clock import instant, local_day, moment_of
from coachlog.base.errors import NotFoundError, RefusedError
from coachlog.base.texts import N_
from coachlog.journal.coachee.lookup import Person
from coachlog.journal.session.queries import SESSIONS
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work

USUAL_MINUTES = 60
"""The length of an appointment if none is given."""
LONGEST = timedelta(days=1)
"""The longest appointment: one that began earlier cannot overlap any more."""
LATE, EARLY = timedelta(days=14), timedelta(days=3)
"""How much later or earlier a conversation may be held and still count as the planned one."""


class Appointment(NamedTuple):
    """A future meeting with a coachee; *starts_at* is in UTC.

    *number* is that of the planned conversation. It is None for a moment that was only agreed on,
    in the conversation with the number *agreed_in*.
    """

    coachee: str
    starts_at: str
    time_zone: str
    minutes: int | None
    topic: str | None
    form: str | None
    number: int | None
    agreed_in: int | None

    @property
    def on(self) -> str:
        """Return the local day as ISO text."""
        return local_day(self.start, self.time_zone).isoformat()

    @property
    def start(self) -> datetime:
        """Return the moment at which it begins."""
        return moment_of(self.starts_at)

    @property
    def end(self) -> datetime:
        """Return the moment at which it ends."""
        return self.start + timedelta(minutes=self.minutes or USUAL_MINUTES)


class NotPlannedError(RefusedError):
    """The number given is not that of a planned conversation with this person."""

    cause = N_("Conversation {number} is not a planned conversation with {name}.")
    remedy = N_("See what is planned: coachlog session list --status planned")


_PLANNED = (
    "select coachee, starts_at, time_zone, minutes, topic, form, number, null from sessions"
    " where status = 'planned'"
)
_AGREED = (
    "select s.coachee, s.next_at, s.time_zone, null, null, null, null, s.number from sessions s"
    " where s.status = 'held' and s.next_at is not null"
)
_OF_ONE = " and coachee = :coachee"
_BETWEEN = " and starts_at >= :first and starts_at < :last"
_AGREED_BETWEEN = " and s.next_at >= :first and s.next_at < :last"
_LATEST = (
    " and not exists (select 1 from sessions l where l.coachee = s.coachee and l.status = 'held'"
    " and (l.starts_at >= s.next_at or (l.starts_at > s.starts_at and l.next_at is not null)))"
)
"""Leaves out an agreement that a later conversation replaced, or that was held at another time."""
_SESSION_THAT_DAY = "select 1 from sessions where coachee = :coachee and held_on = :day"


def planned(reader: "Reader", coachee: str) -> list[Appointment]:
    """Return the conversations planned with a person, soonest first; also those of past days."""
    sql = _PLANNED + _OF_ONE + " order by starts_at, number"
    return list(reader.rows(Appointment, sql, coachee=coachee))


def of_person(reader: "Reader", coachee: str) -> list[Appointment]:
    """Return the appointments with a person that were neither held nor called off, soonest first.

    One that was only agreed on counts until there is a conversation on that day.
    """
    agreed = reader.rows(Appointment, _AGREED + _OF_ONE + _LATEST, coachee=coachee)
    return _sorted([*planned(reader, coachee), *_without_session(reader, agreed)])


def between(reader: "Reader", first: datetime, last: datetime) -> list[Appointment]:
    """Return the appointments with anybody that begin in [*first*, *last*), soonest first."""
    bounds = {"first": instant(first), "last": instant(last)}
    agreed = reader.rows(Appointment, _AGREED + _AGREED_BETWEEN + _LATEST, **bounds)
    planned_between = reader.rows(Appointment, _PLANNED + _BETWEEN, **bounds)
    return _sorted([*planned_between, *_without_session(reader, agreed)])


def matching_appointment(
    reader: "Reader", coachee: str, moment: datetime, zone_name: str
) -> Appointment | None:
    """Return the planned conversation that one held at *moment* most likely is, or None.

    One planned on that day comes first, then the nearest within `EARLY` and `LATE`.
    """
    day = local_day(moment, zone_name)

    def distance(appointment: Appointment) -> timedelta:
        return abs(moment - appointment.start)

    appointments = planned(reader, coachee)
    same_day = [each for each in appointments if local_day(each.start, zone_name) == day]
    near = [each for each in appointments if -EARLY <= moment - each.start <= LATE]
    return min(same_day or near, key=distance, default=None)


def planned_appointment(reader: "Reader", number: int) -> Appointment:
    """Return a planned conversation; raises NotFoundError or NotPlannedError."""
    appointment = reader.one(Appointment, _PLANNED + " and number = :number", number=number)
    if appointment:
        return appointment
    # The name is only for the message: why there is no planned one with that number.
    sql = (
        "select c.name from session s join coachee c on c.id = s.coachee_id"
        " where s.number = :number"
    )
    name = reader.value(sql, number=number)
    if name is None:
        raise SESSIONS.missing(number=number)
    raise NotPlannedError(number=number, name=name)


def movable(reader: "Reader", number: int) -> Appointment:
    """Return the appointment that is conversation *number*, or that was agreed on in it.

    Raises NotFoundError or NotPlannedError.
    """
    try:
        return planned_appointment(reader, number)
    except NotPlannedError:
        sql = "select coachee from sessions where number = :number"
        coachee = str(reader.value(sql, number=number))
        for appointment in of_person(reader, coachee):
            if appointment.agreed_in == number:
                return appointment
        raise


def others_ahead(reader: "Reader", one: Appointment, now: datetime) -> list[Appointment]:
    """Return the other future appointments with the same person, the nearest to *one* first."""

    def is_other(appointment: Appointment) -> bool:
        # Not compared as a whole: *one* may have been moved since it was read.
        return (appointment.number, appointment.agreed_in) != (one.number, one.agreed_in)

    ahead = [each for each in of_person(reader, one.coachee) if each.start >= now]
    return sorted(filter(is_other, ahead), key=lambda each: abs(each.start - one.start))


def number_in(which: str) -> int | None:
    """Return the number in *which*, for example 12 for `#12`; None where it is a name."""
    typed = which.strip().removeprefix("#")
    is_number = typed.isascii() and typed.isdigit()
    return parse.number(typed) if is_number else None


def next_of(reader: "Reader", person: Person, now: datetime) -> Appointment:
    """Return the next appointment with a person, or else the latest past one.

    Raises NotFoundError.
    """
    appointments = of_person(reader, person.handle)
    if not appointments:
        raise NotFoundError(
            N_("There is no appointment with {name}."),
            N_("Plan one: coachlog session plan {handle} MOMENT"),
            name=person.name,
            handle=person.handle,
        )
    future = [each for each in appointments if each.start >= now]
    return future[0] if future else appointments[-1]


def missed_by(reader: "Reader", person: Person, now: datetime) -> Appointment:
    """Return the latest appointment with a person that has passed; raises NotFoundError."""
    past = [each for each in of_person(reader, person.handle) if each.start <= now]
    if not past:
        raise NotFoundError(
            N_("There is no appointment with {name} that has passed."),
            N_("See the conversations: coachlog session list --coachee {handle}"),
            name=person.name,
            handle=person.handle,
        )
    return past[-1]


def same_day(reader: "Reader", one: Appointment) -> Appointment | None:
    """Return another conversation planned with the same person on that day, or None."""
    for appointment in planned(reader, one.coachee):
        if appointment.number != one.number and appointment.on == one.on:
            return appointment
    return None


def overlapping(reader: "Reader", one: Appointment) -> Appointment | None:
    """Return an appointment with somebody else that overlaps with *one*, or None."""
    for appointment in between(reader, one.start - LONGEST, one.end):
        if appointment.coachee != one.coachee and appointment.end > one.start:
            return appointment
    return None


def call_off(work: "Work", number: int, status: str, reason: str | None) -> None:
    """Save that a conversation was cancelled or missed, and the reason if one is given.

    Raises NotFoundError, or RefusedError for one that was held or cannot be missed yet.
    """
    before = SESSIONS.record(work, number)
    if before["status"] == "held":
        raise RefusedError(
            N_("Conversation {number} has already been held."),
            N_("Was that a mistake? coachlog session edit {number} --status cancelled"),
            number=number,
        )
    if status == "missed" and before["starts_at"] > instant(work.now):
        raise RefusedError(
            N_("Conversation {number} has not taken place yet."),
            N_("If it does not go ahead: coachlog session cancel {number}"),
            number=number,
        )
    values = {"status": status, "reason": reason or before["reason"]}
    work.update("session", before["id"], values)


def move(work: "Work", one: Appointment, to: datetime, zone_name: str) -> None:
    """Save another moment for an appointment, on the clock of *zone_name*.

    One that was only agreed on stands in the conversation in which that was done.
    """
    values: dict[str, object]
    if one.number is None:
        number = one.agreed_in or 0  # never 0: one of the two numbers is always there
        values = {"next_at": to}
    else:
        number = one.number
        values = {"starts_at": to, "held_on": local_day(to, zone_name), "time_zone": zone_name}
    work.update("session", SESSIONS.id_of(work, number), values)


def _without_session(
    reader: "Reader", appointments: Iterable[Appointment]
) -> Iterator[Appointment]:
    """Yield the *appointments* on whose day there is no conversation with that person."""
    for appointment in list(appointments):  # all are read before the next statement runs
        day = appointment.on
        if reader.value(_SESSION_THAT_DAY, coachee=appointment.coachee, day=day) is None:
            yield appointment


def _sorted(appointments: list[Appointment]) -> list[Appointment]:
    return sorted(appointments, key=lambda each: (each.starts_at, each.coachee))
