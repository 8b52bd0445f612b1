"""The conversations that count for a body, for its logs."""

from coachlog.journal.hours.ledger import talks
from coachlog.journal.hours.queries import balances
from coachlog.practice import sums
from coachlog.practice.sums import LedgerEntry
from coachlog.practice.talk import Balance
from coachlog.report.logs.period import LogRequest


def counting(body: str, log: LogRequest) -> list[LedgerEntry]:
    """Return the conversations of the period that count for *body*, oldest first."""
    before_until = max((each.until_on for each in balances(log.reader)), default="")
    held = talks(log.reader, log.since, log.until)
    started_on = log.settings.training_started_on
    entries = sums.entries(body, held, started_on, "", before_until)
    return [entry for entry in entries if entry.counts]


def opening(log: LogRequest) -> list[Balance]:
    """Return the opening balances whose last day is in the period."""
    return [balance for balance in balances(log.reader) if log.has(balance.until_on)]


def in_hours(minutes: int) -> float:
    """Return minutes as hours with two decimals at most."""
    return float(sums.hours(minutes))
