"""The coach's own trajectory, begun when a conversation about it is."""

from datetime import date
from typing import TYPE_CHECKING

from coachlog.journal.coachee.lookup import Person
from coachlog.journal.coachee.myself import own_entry
from coachlog.journal.trajectory.fields import OWN
from coachlog.journal.trajectory.queries import active

if TYPE_CHECKING:
    from coachlog.store.work import Work


def begin(work: "Work", today: date) -> Person:
    """Return the coach, with an own trajectory that is active; it starts *today* if it is new."""
    coach = own_entry(work)
    if active(work, coach.handle) is None:
        values = {"coachee_id": coach.id, "kind": OWN, "status": "active", "starts_on": today}
        work.add("trajectory", values)
    return coach
