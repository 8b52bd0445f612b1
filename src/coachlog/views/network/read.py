"""A learning network with its members and its meetings."""

from collections.abc import Mapping
from typing import NamedTuple

from coachlog.journal.network.queries import NETWORKS, NetworkLine
from coachlog.journal.network_meeting.queries import MEETINGS, MeetingFilter, MeetingLine
from coachlog.store.connection import Reader


class NetworkMember(NamedTuple):
    """A contact who takes part."""

    number: int
    name: str
    where: str
    organisation: str | None
    expertise: str | None


class NetworkView(NamedTuple):
    """What the page of a network shows; its meetings are the latest first."""

    network: NetworkLine
    members: list[NetworkMember]
    meetings: list[MeetingLine]


_MEMBERS = (
    "select c.number, c.name, c.location, c.organisation, c.expertise"
    " from network_member m join contact c on c.id = m.contact_id"
    " join network n on n.id = m.network_id where n.number = :number"
    " order by c.name collate nocase, c.number"
)


def read(reader: Reader, number: int) -> NetworkView:
    """Read what the page of network *number* shows; raises NotFoundError."""
    network = NETWORKS.one(reader, number)
    members = list(reader.rows(NetworkMember, _MEMBERS, number=number))
    meetings = list(MEETINGS.rows(reader, MeetingFilter(network=number)))
    return NetworkView(network, members, meetings)


def record(view: NetworkView) -> Mapping[str, object]:
    """Return the JSON of *view*; meetings are given by number."""
    return {
        **view.network._asdict(),
        "held_meetings": [meeting.number for meeting in view.meetings],
    }
