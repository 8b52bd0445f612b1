"""`contact new` and `contact edit`: by options, JSON or questions."""

from coachlog.base.texts import N_
from coachlog.journal.common.entry import Records, adds, changes
from coachlog.journal.contact.queries import CONTACTS
from coachlog.schema.contact import CONTACT

RECORDS = Records(
    CONTACT,
    CONTACTS,
    N_("Contact {n}"),
    N_("Contact {n} saved."),
    N_("Contact {n} updated."),
    ["contact show {n}"],
)


@adds(RECORDS)
def new() -> None:
    """Note somebody who can help.

    coachlog contact new --name "Sarah Peeters" --where internal --expertise planning
    """


@changes(RECORDS)
def edit() -> None:
    """Edit a contact: only what you give changes.

    coachlog contact edit 1 --may-be-named yes_named
    """
