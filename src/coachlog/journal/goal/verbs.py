"""The commands about goals, in the order in which help lists them."""

from coachlog.base.stubs import Stub, verbs
from coachlog.base.texts import N_

VERBS = verbs(
    "goal",
    new=N_("Set a goal with somebody."),
    list=N_("List goals, newest first."),
    show=Stub(N_("Show one goal and its scores."), "coachlog.views.goal.page:show"),
    score=N_("Score a goal from 0 to 10."),
    scale=Stub(
        N_("Describe what you would see at five levels of a goal."),
        "coachlog.journal.goal.levels.entry:scale",
    ),
    level=Stub(
        N_("Record at which of its levels a goal is."),
        "coachlog.journal.goal.levels.commands:level",
    ),
    achieve=N_("Mark a goal as reached."),
    drop=N_("Mark a goal as given up."),
    edit=N_("Edit a goal."),
    release=Stub(
        N_("Release a goal to somebody else, with its steps."),
        "coachlog.journal.release.entry:release",
    ),
    remove=N_("Remove a goal."),
)
