"""Where something that is set or agreed belongs."""

from datetime import date
from typing import NamedTuple


class Belonging(NamedTuple):
    """The ids of the owner, the trajectory and the conversation, if it was one, and the day."""

    coachee_id: str
    trajectory_id: str
    session_id: str | None
    day: date
