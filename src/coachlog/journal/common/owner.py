"""To whom, to which trajectory and to which conversation a new record belongs."""

from datetime import date
from typing import NamedTuple


class RecordOwner(NamedTuple):
    """The ids of the person, the trajectory and the conversation, and the day it was set or agreed.

    *session_id* is None outside a conversation.
    """

    coachee_id: str
    trajectory_id: str
    session_id: str | None
    day: date
