"""The commands about people, in the order in which help lists them."""

from coachlog.base.stubs import Stub, verbs
from coachlog.base.texts import N_

VERBS = verbs(
    "coachee",
    new=N_("Add a person."),
    list=N_("List the people, by name."),
    show=Stub(N_("Show one person."), "coachlog.views.person.commands:show"),
    edit=N_("Edit somebody's details."),
    talent=Stub(N_("What somebody is good at."), "coachlog.journal.coachee.talents:talent"),
    rename=N_("Give somebody another short name."),
    merge=Stub(
        N_("Merge two entries of the same person."), "coachlog.journal.coachee.merge_command:merge_"
    ),
    remove=Stub(
        N_("Remove somebody, with everything recorded about them."),
        "coachlog.journal.coachee.removal:remove",
    ),
    archive=N_("Put somebody in the archive, or bring them back."),
)
