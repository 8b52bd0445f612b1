"""Reads the learning networks of the coach."""

from typing import NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.common.reads import View, not_found
from coachlog.schema.network import NETWORK_STATUSES


class NetworkLine(NamedTuple):
    """A row of the view `networks`, in its order; *members* are names with commas between them."""

    number: int
    name: str
    kind: str | None
    purpose: str | None
    rhythm_days: int | None
    starts_on: str | None
    status: str
    closed_on: str | None
    members: str | None
    meetings: int
    last_met_on: str | None


class NetworkFilter(NamedTuple):
    """Which networks to list: those that match every field that is not None."""

    kind: str | None = None
    status: str | None = None


NETWORKS = View(
    "networks",
    NetworkLine,
    not_found("network", N_("There is no network {number}.")),
    NetworkFilter(),
    {"status": tuple(NETWORK_STATUSES)},
    "status, name collate nocase, number",
    table="network",
)
