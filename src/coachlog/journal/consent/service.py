"""What a person enters about a consent, and how it is saved."""

from datetime import date

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_, _
from coachlog.journal.coachee.consents.queries import CONSENTS, WORKABILITY, consent_day
from coachlog.journal.coachee.lookup import find
from coachlog.journal.common.input_types import FieldRefusedError, Input
from coachlog.journal.common.models import edit_fields, new_fields
from coachlog.journal.common.records import Inputs, changed_values
from coachlog.journal.workability.queries import refuse_appraiser
from coachlog.schema.consent import CONSENT
from coachlog.store.work import Work


@edit_fields(CONSENT, CONSENTS)
class ConsentEdit(Input):
    """Changes to a consent: only the fields that are given change; an empty one is cleared."""


@new_fields(CONSENT, CONSENTS)
class ConsentInput(ConsentEdit):
    """What somebody agreed to."""


INPUTS: Inputs = {"new": ConsentInput, "edit": ConsentEdit}


def add(work: Work, data: ConsentInput, today: date) -> int:
    """Save a consent, of *today* unless it has a day, and return its number.

    Raises RefusedError where the same is agreed to already, or the coach may not ask for it.
    """
    values = {"agreed_on": today} | data.model_dump(exclude_none=True)
    person = find(work, values.pop("coachee"))
    about, withdrawn_on = values["about"], values.get("withdrawn_on")
    if about == WORKABILITY:
        refuse_appraiser(work, person)
    _check_days(values["agreed_on"], withdrawn_on)
    agreed_on = consent_day(work, person.id, about)
    if agreed_on and not withdrawn_on:
        raise RefusedError(
            N_("{name} already agreed, on {day}."),
            N_("See it, and edit it there: coachlog consent list --coachee {handle}"),
            name=person.name,
            day=agreed_on,
            handle=person.handle,
        )
    return work.add("consent", {"coachee_id": person.id, **values}).number


def edit(work: Work, number: int, data: ConsentEdit, _today: date) -> None:
    """Save the fields of a consent that *data* sets.

    Raises RefusedError where that makes it the same as another one that is in force.
    """
    row, values = CONSENTS.record(work, number), changed_values(CONSENT, data)
    agreed_on = values.get("agreed_on") or date.fromisoformat(row["agreed_on"])
    withdrawn_on = row["withdrawn_on"] and date.fromisoformat(row["withdrawn_on"])
    _check_days(agreed_on, withdrawn_on)
    about = values.get("about", row["about"])
    if about != row["about"] and WORKABILITY in (about, row["about"]):
        raise RefusedError(
            N_("What a consent to figures about workable work is about cannot change."),
            N_("Note another one: coachlog consent new --about {about}"),
            about=about,
        )
    if about != row["about"] and not withdrawn_on and consent_day(work, row["coachee_id"], about):
        raise RefusedError(
            N_("There is a consent of this person to that already."),
            N_("See them: coachlog consent list"),
        )
    work.update("consent", row["id"], values)


def _check_days(agreed_on: date, withdrawn_on: date | None) -> None:
    if withdrawn_on and withdrawn_on < agreed_on:
        raise FieldRefusedError("withdrawn_on", _("a consent is withdrawn after it was given."))
