"""What a damaged store gives: texts that are none, days that do not exist. One hides no other.

A text that cannot be read becomes a word that says so. A day becomes nothing where there may be
none, else its row is left out. Whoever reads learns that something was `damaged`.
"""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from coachlog.base.texts import N_, _

UNREADABLE = N_("(unreadable)")
_SIGN = "Could not decode to UTF-8"
_MOST = 50_000

_good: set[str] = set()
"""Days that were looked at: most come again and again."""

Days = list[tuple[int, Callable[[str], object]]]
"""Which columns of a row are days or instants, and how each is read."""


class Watch:
    """Notices what cannot be read, in all that one reader gives."""

    def __init__(self) -> None:
        self.damaged = False

    def text(self, data: bytes) -> str:
        """A text as SQLite gives it, decoded; a word in its place where it is none."""
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            self.damaged = True
            return _(UNREADABLE)

    def mended(
        self, row: Sequence[Any], days: Days, may_lack: Callable[[int], bool]
    ) -> list[Any] | None:
        """*row* without the days that are none; None where it cannot do without one."""
        self.damaged = True
        mended = list(row)
        for place, read in days:
            if not _is_good(row[place], read):
                if not may_lack(place):
                    return None
                mended[place] = None
        return mended


def days_among(names: Sequence[str]) -> Days:
    """The columns of those *names* that hold days and instants."""
    return [
        (place, date.fromisoformat if name.endswith("_on") else datetime.fromisoformat)
        for place, name in enumerate(names)
        if name.endswith(("_on", "_at")) or name == "stamp"
    ]


def is_sound(row: Sequence[Any], days: Days) -> bool:
    """Whether each day of a row can be read."""
    for place, read in days:
        if row[place] is not None and row[place] not in _good and not _is_good(row[place], read):
            return False
    return True


def without_bad(row: Sequence[Any], days: Days) -> list[Any]:
    """*row* with a word in the place of each day that is none."""
    mended = list(row)
    for place, read in days:
        if not _is_good(row[place], read):
            mended[place] = _(UNREADABLE)
    return mended


def may_lack(line_type: Any, names: Sequence[str]) -> Callable[[int], bool]:
    """Whether a field of *line_type* may be None, by its place."""
    kinds = getattr(line_type, "__annotations__", {})
    return lambda place: type(None) in getattr(kinds.get(names[place]), "__args__", ())


def is_undecodable(error: sqlite3.Error) -> bool:
    """Whether *error* is about a text that is none. It holds that text: never show it."""
    return isinstance(error, sqlite3.OperationalError) and str(error).startswith(_SIGN)


def _is_good(value: Any, read: Callable[[str], object]) -> bool:
    if not isinstance(value, str):
        return True
    try:
        read(value)
    except ValueError:
        return False
    if len(value) == len("2026-11-24") and len(_good) < _MOST:
        _good.add(value)
    return True
