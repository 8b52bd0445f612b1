"""The days that a log is about, and the conversations in them that count."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coachlog.journal.hours.ledger import talks
from coachlog.journal.hours.queries import balances
from coachlog.practice import sums
from coachlog.practice.sums import LedgerEntry
from coachlog.practice.talk import Balance
from coachlog.settings import Settings

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class LogRequest(NamedTuple):
    """A log of the days from *since* to *until*, both included, as `YYYY-MM-DD`."""

    reader: "Reader"
    settings: Settings
    today: date
    since: str = ""
    until: str = "9999-12-31"

    def has(self, day: str) -> bool:
        """Whether the log is about that day."""
        return self.since <= day <= self.until


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
