"""Now, instants and local days. The only place that asks the machine for the time."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING

from coachlog.base.errors import RefusedError, UnavailableError, UsageError
from coachlog.base.texts import N_

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


FIRST_YEAR, LAST_YEAR = 1970, 2999
"""The years that a clock may have, with room to count days from there in both directions."""

_SHOWN = 60
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
    """The present instant, in UTC, to the millisecond.

    `COACHLOG_NOW` (an ISO instant) stops the clock, for demonstrations and tests. Raises UsageError
    for a wrong one, UnavailableError where the clock of the machine is outside the years allowed.
    """
    fixed = os.environ.get("COACHLOG_NOW")
    try:
        moment = datetime.fromisoformat(fixed) if fixed else datetime.now(UTC)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise UsageError(*_WRONG_FIXED_TIME, text=(fixed or "")[:_SHOWN]) from error
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        if fixed:
            raise UsageError(*_WRONG_FIXED_TIME, text=fixed[:_SHOWN])
        raise UnavailableError(
            N_("The clock of this machine is wrong: it says the year is {year}."),
            N_("Set the clock, then try again."),
            year=moment.year,
        )
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def instant(moment: datetime) -> str:
    """An aware *moment* as the store has it: `YYYY-MM-DDTHH:MM:SS.mmmZ`, in UTC."""
    utc = moment.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def moment_of(text: str) -> datetime:
    """The aware moment, in UTC, of a stored instant."""
    return datetime.fromisoformat(text)


@cache
def zone(name: str) -> "ZoneInfo":
    """The time zone called *name*; raises UnknownZoneError."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # plain lists show no local time

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnknownZoneError(name=name) from error


def local_day(moment: datetime, zone_name: str) -> date:
    """The calendar day of *moment* in the time zone *zone_name*."""
    return moment.astimezone(zone(zone_name)).date()


def local_moment(text: str, zone_name: str) -> datetime:
    """A stored instant in the time zone *zone_name*; in UTC where this machine does not know it."""
    moment = moment_of(text)
    try:
        return moment.astimezone(zone(zone_name))
    except UnknownZoneError:
        return moment


_reader_zone: Callable[[], str] | None = None
"""The function that tells the name of the reader's time zone; None where that is unknown."""


def set_reader_zone(zone_name: Callable[[], str] | None) -> None:
    """Set the time zone of the person who reads, told when it is first needed; None: unknown."""
    global _reader_zone
    _reader_zone = zone_name


def in_reader_zone(moment: datetime) -> datetime | None:
    """*moment* in the time zone of the person who reads; None where its own has the same time.

    None too where either zone is unknown.
    """
    if _reader_zone is None or not zone_city(moment):
        return None
    local = moment.astimezone(zone(_reader_zone()))
    return None if local.utcoffset() == moment.utcoffset() else local


def zone_city(moment: datetime) -> str:
    """The city that the time zone of *moment* is called after: `New York`; empty where unknown."""
    name = str(getattr(moment.tzinfo, "key", ""))
    area, _slash, city = name.rpartition("/")
    return name if area == "Etc" else city.replace("_", " ")
