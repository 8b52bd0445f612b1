"""The commands about consent, in the order in which help lists them."""

from coachlog.base.stubs import verbs
from coachlog.base.texts import N_

VERBS = verbs(
    "consent",
    new=N_("Note what somebody agreed to, and in which words."),
    list=N_("List what was agreed to, latest first."),
    show=N_("Show one consent."),
    edit=N_("Edit a consent."),
    withdraw=N_("Note that somebody withdraws a consent; it takes effect at once."),
    remove=N_("Remove a consent that was never given."),
)
