"""Reads the moment of a conversation and of the next one from what was typed."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from coachlog.base.clock import in_zone, local_day, moment_of, zone
from coachlog.base.errors import CoachlogError, RefusedError
from coachlog.base.texts import N_, language
from coachlog.dates.calendars import Prefer
from coachlog.dates.parse import DayMissingError, parse_moment
from coachlog.dates.show import show_moment

USUAL_HOUR = time(9, 0)
"""The time of a conversation if only the day is given."""


class SessionMoments(NamedTuple):
    """The start and the next appointment, both with an offset, and the time zone for both."""

    starts_at: datetime
    next_at: datetime | None
    time_zone: str


_HAS_PASSED = (
    N_("{moment} has passed: only future conversations can be planned."),
    N_("Did the talk take place? Save it as a conversation: coachlog session new --date MOMENT"),
)


def parse(
    text: str, now: datetime, zone_name: str, *, past: bool, hour: time = USUAL_HOUR
) -> datetime:
    """Return the moment in *text*, which is ISO or words such as "tuesday 14:00".

    Where the words fit two days, *past* takes the one before *now*. A day without a time gets
    *hour*.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    has_offset = moment is not None and moment.tzinfo is not None
    # Other years are left to the general parser, which explains what is wrong with them.
    if moment is not None and has_offset and 1900 <= moment.year <= 2200:
        return moment
    direction: Prefer = "past" if past else "future"
    return parse_moment(text, now, zone_name, default_time=hour, prefer=direction)


def day_of(raw_input: object, now: datetime, zone_name: str) -> date:
    """Return the local day of a conversation in an unchecked input; today where it has none.

    Errors are left to the check of the whole input, which needs this day.
    """
    values = raw_input if isinstance(raw_input, dict) else {}
    own_zone = values.get("time_zone") or zone_name
    start = values.get("date") or values.get("starts_at") or values.get("held_on")
    is_held = values.get("status", "held") == "held"
    try:
        moment = parse(start, now, own_zone, past=is_held) if isinstance(start, str) else now
        return local_day(moment, own_zone)
    except (CoachlogError, TypeError):  # TypeError: the zone may be no text
        return local_day(now, zone_name)


def show_instant(starts_at: str, zone_name: str) -> str:
    """Return a stored instant as people read it, on the clock of *zone_name*."""
    return _in_words(moment_of(starts_at), zone_name)


def future_moment(text: str, now: datetime, zone_name: str) -> datetime:
    """Return the moment in *text*; raises RefusedError if it has passed."""
    moment = parse(text, now, zone_name, past=False)
    _refuse_past(moment, now, zone_name)
    return moment


def moved_moment(text: str, before: datetime, now: datetime, zone_name: str) -> datetime:
    """Return the moment in *text* to which an appointment at *before* is moved.

    A time alone keeps the day, and a day alone keeps the time. Raises RefusedError if the moment
    has passed.
    """
    local_before = in_zone(before, zone_name)
    try:
        moment = parse(text, now, zone_name, past=False, hour=local_before.time())
    except DayMissingError:
        moment = parse(f"{local_before:%d/%m/%Y} {text}", now, zone_name, past=False)
    _refuse_past(moment, now, zone_name)
    return moment


def _refuse_past(moment: datetime, now: datetime, zone_name: str) -> None:
    """Raise RefusedError for a moment before this minute."""
    if moment < now.replace(second=0, microsecond=0):
        raise RefusedError(*_HAS_PASSED, moment=_in_words(moment, zone_name))


class NextBeforeStartError(RefusedError):
    """The next appointment would be earlier than the conversation itself."""

    cause = N_("The next appointment, {moment}, is before this conversation.")
    remedy = N_("Correct one of the two dates.")


def session_moments(
    date: str | None, next_at: str | None, zone_name: str, now: datetime, *, held: bool
) -> SessionMoments:
    """Return the moments of a conversation from what was typed.

    Without a *date* it starts in this minute. Days in *next_at* count from the start. Raises
    RefusedError for a *held* conversation in the future, and NextBeforeStartError.
    """
    time_zone = zone(zone_name)  # first of all: raises UnknownZoneError
    this_minute = now.replace(second=0, microsecond=0)
    starts_at = parse(date, now, zone_name, past=held) if date else this_minute
    # A day of margin: a talk of later today may already be written down.
    if held and starts_at > now + timedelta(days=1):
        raise RefusedError(
            N_("A conversation that was held cannot be in the future: {moment}."),
            N_("Correct the date, or give --status planned."),
            moment=_in_words(starts_at, zone_name),
        )
    if not next_at:
        return SessionMoments(starts_at, None, zone_name)
    next_start = next_moment(next_at, starts_at.astimezone(time_zone), zone_name)
    return SessionMoments(starts_at, next_start, zone_name)


def next_moment(typed: str, starts_at: datetime, zone_name: str) -> datetime:
    """Return the moment of the next appointment; raises NextBeforeStartError.

    Its days count from when the conversation *starts_at*.
    """
    moment = parse(typed, starts_at, zone_name, past=False)
    if moment <= starts_at:
        raise NextBeforeStartError(moment=_in_words(moment, zone_name))
    return moment


def _in_words(moment: datetime, zone_name: str) -> str:
    return show_moment(in_zone(moment, zone_name), language())
