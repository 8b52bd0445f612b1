"""The commands about learning moments, in the order in which help lists them."""

from coachlog.base.stubs import Stub, verbs
from coachlog.base.texts import N_

VERBS = verbs(
    "growth",
    new=N_("Note something you learned yourself."),
    list=N_("List your own learning moments, newest first."),
    show=N_("Show one learning moment."),
    edit=N_("Edit a learning moment."),
    remove=N_("Remove a learning moment."),
    self=Stub(
        N_("Rate your own competences, for yourself."),
        "coachlog.journal.growth.rating.commands:rate_self",
    ),
    course=Stub(
        N_("Show how you rated yourself over time."), "coachlog.views.growth.commands:course"
    ),
)
