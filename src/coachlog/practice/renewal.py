"""When a credential has to be renewed, and from when on a coach should be told."""

from datetime import date
from typing import NamedTuple

from coachlog.practice.credentials import Credential
from coachlog.practice.windows import months_before, years_after

MONTHS_AHEAD = 6
"""So many months ahead a coach is told, where the body names no other number: our own choice."""

CAPPED = ("mentor_coaching", "supervision")
"""Learning moments of which only some hours are credits for ICF."""

CREDITS = ("training", "intervision", "network", "reading")
"""Learning moments whose hours are all credits for ICF, core credits or others."""


class Renewal(NamedTuple):
    """The day by which a credential has to be renewed, and since when it can be."""

    due_on: date
    told_from: date


def renewal(credential: Credential, granted_on: str | None) -> Renewal | None:
    """Return when *credential* is due, granted on a day in ISO text; None without that day."""
    if not granted_on:
        return None
    due_on = years_after(date.fromisoformat(granted_on), credential.renewal["years"].value)
    early = credential.renewal.get("early_months")
    return Renewal(due_on, months_before(due_on, early.value if early else MONTHS_AHEAD))


def credit_minutes(minutes: dict[str, int], capped_hours: int) -> int:
    """Return how many of the minutes of learning, by kind, can be credits for a renewal."""
    capped = sum(minutes.get(kind, 0) for kind in CAPPED)
    return sum(minutes.get(kind, 0) for kind in CREDITS) + min(capped, capped_hours * 60)
