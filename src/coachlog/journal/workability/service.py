"""Use cases of check-ins on workable work: with consent only, and never by who appraises."""

from datetime import date

from coachlog.base.errors import RefusedError, UsageError
from coachlog.base.texts import N_, _
from coachlog.journal.coachee.consents.queries import give, given
from coachlog.journal.coachee.queries import find
from coachlog.journal.common.input_types import FieldRefusedError
from coachlog.journal.common.records import Inputs, changed
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
    """Keep a check-in, and the consent where it is given with it; the result is its number.

    Raises RefusedError or UsageError.
    """
    told = data.model_dump(exclude={"wanted", "manager"}, exclude_none=True)
    person = find(work, told.pop("coachee"))
    refuse_appraiser(work, person)
    day = _past(told.pop("checked_on", today), today)
    if data.wanted:
        give(work, person, day.isoformat())
    elif not given(work, person.id):
        raise UsageError(
            N_("Nobody said whether {name} wants this."),
            N_(
                'Ask first. If the answer is yes, add --wanted; in JSON "wanted": true. '
                "The consent is saved."
            ),
            name=person.name,
        )
    if not told:
        raise RefusedError(*_NOTHING_GIVEN)
    known = {"coachee_id": person.id, "trajectory_id": current(work, person.id, day)}
    return work.add("workability", {**known, "checked_on": day, **told}).number


def edit(work: Work, number: int, data: CheckInEdit, today: date) -> None:
    """Change the given fields of a check-in; raises RefusedError."""
    present = CHECK_INS.record(work, number)
    refuse_appraiser(work, find(work, line(work, number).coachee))
    values = changed(WORKABILITY, data)
    if "checked_on" in values:
        _past(values["checked_on"], today)
    after = present | values
    if all(after[field] is None for field in (*LENSES, "note")):
        raise RefusedError(*_NOTHING_GIVEN)
    work.update("workability", present["id"], values)


def _past(day: date, today: date) -> date:
    if day > today:
        raise FieldRefusedError("checked_on", _("this day is in the future."))
    return day
