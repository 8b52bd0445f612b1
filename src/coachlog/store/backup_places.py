"""Where the backups of a store are: in a folder beside it, and on a stick or the like."""

import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

from coachlog import settings
from coachlog.base.own_files import file_bytes
from coachlog.store.files import waiting_file

_SUFFIX = ".backups"
PLACES = "copies.txt"
"""The file in the folder of the backups that notes the second places."""

WARNED = "backup-warnings.txt"
"""The file in the folder for logs that notes the warnings of each day."""

WARN_DAYS = 7
"""After so many days without a copy in the second place, `today` says so."""


class SecondPlace(NamedTuple):
    """A second place: the day since which it is known, and that of the last copy, or empty.

    *folder* is where copies were made in it, empty before the first.
    """

    path: str
    since_on: str
    copied_on: str
    folder: str


def folder_of(store: Path) -> Path:
    """Return the folder of the backups of a store: beside it, and named after it."""
    return Path(os.path.realpath(store) + _SUFFIX)


def find_place(folder: Path, place: str) -> SecondPlace | None:
    """Return what is known of the second *place*; None where no copy was ever tried there."""
    return next((known for known in places(folder) if known.path == place), None)


def places(folder: Path) -> list[SecondPlace]:
    """Return the second places that were ever used, from the file that notes them."""
    try:
        text = file_bytes(folder / PLACES).decode("utf-8", "surrogateescape")
    except OSError:
        return []
    lines = [line.split("\t") for line in text.split("\n")]
    return [SecondPlace(*fields) for fields in lines if len(fields) == len(SecondPlace._fields)]


def waiting_places(store: Path) -> list[str]:
    """Return the places in which copies still hold what was erased."""
    try:
        text = waiting_file(store).read_text("utf-8", errors="surrogateescape")
    except OSError:
        return []
    return text.splitlines()


def days_without_copy(store: Path, place: str, today: date) -> int | None:
    """Return for how many days no copy came to *place*; None for less than WARN_DAYS."""
    known = find_place(folder_of(store), place)
    if known is None:
        return None
    try:
        days = (today - date.fromisoformat(known.copied_on or known.since_on)).days
    except ValueError:
        return None
    return days if days >= WARN_DAYS else None


def was_warned(store: Path, day: str) -> bool:
    """Whether it was said on *day* that no backup could be made: once a day is enough."""
    return warning_line(store, day) in read_warnings()


def read_warnings() -> list[str]:
    """Return the warnings that were given; none where they cannot be read."""
    try:
        data = file_bytes(settings.state_place(WARNED))
        return data.decode("utf-8", "surrogateescape").splitlines()
    except OSError:
        return []


def warning_line(store: Path, day: str) -> str:
    """Return the line that notes a warning."""
    return f"{day} {os.path.realpath(store)}"
