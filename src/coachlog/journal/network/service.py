"""Saves and changes learning networks with their members."""

from datetime import date
from typing import Any

from coachlog.journal.common.records import Inputs, changed_values
from coachlog.journal.common.status import closing_day, follow_status
from coachlog.journal.network.model import NetworkEdit, NetworkInput
from coachlog.journal.network.people import contact_ids
from coachlog.journal.network.queries import NETWORKS
from coachlog.schema.network import NETWORK
from coachlog.store.work import Work

INPUTS: Inputs = {"new": NetworkInput, "edit": NetworkEdit}


def add(work: Work, data: NetworkInput, today: date) -> int:
    """Save a network with its members and return its number; unknown names become contacts."""
    values = data.model_dump()
    members, location = values.pop("members"), values.pop("new_contacts")
    values["status"] = values["status"] or NETWORK.open_status
    values["closed_on"] = closing_day(
        values["status"], NETWORK.open_status, values["closed_on"], today
    )
    record = work.add("network", values)
    _set_members(work, record.id, members, location)
    return record.number


def edit(work: Work, number: int, data: NetworkEdit, day: date) -> None:
    """Save the fields that *data* sets; a network that is closed by this was closed on *day*."""
    row = NETWORKS.record(work, number)
    values = changed_values(NETWORK, data)
    location = values.pop("new_contacts", None)
    if "members" in values:
        _set_members(work, row["id"], values.pop("members"), location)
    follow_status(values, row["status"], NETWORK.open_status, day)
    work.update("network", row["id"], values)


def _set_members(work: Work, network_id: str, names: Any, location: str | None) -> None:
    ids = contact_ids(work, names or (), location)
    work.set_links("network_member", "network_id", network_id, "contact_id", ids)
