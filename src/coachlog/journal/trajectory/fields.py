"""The fields of a coaching trajectory: enumerations, bounds, and how a rhythm is typed."""

import re

from coachlog.base.folding import plain
from coachlog.base.texts import N_
from coachlog.values.figures import bare, whole
from coachlog.values.parse import KindError

KINDS = ("coaching", "mentoring", "onboarding", "manager", "own")
STATUSES = ("active", "closed")
MIRRORED = ("coaching", "manager")
"""The kinds in which the coach is shown whose ideas the options were, unless that is put off.

A mentor, a peter or a meter is there to show and to advise as well.
"""
RHYTHM_MOST = 366
"""Days between two conversations, at most."""
SESSIONS_MOST = 999

_UNITS = {"d": 1, "w": 7, "s": 7, "m": 30, "j": 1}
_WORDS = r"d|dag(?:en)?|days?|w|s|wee?k(?:en|s)?|semaines?|m|maand(?:en)?|months?|mois|jours?"
_EVERY = (
    r"(?:om de |elke |iedere |every |toutes les |tous les |chaque |per |eens per |een keer per )"
)
_RHYTHM = re.compile(rf"(?:{_EVERY})?(.+?)??\s*({_WORDS})?")
_KNOWN = {
    "dagelijks": 1, "quotidien": 1, "daily": 1, "wekelijks": 7, "hebdomadaire": 7, "weekly": 7,
    "tweewekelijks": 14, "fortnightly": 14, "bimensuel": 14, "om de week": 14,
    "every other week": 14, "every fortnight": 14, "fortnight": 14, "quinzaine": 14,
    "driewekelijks": 21, "maandelijks": 30, "mensuel": 30, "monthly": 30,
    "tweemaandelijks": 60, "bimestriel": 60, "trimestriel": 90, "quarterly": 90,
    "elk kwartaal": 90, "driemaandelijks": 90,
}  # fmt: skip


def mirrored(kind: str, own: int | None, usual: bool | None) -> bool:
    """Whether the mirror on options is shown: as the trajectory says, else the setting *usual*."""
    chosen = usual if own is None else own
    return kind in MIRRORED if chosen is None else bool(chosen)


def nudged(kind: str, own: int | None, usual: bool | None) -> bool:
    """Whether the guide asks for a third option: not where that was put off, nor a newcomer."""
    return kind != "onboarding" and mirrored(MIRRORED[0], own, usual)


def rhythm(value: str | int | None) -> int | None:
    """The days between two conversations: `21`, `3w`, `om de drie weken`; a month is 30 days."""
    if value is None or value == "":
        return None
    days = 0 if isinstance(value, bool) else _days(str(value))
    if not 1 <= days <= RHYTHM_MOST:
        raise KindError(
            N_("“{answer}” is not a rhythm of 1 to {most} days."),
            N_("Give days, or weeks: 21, 3w, 3 weeks."),
            answer=str(value)[:40],
            most=RHYTHM_MOST,
        )
    return days


def _days(typed: str) -> int:
    folded = plain(typed).strip(" .!")
    if folded in _KNOWN:
        return _KNOWN[folded]
    found = _RHYTHM.fullmatch(folded)
    if found is None or folded in _UNITS or not (found[1] or found[2]):
        return 0
    said = bare(found[1] or "1")
    count = whole(said) if said else None
    return (count or 0) * _UNITS[(found[2] or "d")[0]]
