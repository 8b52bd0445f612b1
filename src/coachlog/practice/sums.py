"""Sums of practice hours: of a body, and of the time in each role for an employer or a fund.

Minutes are added up as whole numbers and divided by 60 once, at the end.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from coachlog.base.texts import N_
from coachlog.practice.reasons import COUNTED, COUNTING, ICF, how_it_counts, reasons_against
from coachlog.practice.talk import Balance, Talk
from coachlog.practice.windows import months_before

ROLES: Mapping[str, tuple[str, ...]] = {
    "peter": ("onboarding",),
    "mentor": ("mentoring",),
    "manager": ("manager",),
    "coach": ("coaching", "career"),
}
"""The kinds of trajectory in which the coach has each role."""

ROLE_WORDS = {
    "peter": N_("Time as a buddy"),
    "mentor": N_("Time as a mentor"),
    "manager": N_("Time for development talks"),
    "coach": N_("Time as a coach"),
}


class LedgerEntry(NamedTuple):
    """A line of the ledger: a conversation, with the reason why it counts or does not.

    *against* are all reasons why it does not.
    """

    talk: Talk
    reason: str
    is_paid: bool
    is_recent: bool
    is_named: bool
    against: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether its hours count."""
        return self.reason in COUNTING

    @property
    def minutes(self) -> int:
        """The minutes that count."""
        return (self.talk.minutes or 0) if self.counts else 0


class Sum(NamedTuple):
    """What counts altogether, in whole minutes; *named* is how many clients have a name."""

    minutes: int = 0
    paid: int = 0
    clients: int = 0
    named: int = 0
    recent: int = 0


class RoleTime(NamedTuple):
    """The time in a role: conversations held, those without a length, minutes, and people."""

    role: str
    sessions: int
    without_length: int
    minutes: int
    people: int


def entries(
    body: str,
    talks: Iterable[Talk],
    training_started_on: str | None,
    recent_since: str,
    balance_until: str = "",
) -> list[LedgerEntry]:
    """Return a line of the ledger of *body* for each of *talks*; days are ISO text."""
    lines = []
    for talk in talks:
        against = reasons_against(body, talk, training_started_on, balance_until)
        why = against[0] if against else how_it_counts(body, talk)
        counts = why in COUNTING
        is_named = body == ICF and why == COUNTED
        is_paid = counts and talk.paid != "pro_bono"
        is_recent = counts and talk.day >= recent_since
        lines.append(LedgerEntry(talk, why, is_paid, is_recent, is_named, against))
    return lines


def total(body: str, lines: Sequence[LedgerEntry], balances: Sequence[Balance] = ()) -> Sum:
    """Add up the *lines* that count and the opening *balances*.

    Of a balance nothing is recent: its days are not known.
    """
    counted = [line for line in lines if line.counts]
    clients = _people(line.talk for line in counted) if body == ICF else _persons(counted)
    return Sum(
        minutes=sum(line.minutes for line in counted) + sum(each.minutes for each in balances),
        paid=sum(line.minutes for line in counted if line.is_paid)
        + sum(each.paid_minutes for each in balances),
        clients=clients + sum(each.clients for each in balances),
        named=_persons([line for line in counted if line.is_named]),
        recent=sum(line.minutes for line in counted if line.is_recent),
    )


class Client(NamedTuple):
    """A client as the log of a body wants one: a person or a group, days, and whole minutes.

    *coachee* is the handle, None where the log has no name. *people* is the largest group.
    """

    coachee: str | None
    people: int
    first_on: str
    last_on: str
    paid: int
    pro_bono: int


def clients(lines: Iterable[LedgerEntry]) -> list[Client]:
    """Return a client for each person whose talks count, by the day of the first of them.

    Somebody who has talks under a policy and others is two clients in the log: with a name and
    without one.
    """
    found: dict[tuple[str, bool], list[LedgerEntry]] = {}
    for line in lines:
        if line.counts:
            found.setdefault((line.talk.person, line.is_named), []).append(line)
    logged = [_client(of_person, is_named) for (_who, is_named), of_person in found.items()]
    return sorted(logged, key=lambda client: (client.first_on, client.coachee or ""))


def _client(lines: Sequence[LedgerEntry], is_named: bool) -> Client:
    days = sorted(line.talk.day for line in lines)
    paid = sum(line.minutes for line in lines if line.is_paid)
    return Client(
        coachee=lines[0].talk.coachee if is_named else None,
        people=max(line.talk.people for line in lines),
        first_on=days[0],
        last_on=days[-1],
        paid=paid,
        pro_bono=sum(line.minutes for line in lines) - paid,
    )


def role_times(talks: Iterable[Talk]) -> list[RoleTime]:
    """Return the time in each role in which a conversation was held, in the order of ROLES.

    All that was held counts, in writing and with three too; without a length it is a
    conversation, and no hours.
    """
    held = [talk for talk in talks if talk.status == "held"]
    times = []
    for role, kinds in ROLES.items():
        own = [talk for talk in held if talk.kind in kinds]
        if own:
            lacking = sum(not talk.minutes for talk in own)
            minutes = sum(talk.minutes or 0 for talk in own)
            times.append(RoleTime(role, len(own), lacking, minutes, _people(own)))
    return times


def hours(minutes: int) -> str:
    """Return minutes as hours with two decimals, rounded half up: 90 is "1.50"."""
    hundredths = (minutes * 100 + 30) // 60
    return f"{hundredths // 100}.{hundredths % 100:02}"


def recent_since(today: date, months: int | None) -> str:
    """Return the first day of the last so many *months*, that day a year or more back included."""
    return "" if months is None else months_before(today, months).isoformat()


def _people(talks: Iterable[Talk]) -> int:
    """Count people: of a group all who were there, each time the same ones."""
    largest: dict[str, int] = {}
    for talk in talks:
        largest[talk.person] = max(largest.get(talk.person, 0), talk.people)
    return sum(largest.values())


def _persons(lines: Iterable[LedgerEntry]) -> int:
    """Count the people whose journal it is; a group is one."""
    return len({line.talk.person for line in lines})
