"""Reads the hours of practice: for a credential, or the time in each role of a year."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from coachlog.journal.hours.ledger import learning, talks
from coachlog.journal.hours.queries import balances
from coachlog.practice import progress, sums
from coachlog.practice.credentials import Credential, credential, supervision_advice
from coachlog.practice.progress import Learning, Need
from coachlog.practice.reasons import COUNTED, EMCC, ICF
from coachlog.practice.renewal import Renewal, credit_minutes, renewal
from coachlog.practice.sums import LedgerEntry, RoleTime, Sum
from coachlog.practice.talk import Balance, Talk
from coachlog.practice.windows import months_before, whole_years
from coachlog.settings import Settings
from coachlog.store.connection import Reader


class Practice(NamedTuple):
    """What the page of practice hours shows.

    *others* are the sums of the other bodies. *quarters* has the minutes of supervision by
    quarter and *advised* the hours a year that are advised; None where the body asks none.
    *credits* are the minutes of learning since the credential was granted that can be credits;
    *units* what certificates say of them by unit.
    """

    credential: Credential
    lines: list[LedgerEntry]
    balances: list[Balance]
    needs: list[Need]
    others: Mapping[str, Sum]
    quarters: Mapping[str, int] | None
    advised: int | None
    roles: list[RoleTime]
    today: date
    renewal: Renewal | None
    credits: int | None
    units: list[Need]


class LedgerLine(NamedTuple):
    """A line of the ledger, as `--json` and `--csv` give it.

    source    session or balance, of which *number* is the number, or none: a talk with somebody
              who was erased has none
    on        the day of the conversation, or the last day of the balance
    coachee   the handle, only where somebody agreed to be named and no policy forbids it
    role      the kind of trajectory
    minutes   how long it took; *counted* and *counted_paid* are the minutes of it that count
    recent    1 where it was within the last months that the body looks at
    reason    counted, nameless, letter_needed, or why it does not count
    against   all reasons why it does not count, with spaces between them; empty where it counts
    """

    source: str
    number: int | None
    on: str
    coachee: str | None
    role: str | None
    minutes: int | None
    people: int | None
    paid: str | None
    body: str
    counted: int
    counted_paid: int
    recent: int
    reason: str
    against: str = ""


class RoleLine(NamedTuple):
    """The time in a role in a year, as `--json` and `--csv` give it; *hours* is a decimal."""

    year: int
    role: str
    sessions: int
    without_length: int
    minutes: int
    hours: str
    people: int


def practice(reader: Reader, settings: Settings, today: date) -> Practice:
    """Read the practice hours for the credential of *settings*, which must be set."""
    target = credential(settings.credential or "")
    held, before, moments = talks(reader), balances(reader), learning(reader)
    lines = ledger(target, held, before, settings.training_started_on, today)
    counted = sums.total(target.body, lines, before)
    reached = progress.reached_in_talks(counted) | progress.reached_in_learning(moments, today)
    reached["years"] = _years(lines, before, today)
    other = EMCC if target.body == ICF else ICF
    other_lines = _entries(other, held, before, settings.training_started_on, "")
    is_emcc = target.body == EMCC
    kinds = ("supervision", *(("intervision",) if settings.credential_partner else ()))
    return Practice(
        target,
        lines,
        before,
        progress.needs(target, reached),
        {other: sums.total(other, other_lines, before)},
        progress.supervision_by_quarter(moments, today, kinds) if is_emcc else None,
        _advised(lines, today) if is_emcc else None,
        sums.role_times(_of_year(held, today.year)),
        today,
        renewal(target, settings.credential_granted_on),
        _credits(target, moments, settings.credential_granted_on),
        progress.credits_by_unit(target, moments, today, settings.credential_granted_on),
    )


def entries_for(reader: Reader, settings: Settings, today: date) -> list[LedgerEntry]:
    """Return the ledger for the credential of *settings*, which must be set."""
    target = credential(settings.credential or "")
    return ledger(target, talks(reader), balances(reader), settings.training_started_on, today)


def ledger(
    target: Credential,
    held: Sequence[Talk],
    before: Sequence[Balance],
    training_started_on: str | None,
    today: date,
) -> list[LedgerEntry]:
    """Return the lines of the ledger for *target*, oldest first."""
    since = sums.recent_since(today, target.figure("recent_months"))
    return _entries(target.body, held, before, training_started_on, since)


def ledger_lines(view: Practice) -> list[LedgerLine]:
    """Return the ledger as data: the opening balances, then the conversations, oldest first."""
    return [
        *(_balance_line(balance, view.credential.body) for balance in view.balances),
        *(_talk_line(line, view.credential.body) for line in view.lines),
    ]


def role_lines(reader: Reader, year: int) -> list[RoleLine]:
    """Return the time in each role of a year."""
    held = talks(reader, f"{year:04}-01-01", f"{year:04}-12-31")
    return [
        RoleLine(
            year,
            time.role,
            time.sessions,
            time.without_length,
            time.minutes,
            sums.hours(time.minutes),
            time.people,
        )
        for time in sums.role_times(held)
    ]


def _entries(
    body: str, held: Sequence[Talk], before: Sequence[Balance], started_on: str | None, since: str
) -> list[LedgerEntry]:
    until = max((balance.until_on for balance in before), default="")
    return sums.entries(body, held, started_on, since, until)


def _years(lines: Sequence[LedgerEntry], before: Sequence[Balance], today: date) -> int:
    """Return for how many whole years the coach has practised at least."""
    days = [line.talk.day for line in lines if line.counts]
    days += [balance.until_on for balance in before]
    return whole_years(date.fromisoformat(min(days)), today) if days else 0


def _advised(lines: Sequence[LedgerEntry], today: date) -> int:
    since = months_before(today, 12).isoformat()
    minutes = sum(line.minutes for line in lines if line.talk.day >= since)
    return progress.advised_supervision_hours(minutes, supervision_advice())


def _credits(target: Credential, moments: Sequence[Learning], granted_on: str | None) -> int | None:
    capped = target.renewal.get("mentor_or_supervision_most")
    if capped is None or granted_on is None:
        return None
    minutes: dict[str, int] = {}
    for moment in moments:
        if moment.day >= granted_on:
            minutes[moment.kind] = minutes.get(moment.kind, 0) + (moment.minutes or 0)
    return credit_minutes(minutes, capped.value)


def _of_year(held: Sequence[Talk], year: int) -> list[Talk]:
    return [talk for talk in held if talk.day[:4] == f"{year:04}"]


def _balance_line(balance: Balance, body: str) -> LedgerLine:
    return LedgerLine(
        source="balance",
        number=balance.number,
        on=balance.until_on,
        coachee=None,
        role=None,
        minutes=balance.minutes,
        people=balance.clients,
        paid=None,
        body=body,
        counted=balance.minutes,
        counted_paid=balance.paid_minutes,
        recent=0,
        reason=COUNTED,
    )


def _talk_line(line: LedgerEntry, body: str) -> LedgerLine:
    talk = line.talk
    return LedgerLine(
        source="session",
        number=talk.number,
        on=talk.day,
        coachee=talk.coachee if talk.consent and not talk.policy else None,
        role=talk.kind,
        minutes=talk.minutes,
        people=talk.people,
        paid=talk.paid,
        body=body,
        counted=line.minutes,
        counted_paid=line.minutes if line.is_paid else 0,
        recent=int(line.is_recent),
        reason=line.reason,
        against=" ".join(line.against),
    )
