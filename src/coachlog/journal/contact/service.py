"""The input models of a contact, and how it is saved."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from coachlog.journal.common.input_types import Input
from coachlog.journal.common.models import changes, new_record
from coachlog.journal.common.records import Inputs, changed
from coachlog.journal.contact.queries import CONTACTS
from coachlog.schema.contact import CONTACT
from coachlog.store.work import Work


@changes(CONTACT, CONTACTS)
class ContactEdit(Input):
    """Changes to a contact: only the fields that are given change; an empty one is cleared."""


@new_record(CONTACT, CONTACTS)
class ContactInput(ContactEdit):
    """A new contact: only what is needed to reach somebody, and what they can help with."""


INPUTS: Inputs = {"new": ContactInput, "edit": ContactEdit}


def add(work: Work, data: ContactInput, _today: date) -> int:
    """Save a contact, and return its number."""
    return work.add("contact", _by_column(data.model_dump(exclude_none=True))).number


def edit(work: Work, number: int, data: ContactEdit, _today: date) -> None:
    """Save the fields of a contact that *data* sets."""
    contact_id = CONTACTS.id_of(work, number)
    work.update("contact", contact_id, _by_column(changed(CONTACT, data)))


def _by_column(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return *values* by the names of columns: people say `where`, which is a word of SQL."""
    return {CONTACT.by_key(key).name: value for key, value in values.items()}
