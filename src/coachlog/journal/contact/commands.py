"""Contacts on the command line: lists, one contact, removing."""

from coachlog.base.texts import N_
from coachlog.journal.common.columns import columns
from coachlog.journal.common.list_command import lists
from coachlog.journal.common.numbered import removes, shows
from coachlog.journal.contact.queries import CONTACTS
from coachlog.schema.contact import CONTACT

COLUMNS = columns(CONTACT, "name", "where", ("organisation", 2), ("expertise", 2))


@lists(
    *(CONTACT, CONTACTS, COLUMNS),
    N_("No contacts yet."),
    helps={"where": N_("Only those inside or outside the organisation: internal, external.")},
)
def list_() -> None:
    """List the people who can help.

    coachlog contact list --where external
    """


@shows(CONTACT, CONTACTS)
def show() -> None:
    """Show a contact, with what came of their ideas and help.

    coachlog contact show 1
    """


@removes(CONTACT, CONTACTS)
def remove() -> None:
    """Remove a contact. Ideas and actions stay, with the name as it was typed.

    coachlog contact remove 1 --yes
    """
