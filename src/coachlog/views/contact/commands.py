"""One contact on the command line."""

from coachlog.journal.common.show import page_command
from coachlog.schema.contact import CONTACT
from coachlog.views.contact.page import page
from coachlog.views.contact.read import read, record


@page_command(CONTACT, read, record, page)
def show() -> None:
    """Show a contact: their ideas, which were chosen, what was done and what came of it.

    coachlog contact show 1
    """
