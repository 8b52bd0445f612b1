"""Reading appointments: conversations that are planned, and what the latest one agreed."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.clock import instant, local_day, moment_of
from coachlog.base.errors import NotFoundError, RefusedError
from coachlog.base.texts import N_
from coachlog.journal.coachee.queries import Person
from coachlog.journal.session.queries import SESSIONS
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work

USUAL_MINUTES = 60
"""So long an appointment is thought to take of which nobody said how long."""
LONGEST = timedelta(days=1)
LATE, EARLY = timedelta(days=14), timedelta(days=3)
"""So much later or earlier than planned a conversation may be held, and be the planned one."""


class Appointment(NamedTuple):
    """When somebody is to be seen; the instant in UTC.

    *number* is that of the planned conversation; None where the conversation *agreed_in* agreed
    upon the moment and it was not planned as one.
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
        """The local day."""
        return local_day(self.start, self.time_zone).isoformat()

    @property
    def start(self) -> datetime:
        """The aware moment at which it begins."""
        return moment_of(self.starts_at)

    @property
    def end(self) -> datetime:
        """The aware moment at which it will be over."""
        return self.start + timedelta(minutes=self.minutes or USUAL_MINUTES)


class NotPlannedError(RefusedError):
    """A conversation that is to be the one that was planned, and is not."""

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
"""A later conversation agrees anew, or shows that the one agreed upon took place another day."""
_MET = "select 1 from sessions where coachee = :coachee and held_on = :day"


def planned(reader: "Reader", coachee: str) -> list[Appointment]:
    """The conversations planned with a person, the soonest first; also those of days gone by."""
    sql = _PLANNED + _OF_ONE + " order by starts_at, number"
    return list(reader.rows(Appointment, sql, coachee=coachee))


def of_person(reader: "Reader", coachee: str) -> list[Appointment]:
    """Every appointment with a person of which nothing is known yet, the soonest first.

    What the latest conversation agreed counts until there is a conversation on that day.
    """
    agreed = reader.rows(Appointment, _AGREED + _OF_ONE + _LATEST, coachee=coachee)
    return _sorted([*planned(reader, coachee), *_not_met(reader, agreed)])


def between(reader: "Reader", first: datetime, last: datetime) -> list[Appointment]:
    """Every appointment with anybody that begins in [*first*, *last*), the soonest first."""
    bounds = {"first": instant(first), "last": instant(last)}
    agreed = reader.rows(Appointment, _AGREED + _AGREED_BETWEEN + _LATEST, **bounds)
    found = reader.rows(Appointment, _PLANNED + _BETWEEN, **bounds)
    return _sorted([*found, *_not_met(reader, agreed)])


def meant_by(
    reader: "Reader", coachee: str, moment: datetime, zone_name: str
) -> Appointment | None:
    """The planned conversation that one with this person at *moment* is: of that day, or near."""
    day = local_day(moment, zone_name)
    near = [
        each
        for each in planned(reader, coachee)
        if local_day(each.start, zone_name) == day or -EARLY <= moment - each.start <= LATE
    ]
    return min(
        near,
        key=lambda each: (local_day(each.start, zone_name) != day, abs(moment - each.start)),
        default=None,
    )


def planned_one(reader: "Reader", number: int) -> Appointment:
    """A planned conversation; raises NotFoundError or NotPlannedError."""
    found = reader.one(Appointment, _PLANNED + " and number = :number", number=number)
    if found:
        return found
    sql = (
        "select c.name from session s join coachee c on c.id = s.coachee_id"
        " where s.number = :number"
    )
    name = reader.value(sql, number=number)
    if name is None:
        raise SESSIONS.missing(number=number)
    raise NotPlannedError(number=number, name=name)


def movable(reader: "Reader", number: int) -> Appointment:
    """The appointment that is conversation *number*, or that was agreed upon in it.

    Raises NotFoundError or NotPlannedError.
    """
    try:
        return planned_one(reader, number)
    except NotPlannedError:
        sql = "select coachee from sessions where number = :number"
        coachee = str(reader.value(sql, number=number))
        found = [each for each in of_person(reader, coachee) if each.agreed_in == number]
        if not found:
            raise
        return found[0]


def others_ahead(reader: "Reader", one: Appointment, now: datetime) -> list[Appointment]:
    """What lies ahead with the same person besides, the nearest to *one* first."""
    found = [
        each
        for each in of_person(reader, one.coachee)
        if each.start >= now and (each.number, each.agreed_in) != (one.number, one.agreed_in)
    ]
    return sorted(found, key=lambda each: abs(each.start - one.start))


def number_in(which: str) -> int | None:
    """The number that *which* is; None where it is somebody's name."""
    typed = which.strip().removeprefix("#")
    return parse.number(typed) if typed.isascii() and typed.isdigit() else None


def next_of(reader: "Reader", person: Person, now: datetime) -> Appointment:
    """The next appointment with a person, or else the latest; raises NotFoundError."""
    found = of_person(reader, person.handle)
    if not found:
        raise NotFoundError(
            N_("There is no appointment with {name}."),
            N_("Plan one: coachlog session plan {handle} MOMENT"),
            name=person.name,
            handle=person.handle,
        )
    return next((each for each in found if each.start >= now), found[-1])


def missed_by(reader: "Reader", person: Person, now: datetime) -> Appointment:
    """The latest appointment with a person that has passed; raises NotFoundError."""
    found = [each for each in of_person(reader, person.handle) if each.start <= now]
    if not found:
        raise NotFoundError(
            N_("There is no appointment with {name} that has passed."),
            N_("See the conversations: coachlog session list --coachee {handle}"),
            name=person.name,
            handle=person.handle,
        )
    return found[-1]


def same_day(reader: "Reader", one: Appointment) -> Appointment | None:
    """Another conversation planned with the same person on that day."""
    others = [each for each in planned(reader, one.coachee) if each.number != one.number]
    return next((each for each in others if each.on == one.on), None)


def overlapping(reader: "Reader", one: Appointment) -> Appointment | None:
    """An appointment with somebody else while this one takes place."""
    found = between(reader, one.start - LONGEST, one.end)
    return next(
        (each for each in found if each.coachee != one.coachee and each.end > one.start), None
    )


def call_off(work: "Work", number: int, status: str, reason: str | None) -> None:
    """Note that a conversation was cancelled or missed, and the reason when that is given.

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
    """Let an appointment be at another moment, on the clock of *zone_name*."""
    day = local_day(to, zone_name)
    planned_at = {"starts_at": to, "held_on": day, "time_zone": zone_name}
    number, values = (
        (one.agreed_in or 0, {"next_at": to}) if one.number is None else (one.number, planned_at)
    )
    work.update("session", SESSIONS.id_of(work, number), values)


def _not_met(reader: "Reader", agreed: Iterable[Appointment]) -> Iterator[Appointment]:
    for each in list(agreed):
        if reader.value(_MET, coachee=each.coachee, day=each.on) is None:
            yield each


def _sorted(found: list[Appointment]) -> list[Appointment]:
    return sorted(found, key=lambda each: (each.starts_at, each.coachee))
