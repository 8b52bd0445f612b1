"""The fields of the coach's own development: enumerations, and how a length of time is typed."""

import re

from coachlog.kinds import KindError
from coachlog.texts import N_

KINDS = ("training", "supervision", "mentor_coaching", "intervision", "reading", "reflection")
MINUTES_MOST = 6000

_HOURS = r"u|uur|uren|h|heures?|hours?|hrs?"
_MINUTES = r"m|min|mins|minuten|minuut|minutes?|'"
_CLOCK = re.compile(rf"(\d{{1,3}}) ?(?::|(?:{_HOURS})) ?([0-5]\d) ?(?:{_MINUTES})?")
_WHOLE = re.compile(rf"(\d{{1,3}})(?:[.,](\d{{1,2}}))? ?(?:{_HOURS})")
_BARE = re.compile(rf"(\d{{1,4}}) ?(?:{_MINUTES})?")


class NotALengthError(KindError):
    """No length of time, or one that nobody can mean."""

    cause = N_("“{answer}” is not a length of time from 1 to {most} minutes.")
    remedy = N_("Give minutes, or hours and minutes: 90, 1:30, 1u30, 1.5h.")


def minutes(value: str | int | None) -> int | None:
    """A length of time in minutes: `90`, `1:30`, `1u30`, `1h30`, `1,5 uur`, `2 heures`."""
    if value is None or value == "":
        return None
    found = None if isinstance(value, bool) else _read(" ".join(str(value).casefold().split()))
    if found is None or not 1 <= found <= MINUTES_MOST:
        raise NotALengthError(answer=str(value)[:40], most=MINUTES_MOST)
    return found


def _read(typed: str) -> int | None:
    if not typed.isascii():
        return None
    if found := _CLOCK.fullmatch(typed):
        return int(found[1]) * 60 + int(found[2])
    if found := _WHOLE.fullmatch(typed):
        hundredths = int((found[2] or "").ljust(2, "0"))
        return int(found[1]) * 60 + (hundredths * 60 + 50) // 100
    found = _BARE.fullmatch(typed)
    return int(found[1]) if found else None
