"""The commands about contacts, in the order in which help lists them."""

from coachlog.base.stubs import Stub, verbs
from coachlog.base.texts import N_

VERBS = verbs(
    "contact",
    new=N_("Note somebody who can help."),
    list=N_("List the people who can help."),
    show=Stub(
        N_("Show a contact, with what came of their ideas and help."),
        "coachlog.views.contact.page:show",
    ),
    edit=N_("Edit a contact."),
    remove=N_("Remove a contact."),
    who=N_("Find who could help with something."),
)
