"""Adds and changes check-ins: only with consent, and never for a coach who appraises."""

from datetime import date

from coachlog.base.errors import RefusedError, UsageError
from coachlog.base.texts import N_, _
from coachlog.journal.coachee.consents.queries import add_consent, consent_day
from coachlog.journal.coachee.lookup import find
from coachlog.journal.common.input_types import FieldRefusedError
from coachlog.journal.common.records import Inputs, changed_values
from coachlog.journal.trajectory.service import current
from coachlog.journal.workability.fields import LENSES
from coachlog.journal.workability.model import CheckInEdit, CheckInInput
from coachlog.journal.workability.queries import CHECK_INS, line, refuse_appraiser
from coachlog.schema.workability import WORKABILITY
from coachlog.store.work import Work

INPUTS: Inputs = {"new": CheckInInput, "edit": CheckInEdit}

_NOTHING_GIVEN = (
    N_("There is neither a figure nor a note."),
    N_("One is enough, for example --learning 6."),
)


def add(work: Work, data: CheckInInput, today: date) -> int:
    """Save a check-in, and the consent if *data* has it; return the number of the check-in.

    Raises UsageError without consent, and RefusedError for an empty check-in or a coach who
    appraises the person.
    """
    values = data.model_dump(exclude={"wanted", "manager"}, exclude_none=True)
    person = find(work, values.pop("coachee"))
    refuse_appraiser(work, person)
    day = _checked_day(values.pop("checked_on", today), today)
    if data.wanted:
        add_consent(work, person, day.isoformat())
    elif not consent_day(work, person.id):
        raise UsageError(
            N_("Nobody said whether {name} wants this."),
            N_(
                'Ask first. If the answer is yes, add --wanted; in JSON "wanted": true. '
                "The consent is saved."
            ),
            name=person.name,
        )
    if not values:
        raise RefusedError(*_NOTHING_GIVEN)
    owner = {"coachee_id": person.id, "trajectory_id": current(work, person.id, day)}
    return work.add("workability", {**owner, "checked_on": day, **values}).number


def edit(work: Work, number: int, data: CheckInEdit, today: date) -> None:
    """Save the fields that *data* sets.

    Raises RefusedError if that empties it, or if the coach appraises the person.
    """
    row = CHECK_INS.record(work, number)
    refuse_appraiser(work, find(work, line(work, number).coachee))
    values = changed_values(WORKABILITY, data)
    if "checked_on" in values:
        _checked_day(values["checked_on"], today)
    new_row = row | values
    if all(new_row[field] is None for field in (*LENSES, "note")):
        raise RefusedError(*_NOTHING_GIVEN)
    work.update("workability", row["id"], values)


def _checked_day(day: date, today: date) -> date:
    """Return *day*; raises FieldRefusedError if it is after *today*."""
    if day > today:
        raise FieldRefusedError("checked_on", _("this day is in the future."))
    return day
