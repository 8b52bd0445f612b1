"""The time zone of this machine."""

import os
from pathlib import Path


def machine_zone() -> str:
    """Return the name of the machine's time zone, `Europe/Brussels` if nothing tells it."""
    return _zone_of_environment() or _zone_of_machine()


def _zone_of_environment() -> str:
    """Return the zone that `TZ` names or `/etc/localtime` points at; "" if that is not certain.

    Quick, and enough on most machines.
    """
    if zone_name := os.environ.get("TZ"):
        # Not a rule such as CET-1CEST, nor a path.
        is_place = "/" in zone_name and not zone_name.startswith((":", "/"))
        is_known = is_place and Path("/usr/share/zoneinfo", zone_name).is_file()
        return zone_name if is_known else ""
    try:
        name = str(Path("/etc/localtime").readlink()).partition("/zoneinfo/")[2]
    except OSError:
        return ""
    return "" if name.startswith(("posix/", "right/")) else name


def _zone_of_machine() -> str:
    import tzlocal  # slow: it looks everywhere

    return str(tzlocal.get_localzone_name() or "Europe/Brussels")
