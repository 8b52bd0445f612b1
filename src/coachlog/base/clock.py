"""Now, instants and local days. The only place that asks the machine for the time."""

import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from coachlog.base.errors import RefusedError, UnavailableError, UsageError
from coachlog.base.texts import N_

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


FIRST_YEAR, LAST_YEAR = 1970, 2999
"""The years that a clock may have, with room to count days from there in both directions."""

_SHOWN_LENGTH = 60
"""How many characters of a wrong COACHLOG_NOW an error shows."""


class UnknownZoneError(RefusedError):
    """A time zone that this machine does not know."""

    cause = N_("The time zone {name} is not known here.")
    remedy = N_("Use a name like Europe/Brussels.")


_WRONG_FIXED_TIME = (
    N_("COACHLOG_NOW is not a valid date and time: “{text}”."),
    N_("Give it as 2026-11-24T09:00Z, or unset it."),
)


def now() -> datetime:
    """Return the present instant, in UTC, to the millisecond.

    `COACHLOG_NOW` (an ISO instant) stops the clock, for demonstrations and tests. Raises UsageError
    for a wrong one, UnavailableError where the clock of the machine is outside the years allowed.
    """
    fixed_time = os.environ.get("COACHLOG_NOW")
    try:
        moment = datetime.fromisoformat(fixed_time) if fixed_time else datetime.now(UTC)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise UsageError(*_WRONG_FIXED_TIME, text=(fixed_time or "")[:_SHOWN_LENGTH]) from error
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        if fixed_time:
            raise UsageError(*_WRONG_FIXED_TIME, text=fixed_time[:_SHOWN_LENGTH])
        raise UnavailableError(
            N_("The clock of this machine is wrong: it says the year is {year}."),
            N_("Set the clock, then try again."),
            year=moment.year,
        )
    whole_milliseconds = moment.microsecond // 1000 * 1000  # the precision of the store
    return moment.replace(microsecond=whole_milliseconds)


def passed_seconds() -> float:
    """Return seconds that only rise, for measuring how long something takes.

    `COACHLOG_SECONDS` names a file with their number, for demonstrations and tests.
    """
    file = os.environ.get("COACHLOG_SECONDS")
    if not file:
        return time.monotonic()
    return float(Path(file).read_text(encoding="ascii") or 0)


def instant(moment: datetime) -> str:
    """Return an aware *moment* as the store has it: `YYYY-MM-DDTHH:MM:SS.mmmZ`, in UTC."""
    utc = moment.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def moment_of(text: str) -> datetime:
    """Return the aware moment, in UTC, of a stored instant."""
    return datetime.fromisoformat(text)


@cache
def zone(name: str) -> "ZoneInfo":
    """Return the time zone called *name*; raises UnknownZoneError."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # plain lists show no local time

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnknownZoneError(name=name) from error


def in_zone(moment: datetime, zone_name: str) -> datetime:
    """Return *moment* in the time zone *zone_name*; in UTC where the calendar ends before that."""
    try:
        return moment.astimezone(zone(zone_name))
    except OverflowError:  # in the first or the last hours that there are
        return moment.astimezone(UTC)


def local_day(moment: datetime, zone_name: str) -> date:
    """Return the calendar day of *moment* in the time zone *zone_name*."""
    return in_zone(moment, zone_name).date()


def local_moment(text: str, zone_name: str) -> datetime:
    """Return a stored instant in the time zone *zone_name*, or in UTC where that is unknown."""
    moment = moment_of(text)
    try:
        return in_zone(moment, zone_name)
    except UnknownZoneError:
        return moment


_reader_zone: Callable[[], str] | None = None
"""The function that returns the name of the reader's time zone; None where that is unknown."""


def set_reader_zone(zone_name: Callable[[], str] | None) -> None:
    """Set the function that finds the reader's time zone when it is needed; None for unknown."""
    global _reader_zone
    _reader_zone = zone_name


def on_reader_clock(moment: datetime) -> datetime:
    """Return *moment* on the clock of the person who reads; as it is where that is unknown."""
    try:
        return moment if _reader_zone is None else in_zone(moment, _reader_zone())
    except UnknownZoneError:
        return moment


def in_reader_zone(moment: datetime) -> datetime | None:
    """Return *moment* in the time zone of the person who reads.

    Return None where the clocks of both zones show the same time, or either zone is unknown.
    """
    has_named_zone = bool(zone_city(moment))
    if _reader_zone is None or not has_named_zone:
        return None
    local = in_zone(moment, _reader_zone())
    is_same_time = local.utcoffset() == moment.utcoffset()
    return None if is_same_time else local


def zone_city(moment: datetime) -> str:
    """Return the city that the time zone of *moment* is named after: `New York`.

    Return an empty text for a zone without a name. `Etc/GMT+2` has no city, and is given whole.
    """
    zone_name = str(getattr(moment.tzinfo, "key", ""))
    area, _slash, city = zone_name.rpartition("/")
    return zone_name if area == "Etc" else city.replace("_", " ")
