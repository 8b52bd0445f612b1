"""The fields in which people name contacts, several at once."""

from coachlog.base.texts import N_
from coachlog.journal.contact.fields import read_names
from coachlog.schema.contact import PLACES
from coachlog.terminal.fields import FormField
from coachlog.values import parse

NAMES_MOST = 60
"""The most contacts that a network or a meeting can name."""


def _parse_place(text: str) -> str | None:
    return parse.choice(text, PLACES)


NEW_CONTACTS = FormField(
    "new_contacts",
    N_("New contacts"),
    N_("Make contacts of unknown names: internal or external."),
    _parse_place,
    words=PLACES,
)


def contacts_field(name: str, label: str, help_text: str, option: str) -> FormField:
    """Return a field that names contacts by their names or numbers."""
    return FormField(
        name, label, help_text, read_names, option=option, several=True, metavar="CONTACT"
    )
