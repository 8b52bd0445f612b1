"""What a person enters about a contact."""

from typing import Annotated, ClassVar

from pydantic import Field

from coachlog.journal.common.input_types import Input, words_by
from coachlog.journal.common.json_schema import LIST_SCHEMA, ReadOnlyFields, read_only_fields
from coachlog.journal.common.models import edit_fields, new_fields
from coachlog.journal.contact.fields import read_names
from coachlog.journal.contact.queries import CONTACTS
from coachlog.schema.contact import CONTACT

ALSO_MOST = 20
"""The most other names that are linked at once."""


@edit_fields(CONTACT, CONTACTS)
class ContactEdit(Input):
    """Changes to a contact: only the fields that are given change; an empty one is cleared."""

    read_only: ClassVar[ReadOnlyFields] = read_only_fields(LIST_SCHEMA, "ideas", "actions")
    also: Annotated[
        Annotated[list[str], words_by(read_names, most=ALSO_MOST)] | None,
        Field(description="Other names of this contact in ideas and actions, which are linked."),
    ] = None


@new_fields(CONTACT, CONTACTS)
class ContactInput(ContactEdit):
    """A new contact: only what is needed to reach somebody, and what they can help with."""
