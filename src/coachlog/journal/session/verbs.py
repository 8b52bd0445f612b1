"""The commands about conversations, in the order in which help lists them."""

from coachlog.base.stubs import Stub, verbs
from coachlog.base.texts import N_

VERBS = verbs(
    "session",
    new=Stub(
        N_("Have a conversation: guided, or from options and JSON."), "coachlog.guide.commands:new"
    ),
    resume=Stub(N_("Continue an unfinished conversation."), "coachlog.guide.resumption:resume"),
    plan=Stub(
        N_("Plan a conversation: with whom, and when."), "coachlog.guide.appointment_commands:plan"
    ),
    move=Stub(
        N_("Move an appointment to another moment."), "coachlog.guide.appointment_commands:move"
    ),
    cancel=Stub(
        N_("Cancel an appointment."), "coachlog.journal.session.appointment.commands:cancel"
    ),
    missed=Stub(
        N_("Mark an appointment as missed."), "coachlog.journal.session.appointment.commands:missed"
    ),
    list=N_("List conversations, newest first."),
    show=Stub(N_("Show one conversation."), "coachlog.journal.session.show:show"),
    edit=Stub(N_("Edit one conversation."), "coachlog.journal.session.edit:edit"),
    release=Stub(
        N_("Release a text to somebody else, word for word."),
        "coachlog.journal.session.release:release",
    ),
    remove=Stub(N_("Remove one conversation."), "coachlog.journal.session.removal:remove"),
)
