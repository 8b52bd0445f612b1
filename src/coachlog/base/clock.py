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
"""Between them a clock may stand, so that days can be counted on from there in both directions."""

_SHOWN = 60


class UnknownZoneError(RefusedError):
    """A time zone that this machine does not know."""

    cause = N_("The time zone {name} is not known here.")
    remedy = N_("Use a name like Europe/Brussels.")


_STOPPED_CLOCK = (
    N_("COACHLOG_NOW is not a valid date and time: “{text}”."),
    N_("Give it as 2026-11-24T09:00Z, or unset it."),
)


def now() -> datetime:
    """The present instant, in UTC, to the millisecond.

    `COACHLOG_NOW` (an ISO instant) stops the clock, for demonstrations and tests.
    """
    fixed = os.environ.get("COACHLOG_NOW")
    try:
        moment = datetime.fromisoformat(fixed) if fixed else datetime.now(UTC)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise UsageError(*_STOPPED_CLOCK, text=(fixed or "")[:_SHOWN]) from error
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        if fixed:
            raise UsageError(*_STOPPED_CLOCK, text=fixed[:_SHOWN])
        raise UnavailableError(
            N_("The clock of this machine is wrong: it says the year is {year}."),
            N_("Set the clock, then try again."),
            year=moment.year,
        )
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def instant(moment: datetime) -> str:
    """An aware *moment* as the store keeps it: `YYYY-MM-DDTHH:MM:SS.mmmZ`, in UTC."""
    utc = moment.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def moment_of(text: str) -> datetime:
    """The aware moment, in UTC, that a stored instant stands for."""
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
    """The calendar day of *moment* where the clock says *zone_name*."""
    return moment.astimezone(zone(zone_name)).date()


def local_moment(text: str, zone_name: str) -> datetime:
    """A stored instant on the clock of *zone_name*; in UTC where this machine does not know it."""
    moment = moment_of(text)
    try:
        return moment.astimezone(zone(zone_name))
    except UnknownZoneError:
        return moment


_here: list[Callable[[], str]] = []


def live_in(zone_name: Callable[[], str] | None) -> None:
    """Take the time zone that *zone_name* tells as that of whoever reads; None where unknown."""
    _here[:] = [] if zone_name is None else [zone_name]


def here(moment: datetime) -> datetime | None:
    """*moment* on the clock of whoever reads, where that is another one than its own."""
    if not (_here and place_of(moment)):
        return None
    local = moment.astimezone(zone(_here[0]()))
    return None if local.utcoffset() == moment.utcoffset() else local


def place_of(moment: datetime) -> str:
    """The place whose clock *moment* is on: `New York`; empty where none is known."""
    name = str(getattr(moment.tzinfo, "key", ""))
    area, _slash, place = name.rpartition("/")
    return name if area == "Etc" else place.replace("_", " ")
