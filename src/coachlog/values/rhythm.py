"""Reads how often two people talk."""

import re

from coachlog.base.folding import plain
from coachlog.base.texts import N_
from coachlog.values.errors import KindError
from coachlog.values.figures import bare, whole

RHYTHM_MOST = 366
"""The most days between two conversations."""

_UNITS = {"d": 1, "w": 7, "s": 7, "m": 30, "j": 1}
"""The days of each unit, by its first letter in Dutch, French or English."""
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


def rhythm(value: str | int | None) -> int | None:
    """Return the days between two conversations: `21`, `3w`, `om de drie weken`; a month is 30.

    None if empty. Raises KindError.
    """
    if value is None or value == "":
        return None
    days = 0 if isinstance(value, bool) else _days(str(value))  # in JSON, true is no rhythm
    if not 1 <= days <= RHYTHM_MOST:
        raise KindError(
            N_("“{answer}” is not a rhythm of 1 to {most} days."),
            N_("Give days, or weeks: 21, 3w, 3 weeks."),
            answer=str(value)[:40],
            most=RHYTHM_MOST,
        )
    return days


def _days(typed: str) -> int:
    """Return the days of a rhythm, `3w` → 21 and `elke week` → 7; 0 for text that is none."""
    folded = plain(typed).strip(" .!")
    if folded in _KNOWN:
        return _KNOWN[folded]
    match = _RHYTHM.fullmatch(folded)
    is_letter_alone = folded in _UNITS  # `w` is rather a slip than a week
    if match is None or is_letter_alone:
        return 0
    amount, unit = match[1], match[2]
    if not amount and not unit:
        return 0
    digits_or_words = bare(amount or "1")
    count = whole(digits_or_words) if digits_or_words else None
    first_letter = (unit or "days")[0]
    return (count or 0) * _UNITS[first_letter]
