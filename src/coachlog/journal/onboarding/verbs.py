"""The commands about newcomers, in the order in which help lists them."""

from coachlog.base.stubs import Stub, verbs
from coachlog.base.texts import N_

VERBS = verbs(
    "onboarding",
    start=Stub(
        N_("Start with a newcomer: checklist, charter and three talks."),
        "coachlog.guide.onboarding.commands:start",
    ),
    list=N_("Show the checklist: what is still to do, and whose task it is."),
    tick=N_("Note what the newcomer was shown, understood or can apply."),
    add=Stub(
        N_("Add an item of your own to a checklist."), "coachlog.journal.onboarding.entry:add"
    ),
    remove=N_("Remove an item of your own from a checklist."),
    charter=Stub(
        N_("Fill in the charter, and note when it was signed."),
        "coachlog.guide.onboarding.charter:charter",
    ),
)
