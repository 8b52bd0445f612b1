"""Saves and changes contacts, and links the ideas and actions that have their name."""

from datetime import date

from coachlog.journal.common.records import Inputs, by_column, changed_values
from coachlog.journal.contact.links import link_mentions, refuse_known_name, refuse_unused_names
from coachlog.journal.contact.model import ContactEdit, ContactInput
from coachlog.journal.contact.queries import CONTACTS
from coachlog.schema.contact import CONTACT
from coachlog.store.work import Work

INPUTS: Inputs = {"new": ContactInput, "edit": ContactEdit}


def add(work: Work, data: ContactInput, _today: date) -> int:
    """Save a contact, link the places with its name, and return its number.

    Raises RefusedError for a name that another contact has, and for another name without a place.
    """
    values = data.model_dump(exclude_none=True)
    others = values.pop("also", [])
    refuse_known_name(work, values["name"])
    record = work.add("contact", by_column(CONTACT, values))
    link_mentions(work, record.id, [values["name"], *others])
    refuse_unused_names(work, others, record.id)
    return record.number


def edit(work: Work, number: int, data: ContactEdit, _today: date) -> None:
    """Save the fields of a contact that *data* sets, and link the places with a new name."""
    contact_id = CONTACTS.id_of(work, number)
    values = changed_values(CONTACT, data)
    others = values.pop("also", None) or []
    if "name" in values:
        refuse_known_name(work, values["name"], contact_id)
    work.update("contact", contact_id, by_column(CONTACT, values))
    link_mentions(work, contact_id, [*others, *filter(None, [values.get("name")])])
    refuse_unused_names(work, others, contact_id)
