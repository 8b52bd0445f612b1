"""The commands about cases for peer consultation, in the order in which help lists them."""

from coachlog.base.stubs import Stub, verbs
from coachlog.base.texts import N_

VERBS = verbs(
    "network_case",
    new=N_("Write a case for peer consultation, without names."),
    list=N_("List your cases, newest first."),
    show=Stub(
        N_("Show a case, with what could give somebody away."), "coachlog.views.network.case:show"
    ),
    edit=N_("Edit a case."),
    bring=Stub(
        N_("Bring advice on a case into a conversation, as an idea."),
        "coachlog.journal.network_case.bringing_commands:bring",
    ),
    remove=N_("Remove a case, with the advice on it."),
)
