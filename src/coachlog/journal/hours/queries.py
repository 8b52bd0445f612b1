"""Reads opening balances: hours of practice from before the journal."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.common.reads import View, not_found
from coachlog.practice.talk import Balance

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class BalanceLine(NamedTuple):
    """A row of the view `balances`, in its order; *paid* are those of the *hours* that were."""

    number: int
    until_on: str
    hours: float
    paid: float | None
    clients: int | None


class BalanceFilter(NamedTuple):
    """All opening balances are listed."""


BALANCES = View(
    "balances",
    BalanceLine,
    not_found("hours", N_("There is no opening balance {number}.")),
    BalanceFilter(),
    order="until_on, number",
    table="hours",
)


def balances(reader: "Reader") -> list[Balance]:
    """Return all opening balances in whole minutes, oldest first."""
    sql = (
        "select number, until_on, minutes, coalesce(paid_minutes, 0), coalesce(clients, 0)"
        " from hours order by until_on, number"
    )
    return list(reader.rows(Balance, sql))
