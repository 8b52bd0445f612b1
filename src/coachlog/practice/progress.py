"""How far a coach is towards a credential: what was reached, and what is still missing."""

from collections.abc import Mapping
from datetime import date
from math import ceil
from typing import NamedTuple

from coachlog.practice.credentials import Credential, SupervisionAdvice
from coachlog.practice.sums import Sum
from coachlog.practice.windows import last_quarters, months_before, quarter_of, years_after

FEEDBACK_MONTHS = 12
"""Feedback, reflections and development count within so many months before the day."""

DEVELOPMENT = ("training", "mentor_coaching", "network", "reading", "observed")
"""The kinds of learning moments that EMCC calls development."""

UNITS = ("core", "resource", "ethics")
"""What the hours of a training can count as, as its certificate says."""

MINUTES = frozenset(
    (
        *("hours", "paid", "recent_hours", "training_hours", "mentor_coaching_hours"),
        "development_hours_a_year",
    )
)
"""The figures of a credential that are hours, which are reached in whole minutes."""


class Learning(NamedTuple):
    """A learning moment of the coach: its kind, its day as ISO text, its minutes, and its unit.

    The *unit* is what a certificate says that the hours count as: core, resource or ethics.
    """

    kind: str
    day: str
    minutes: int | None
    unit: str | None = None


class Need(NamedTuple):
    """One figure of a credential: what it *asks*, what was *reached*, how much is *missing*.

    Hours are whole minutes. *reached* is None where the journal cannot know it.
    """

    name: str
    asks: int
    reached: int | None

    @property
    def missing(self) -> int:
        """How much is missing; nothing where the journal cannot know it."""
        return 0 if self.reached is None else max(0, self.asks - self.reached)


def reached_in_talks(counted: Sum) -> dict[str, int]:
    """Return what the ledger of a body reached, by the names of the figures."""
    return {
        "hours": counted.minutes,
        "paid": counted.paid,
        "clients": counted.clients,
        "recent_hours": counted.recent,
    }


def reached_in_learning(moments: list[Learning], today: date) -> dict[str, int]:
    """Return what learning moments reached, by the names of the figures."""
    since = months_before(today, FEEDBACK_MONTHS).isoformat()
    of_year = [moment for moment in moments if since <= moment.day <= today.isoformat()]

    def minutes(*kinds: str, among: list[Learning]) -> int:
        return sum(moment.minutes or 0 for moment in among if moment.kind in kinds)

    return {
        "training_hours": minutes("training", among=moments),
        "mentor_coaching_hours": minutes("mentor_coaching", among=moments),
        "development_hours_a_year": minutes(*DEVELOPMENT, among=of_year),
        "feedback": sum(moment.kind == "feedback" for moment in of_year),
        "reflections": sum(moment.kind == "reflection" for moment in of_year),
    }


def credits_by_unit(
    credential: Credential, moments: list[Learning], today: date, granted_on: str | None
) -> list[Need]:
    """Return what the certificates of the coach reached of the credits of each unit, in minutes.

    They count since the credential was granted, or else for as many years as one is valid. A unit
    for which the body asks no number asks 0. [] where no certificate tells a unit, or the body
    asks for none.
    """
    if "core" not in credential.renewal:
        return []
    since = granted_on or years_after(today, -credential.renewal["years"].value).isoformat()
    counted = [moment for moment in moments if since <= moment.day <= today.isoformat()]
    if not any(moment.unit for moment in counted):
        return []
    credits_asked = {unit: figure.value for unit, figure in credential.renewal.items()}
    needs = []
    for unit in UNITS:
        minutes = sum(moment.minutes or 0 for moment in counted if moment.unit == unit)
        needs.append(Need(unit, credits_asked.get(unit, 0) * 60, minutes))
    return needs


def needs(credential: Credential, reached: Mapping[str, int]) -> list[Need]:
    """Return what *credential* asks, in the order of its file, with what was *reached* of it."""
    found = []
    for name, figure in credential.asks.items():
        if name in ("recent_months", "supervision_hours_a_quarter", "renewal_hours"):
            continue
        factor = 60 if name in MINUTES else 1
        found.append(Need(name, figure.value * factor, reached.get(name)))
    return found


def supervision_by_quarter(
    moments: list[Learning], today: date, kinds: tuple[str, ...] = ("supervision",)
) -> dict[str, int]:
    """Return the minutes of supervision in each of the last four quarters, oldest first."""
    found = dict.fromkeys(last_quarters(today), 0)
    for moment in moments:
        quarter = quarter_of(date.fromisoformat(moment.day))
        if moment.kind in kinds and quarter in found:
            found[quarter] += moment.minutes or 0
    return found


def quarters_missing(minutes: Mapping[str, int], hours_a_quarter: int) -> list[str]:
    """Return the quarters in which there was less supervision than asked."""
    return [quarter for quarter, found in minutes.items() if found < hours_a_quarter * 60]


def advised_supervision_hours(practice_minutes: int, advice: SupervisionAdvice) -> int:
    """Return how many hours of supervision a year are advised for so much practice in it."""
    by_practice = ceil(practice_minutes / 60 / advice.practice_hours)
    return max(by_practice, advice.hours_a_year_at_least)
