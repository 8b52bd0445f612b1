"""The zones that calendars name in other ways than the IANA does; nothing is guessed."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from coachlog.base.clock import UnknownZoneError, in_zone, zone
from coachlog.base.data_file import read_data_file
from coachlog.base.folding import plain

_PLACES = Path(__file__).parent / "places.toml"
_DISPLAY_NAME = re.compile(
    r"\(?(?:UTC|GMT)\s*(?:([+-])\s*(\d{1,2})[:.]?(\d\d))?\)\s*(.+)", re.IGNORECASE
)
_OF_MICROSOFT = {"tzone://microsoft/utc": "Etc/UTC"}
_YEARS = range(2000, 2040)
"""Within them, the offset that Windows tells of a zone has been right at some time."""


@cache
def known_zone(name: str) -> str | None:
    """Return the IANA name of the zone that a calendar calls *name*; None where it is not known.

    It may be a name of the IANA, also behind the address of a program, of Windows, or one that
    Outlook shows, such as `(UTC+01:00) Brussels, Copenhagen, Madrid, Paris`.
    """
    name = name.strip().strip('"').strip()
    found = _of_iana(name) or _of_windows(name) or _shown_by_outlook(name)
    return found if found and _is_usable(found) else None


@cache
def have_same_rules(one: str, other: str) -> bool:
    """Return whether the clocks of two zones show the same time in these years."""
    return _rules(one) == _rules(other)


def _of_iana(name: str) -> str | None:
    if name.casefold() in _OF_MICROSOFT:
        return _OF_MICROSOFT[name.casefold()]
    pieces = [piece for piece in name.split("/") if piece]
    if not pieces or len(name) > 200:
        return None
    # As in /freeassociation.sourceforge.net/Tzfile/Europe/Brussels.
    for count in range(len(pieces), 1, -1):
        if found := _names().get("/".join(pieces[-count:]).casefold()):
            return found
    return _names().get(name.casefold()) if "/" not in name else None


@cache
def _names() -> dict[str, str]:
    """The names of the IANA that this machine knows, by themselves in small letters."""
    return {name.casefold(): name for name in available_timezones()}


def _is_usable(name: str) -> bool:
    if name in ("Factory", "localtime"):
        return False
    try:
        zone(name)
    except UnknownZoneError:
        return False
    return True


def _of_windows(name: str) -> str | None:
    found = _windows().get(name.casefold())
    return _names().get(found.casefold()) if found else None


@cache
def _windows() -> dict[str, str]:
    return {name.casefold(): iana for name, iana in WINDOWS_TO_OLSON.items()}


def _shown_by_outlook(name: str) -> str | None:
    """Return the zone of a name as Outlook shows it, by its places: `(UTC+01:00) Brussels, …`."""
    match = _DISPLAY_NAME.fullmatch(name)
    if match:
        minutes = int(match[2] or 0) * 60 + int(match[3] or 0)
        offset = timedelta(minutes=-minutes if match[1] == "-" else minutes)
        zones = list(_zones_of(match[4], offset))
    else:
        words = name.split(",")
        zones = list(_zones_of(name, None)) if len(words) > 1 else []
        zones = zones if len(zones) == len(words) else []
    # Several places share a zone: they must have the same rules, or none of them is meant.
    is_one = len({_rules(each) for each in zones}) == 1
    return zones[0] if is_one else None


def _zones_of(places: str, offset: timedelta | None) -> Iterator[str]:
    """Yield the zones of *places* that are known and have this *offset*, in their order."""
    for place in (places, *places.split(",")):
        for candidate in _places().get(plain(place.strip()).replace(" and ", " & "), ()):
            if _is_usable(candidate) and (offset is None or offset in _usual_offsets(candidate)):
                yield candidate
                break


@cache
def _places() -> dict[str, list[str]]:
    """The zones by their places, in small letters without accents."""
    found: dict[str, list[str]] = {}
    for zone_name, places in read_data_file(_PLACES).items():
        for place in places:
            found.setdefault(place, []).append(zone_name)
    for name in sorted(_names().values()):
        area, slash, city = name.rpartition("/")
        if slash and not area.startswith("Etc"):
            found.setdefault(plain(city.replace("_", " ")), []).append(name)
    return found


@cache
def _usual_offsets(zone_name: str) -> frozenset[timedelta]:
    """The offsets that a zone has had in its winters."""
    return frozenset(min(_offsets(zone_name, year)) for year in _YEARS)


@cache
def _rules(zone_name: str) -> tuple[tuple[timedelta, ...], ...]:
    """What tells one zone from another of now: its offsets month by month."""
    year = 2026
    return tuple(_offsets(zone_name, each) for each in (year - 1, year, year + 1))


def _offsets(zone_name: str, year: int) -> tuple[timedelta, ...]:
    moments = (datetime(year, month, 15, tzinfo=UTC) for month in range(1, 13))
    return tuple(in_zone(moment, zone_name).utcoffset() or timedelta() for moment in moments)
