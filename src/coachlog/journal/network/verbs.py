"""The commands about learning networks, in the order in which help lists them."""

from coachlog.base.stubs import Stub, verbs
from coachlog.base.texts import N_

VERBS = verbs(
    "network",
    new=N_("Note a learning network that you take part in."),
    list=N_("List your learning networks."),
    show=Stub(
        N_("Show a learning network, with its members and meetings."),
        "coachlog.views.network.page:show",
    ),
    edit=N_("Edit a learning network."),
    remove=N_("Remove a learning network, with its meetings."),
    meeting=Stub(
        N_("Meetings: what you brought, took away and used."),
        "coachlog.journal.network_meeting.verbs",
    ),
    case=Stub(
        N_("Cases for peer consultation, written without names."),
        "coachlog.journal.network_case.verbs",
    ),
    intervision=Stub(
        N_("Lead a peer consultation step by step."),
        "coachlog.journal.intervision.commands:intervision",
    ),
)
