"""The commands about actions, in the order in which help lists them."""

from coachlog.base.stubs import Stub, verbs
from coachlog.base.texts import N_

VERBS = verbs(
    "action",
    new=N_("Agree on an action with somebody."),
    list=N_("List actions, open ones first."),
    show=Stub(N_("Show one action."), "coachlog.views.action.page:show"),
    done=N_("Mark an action as done."),
    confidence=N_("Note how sure somebody is about an action, 1 to 10."),
    drop=N_("Mark an action as no longer needed."),
    edit=N_("Edit an action."),
    remove=N_("Remove an action."),
)
