"""Saves and changes meetings of learning networks, with what came of them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from coachlog.journal.common.records import Inputs, changed_values
from coachlog.journal.network.people import contact_ids
from coachlog.journal.network.queries import NETWORKS
from coachlog.journal.network_meeting.fields import split_place
from coachlog.journal.network_meeting.model import MeetingEdit, MeetingInput
from coachlog.journal.network_meeting.own_development import add_growth, update_growth
from coachlog.journal.network_meeting.places import TABLES, no_such_place
from coachlog.journal.network_meeting.queries import MEETINGS
from coachlog.schema.network_meeting import INTERVISION, NETWORK_MEETING, NETWORK_TIME
from coachlog.store.work import Work

INPUTS: Inputs = {"new": MeetingInput, "edit": MeetingEdit}


def add(work: Work, data: MeetingInput, today: date) -> int:
    """Save a meeting with its learning moment, of *today* unless it has a day.

    Return its number. Unknown names become contacts.
    """
    values = data.model_dump()
    people, location = values.pop("present"), values.pop("new_contacts")
    used_in = values.pop("used_in")
    network = NETWORKS.record(work, values.pop("network"))
    values["network_id"] = network["id"]
    values["met_on"] = values["met_on"] or today
    values["counts_as"] = values["counts_as"] or _usual_count(values["method"])
    values["growth_id"] = add_growth(work, values, network["name"])
    record = work.add("network_meeting", values)
    _set_present(work, record.id, people, location)
    _set_places(work, record.id, used_in)
    return record.number


def edit(work: Work, number: int, data: MeetingEdit, _today: date) -> None:
    """Save the fields that *data* sets, and bring the learning moment up to date."""
    row = MEETINGS.record(work, number)
    values = changed_values(NETWORK_MEETING, data)
    location = values.pop("new_contacts", None)
    if "present" in values:
        _set_present(work, row["id"], values.pop("present"), location)
    if "used_in" in values:
        _set_places(work, row["id"], values.pop("used_in"))
    if "network" in values:
        values["network_id"] = NETWORKS.id_of(work, values.pop("network"))
    work.update("network_meeting", row["id"], values)
    meeting = MEETINGS.record(work, number)
    network = work.value("select name from network where id = :id", id=meeting["network_id"])
    update_growth(work, meeting, network)


def _usual_count(method: str | None) -> str:
    return INTERVISION if method else NETWORK_TIME


def _set_present(work: Work, meeting_id: str, names: Any, location: str | None) -> None:
    ids = contact_ids(work, names or (), location)
    work.set_links("network_presence", "meeting_id", meeting_id, "contact_id", ids)


def _set_places(work: Work, meeting_id: str, places: Sequence[str] | None) -> None:
    """Make *places* those where the meeting was used, and no others; raises NotFoundError."""
    wanted = [_column_and_id(work, place) for place in places or ()]
    for column in dict.fromkeys(f"{table}_id" for table in TABLES.values()):
        ids = [record_id for name, record_id in wanted if name == column]
        work.set_links("network_use", "meeting_id", meeting_id, column, ids)


def _column_and_id(work: Work, place: str) -> tuple[str, str]:
    """Return the column for a place such as `goal 3`, and the id of that record."""
    noun, number = split_place(place)
    table = TABLES[noun]
    record = work.record(table, number)
    if record is None:
        raise no_such_place(place)
    return f"{table}_id", str(record["id"])
