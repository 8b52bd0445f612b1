"""The commands of `report`."""

from coachlog.base.stubs import Stub, Table
from coachlog.base.texts import N_

VERBS: Table = {
    "prepare": Stub(
        N_("A page for the other person to prepare the next conversation."),
        "coachlog.report.commands:prepare",
    ),
    "takehome": Stub(
        N_("A page to take home after a conversation."), "coachlog.report.commands:takehome"
    ),
    "letter": Stub(
        N_("A letter after a year, in the person's own words."),
        "coachlog.report.letter.commands:letter",
    ),
    "pop": Stub(N_("A personal development plan."), "coachlog.report.plan.commands:pop"),
    "threeway": Stub(
        N_("The agenda of a three-way talk."), "coachlog.report.plan.commands:threeway"
    ),
    "charter": Stub(
        N_("The agreement between you, the person and the manager, to sign."),
        "coachlog.report.charter.commands:charter",
    ),
    "checklist": Stub(
        N_("The checklist of a newcomer, to print."), "coachlog.report.charter.commands:checklist"
    ),
    "fund": Stub(
        N_("A year in figures for a fund, without names."), "coachlog.report.fund.commands:fund"
    ),
    "coach": Stub(
        N_("Your own year, without anybody else in it."),
        "coachlog.report.coach.commands:coach",
    ),
}
