"""The commands about corrections, in the order in which help lists them."""

from coachlog.base.stubs import verbs
from coachlog.base.texts import N_

VERBS = verbs(
    "correction",
    list=N_("List the corrections, latest first."),
    show=N_("Show one correction."),
    edit=N_("Edit the words of a correction."),
    remove=N_("Remove a correction."),
)
