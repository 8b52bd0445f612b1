"""Use cases of appointments: one that was only agreed, and does not take place."""

from coachlog.journal.session.appointment.queries import Appointment
from coachlog.journal.session.model import SessionInput
from coachlog.journal.session.service import record
from coachlog.store.work import Work


def call_off_agreed(work: Work, one: Appointment, status: str, reason: str | None) -> int:
    """Record the appointment *one*, that a conversation agreed, as cancelled or missed.

    The result is the number of the conversation that it becomes.
    """
    data = SessionInput(
        coachee=one.coachee,
        date=one.starts_at,
        time_zone=one.time_zone,
        status=status,
        reason=reason,
    )
    return record(work, data, one.time_zone).number
