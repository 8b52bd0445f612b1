"""When a conversation was and when the next one is: from what was typed to instants."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from coachlog.base.clock import local_day, moment_of, zone
from coachlog.base.errors import CoachlogError, RefusedError
from coachlog.base.texts import N_, language
from coachlog.dates.parse import DayMissingError, parse_moment
from coachlog.dates.show import show_moment

USUAL_HOUR = time(9, 0)
"""The hour of a conversation of which only the day is known."""


class When(NamedTuple):
    """Start and next appointment, aware, and the zone in which they were said."""

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
    """The aware moment in *text*: ISO with or without an offset, or words.

    *past* prefers what is behind. A day without an hour is taken at *hour*.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is not None and moment.tzinfo is not None and 1900 <= moment.year <= 2200:
        return moment
    return parse_moment(
        text, now, zone_name, default_time=hour, prefer="past" if past else "future"
    )


def day_of(told: object, now: datetime, zone_name: str) -> date:
    """The local day of a conversation as an input tells it; today where it tells none.

    What is wrong with it is told where all of it is checked.
    """
    given = told if isinstance(told, dict) else {}
    place = given.get("time_zone") or zone_name
    start = given.get("date") or given.get("starts_at") or given.get("held_on")
    held = given.get("status", "held") == "held"
    try:
        moment = parse(start, now, place, past=held) if isinstance(start, str) else now
        return local_day(moment, place)
    except (CoachlogError, TypeError):
        return local_day(now, zone_name)


def shown(starts_at: str, zone_name: str) -> str:
    """A stored instant as people read it, on the clock of *zone_name*."""
    return _told(moment_of(starts_at), zone_name)


def future_moment(text: str, now: datetime, zone_name: str) -> datetime:
    """The moment in *text*, which lies ahead; raises RefusedError."""
    moment = parse(text, now, zone_name, past=False)
    if moment < now.replace(second=0, microsecond=0):
        raise RefusedError(*_HAS_PASSED, moment=_told(moment, zone_name))
    return moment


def moved_moment(text: str, before: datetime, now: datetime, zone_name: str) -> datetime:
    """The moment in *text* for what is at *before*: an hour alone leaves the day, and a day the
    hour. Raises RefusedError."""
    local = before.astimezone(zone(zone_name))
    try:
        moment = parse(text, now, zone_name, past=False, hour=local.time())
    except DayMissingError:
        moment = parse(f"{local:%d/%m/%Y} {text}", now, zone_name, past=False)
    if moment < now.replace(second=0, microsecond=0):
        raise RefusedError(*_HAS_PASSED, moment=_told(moment, zone_name))
    return moment


class NextBeforeStartError(RefusedError):
    """The next appointment would be earlier than the conversation itself."""

    cause = N_("The next appointment, {moment}, is before this conversation.")
    remedy = N_("Correct one of the two dates.")


def when(
    date: str | None, next_at: str | None, zone_name: str, now: datetime, *, held: bool
) -> When:
    """The moments of a conversation; raises when they cannot be.

    A conversation without a date starts in this minute; one that was held may not start more
    than a day from now. The next appointment is counted from the start.
    """
    zone(zone_name)
    minute = now.replace(second=0, microsecond=0)
    starts_at = parse(date, now, zone_name, past=held) if date else minute
    if held and starts_at > now + timedelta(days=1):
        raise RefusedError(
            N_("A conversation that was held cannot be in the future: {moment}."),
            N_("Correct the date, or give --status planned."),
            moment=_told(starts_at, zone_name),
        )
    after = (
        parse(next_at, starts_at.astimezone(zone(zone_name)), zone_name, past=False)
        if next_at
        else None
    )
    if after and after <= starts_at:
        raise NextBeforeStartError(moment=_told(after, zone_name))
    return When(starts_at, after, zone_name)


def _told(moment: datetime, zone_name: str) -> str:
    return show_moment(moment.astimezone(zone(zone_name)), language())
