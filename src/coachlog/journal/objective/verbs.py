"""The commands about objectives, in the order in which help lists them."""

from coachlog.base.stubs import Stub, verbs
from coachlog.base.texts import N_

VERBS = verbs(
    "objective",
    new=N_("Record what the organisation or a team wants."),
    list=N_("List objectives, active ones first."),
    show=Stub(
        N_("Show one objective and the goals that serve it."), "coachlog.views.objective.page:show"
    ),
    reach=N_("Mark an objective as reached."),
    drop=N_("Mark an objective as given up."),
    edit=N_("Edit an objective."),
    remove=N_("Remove an objective."),
)
