"""Where something said in a conversation belongs."""

from datetime import date
from typing import NamedTuple


class Place(NamedTuple):
    """The ids of the owner, the trajectory and the conversation, and its local day."""

    coachee_id: str
    trajectory_id: str
    session_id: str
    day: date
