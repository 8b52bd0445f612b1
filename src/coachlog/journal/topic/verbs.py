"""The commands about topics, in the order in which help lists them."""

from coachlog.base.stubs import verbs
from coachlog.base.texts import N_

VERBS = verbs(
    "topic",
    park=N_("Park a topic for a later conversation."),
    list=N_("List topics, waiting ones first."),
    show=N_("Show one topic."),
    edit=N_("Edit a topic."),
    drop=N_("Mark a topic as no longer needed."),
    remove=N_("Remove a topic."),
)
