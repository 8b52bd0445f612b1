"""The commands about practice hours, in the order in which help lists them."""

from coachlog.base.stubs import Stub, verbs
from coachlog.base.texts import N_

VERBS = verbs(
    "hours",
    total=Stub(
        N_("What counts as practice, or the time in each role."),
        "coachlog.views.hours.commands:total",
    ),
    clients=Stub(
        N_("List the clients whose hours count, as a log wants them."),
        "coachlog.views.hours.commands:clients",
    ),
    new=N_("Note hours from before the journal: an opening balance."),
    list=N_("List the opening balances."),
    show=N_("Show one opening balance."),
    edit=N_("Edit an opening balance."),
    remove=N_("Remove an opening balance."),
    consent=N_("Note that somebody agrees to be named in your log."),
    withdraw=N_("Note that somebody no longer agrees to be named in your log."),
)
