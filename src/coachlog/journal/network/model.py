"""The input models of a learning network."""

from typing import Annotated, ClassVar

from pydantic import Field

from coachlog.journal.common.input_types import Input, one_of, words_by
from coachlog.journal.common.json_schema import LIST_SCHEMA, ReadOnlyFields, read_only_fields
from coachlog.journal.common.models import edit_fields, new_fields
from coachlog.journal.contact.fields import read_names
from coachlog.journal.network.fields import NAMES_MOST
from coachlog.journal.network.queries import NETWORKS
from coachlog.schema.contact import PLACES
from coachlog.schema.network import NETWORK

ContactNames = Annotated[list[str], words_by(read_names, most=NAMES_MOST)]
"""Contacts by name or number: a list, or a text with commas."""
LocationOfNew = Annotated[
    Annotated[str, one_of(PLACES)] | None,
    Field(description="What unknown names become: internal or external contacts."),
]


@edit_fields(NETWORK, NETWORKS)
class NetworkEdit(Input):
    """Changes to a network: only the fields that are given change; an empty one is cleared."""

    read_only: ClassVar[ReadOnlyFields] = read_only_fields(LIST_SCHEMA, "held_meetings")
    members: Annotated[
        ContactNames | None, Field(description="Contacts who take part, by name or number.")
    ] = None
    new_contacts: LocationOfNew = None


@new_fields(NETWORK, NETWORKS)
class NetworkInput(NetworkEdit):
    """A learning network that the coach takes part in."""
