"""The commands about requests, in the order in which help lists them."""

from coachlog.base.stubs import verbs
from coachlog.base.texts import N_

VERBS = verbs(
    "request",
    new=N_("Note what somebody asks for about the notes."),
    list=N_("List the requests, those to answer first."),
    show=N_("Show one request, and by when it has to be answered."),
    edit=N_("Edit a request."),
    answer=N_("Note that a request was answered."),
    extend=N_("Take two months more, and note why and that you said so."),
    remove=N_("Remove a request."),
)
