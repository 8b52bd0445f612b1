"""The fields of a coaching trajectory: enumerations, bounds, and how a rhythm is typed."""

import re

from coachlog.kinds import KindError
from coachlog.texts import N_

KINDS = ("coaching", "mentoring", "onboarding", "manager", "own")
STATUSES = ("active", "closed")
PRIVATE = ("hard_to_tell",)
"""Fields in the private layer: they stand in a view of their own."""
MIRRORED = ("coaching", "manager")
"""The kinds in which the coach is shown whose ideas the options were, unless that is put off.

A mentor, a peter or a meter is there to show and to advise as well.
"""
RHYTHM_MOST = 366
"""Days between two conversations, at most."""
SESSIONS_MOST = 999

_UNITS = {"d": 1, "w": 7, "s": 7, "m": 30}
_WORDS = r"d|dagen|days?|w|wee?k(?:en|s)?|semaines?|m|maand(?:en)?|months?|mois|jours?"
_RHYTHM = re.compile(rf"(\d{{1,4}}) ?({_WORDS})?")


class NotARhythmError(KindError):
    """No number of days or weeks."""

    cause = N_("“{answer}” is not a rhythm of 1 to {most} days.")
    remedy = N_("Give days, or weeks: 21, 3w, 3 weeks.")


def mirrored(kind: str, own: int | None, usual: bool | None) -> bool:
    """Whether the mirror on options is shown: as the trajectory says, else the setting *usual*."""
    chosen = usual if own is None else own
    return kind in MIRRORED if chosen is None else bool(chosen)


def nudged(kind: str, own: int | None, usual: bool | None) -> bool:
    """Whether the guide asks for a third option: not where that was put off, nor a newcomer."""
    return kind != "onboarding" and mirrored(MIRRORED[0], own, usual)


def rhythm(value: str | int | None) -> int | None:
    """The days between two conversations: `21`, `3w`, `3 weken`, `1 mois`; a month is 30 days."""
    if value is None or value == "":
        return None
    found = _RHYTHM.fullmatch(str(value).strip().casefold())
    days = 0
    if found and not isinstance(value, bool):
        unit = (found[2] or "d")[0]
        days = int(found[1]) * _UNITS.get(unit, 1)
    if not 1 <= days <= RHYTHM_MOST:
        raise NotARhythmError(answer=str(value)[:40], most=RHYTHM_MOST)
    return days
