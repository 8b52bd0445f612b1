"""The commands about check-ins, in the order in which help lists them."""

from coachlog.base.stubs import Stub, verbs
from coachlog.base.texts import N_

VERBS = verbs(
    "workability",
    new=N_("Discuss how workable the work is, if the person wants to."),
    list=N_("List check-ins, newest first."),
    trend=Stub(
        N_("Show how each figure changed over time."), "coachlog.views.workability.commands:trend"
    ),
    show=N_("Show one check-in."),
    edit=N_("Edit a check-in."),
    remove=N_("Remove a check-in."),
    consent=N_("Note that somebody explicitly agrees."),
    withdraw=N_("Note that somebody withdraws consent, and erase the data."),
)
