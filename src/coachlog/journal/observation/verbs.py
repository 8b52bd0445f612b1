"""The commands about observations, in the order in which help lists them."""

from coachlog.base.stubs import verbs
from coachlog.base.texts import N_

VERBS = verbs(
    "observation",
    new=N_("Note what you saw at work: fact, effect, wish."),
    list=N_("List what you saw at work, newest first."),
    show=N_("Show one observation."),
    edit=N_("Edit an observation."),
    remove=N_("Remove an observation."),
)
