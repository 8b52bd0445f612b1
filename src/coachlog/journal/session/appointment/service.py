"""Saves an appointment that was only agreed on and does not take place."""

from coachlog.journal.session.appointment.queries import Appointment
from coachlog.journal.session.model import SessionInput
from coachlog.journal.session.service import record
from coachlog.store.work import Work


def call_off_agreed(work: Work, one: Appointment, status: str, reason: str | None) -> int:
    """Save the appointment *one*, on which a conversation agreed, as cancelled or missed.

    It becomes a conversation; return its number.
    """
    data = SessionInput(
        coachee=one.coachee,
        date=one.starts_at,
        time_zone=one.time_zone,
        status=status,
        reason=reason,
    )
    return record(work, data, one.time_zone).number
