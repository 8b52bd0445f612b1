"""The commands about meetings of learning networks, in the order in which help lists them."""

from coachlog.base.stubs import Stub, verbs
from coachlog.base.texts import N_

VERBS = verbs(
    "network_meeting",
    new=N_("Note a meeting of a learning network."),
    list=N_("List the meetings of your learning networks, newest first."),
    show=Stub(N_("Show one meeting."), "coachlog.views.network.meeting:show"),
    edit=N_("Edit a meeting."),
    remove=N_("Remove a meeting, with the learning moment that it made."),
)
