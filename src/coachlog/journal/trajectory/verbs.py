"""The commands about trajectories, in the order in which help lists them."""

from coachlog.base.stubs import Stub, verbs
from coachlog.base.texts import N_

VERBS = verbs(
    "trajectory",
    new=N_("Start a trajectory with somebody."),
    list=N_("List trajectories, newest first."),
    show=Stub(N_("Show one trajectory."), "coachlog.views.trajectory.page:show"),
    edit=N_("Edit a trajectory."),
    close=N_("Close a trajectory."),
    remove=N_("Remove a trajectory with all that belongs to it."),
)
