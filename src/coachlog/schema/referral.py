"""That somebody was referred, to whom and when; never why."""

from coachlog.base.texts import N_, P_
from coachlog.schema.common_fields import of_person
from coachlog.schema.field import (
    CODE,
    CREATED_AT,
    DAY,
    ID,
    NUMBERED,
    OVER,
    Entry,
    Naming,
    Noun,
    Table,
    private,
)

HELPERS = {
    "emergency_services": N_("emergency services"),
    "helpline": N_("a helpline"),
    "confidential_counsellor": N_("confidential counsellor"),
    "prevention_adviser": N_("prevention adviser for psychosocial aspects"),
    "occupational_physician": N_("occupational physician"),
    "return_to_work_coordinator": N_("return-to-work coordinator"),
    "employer": N_("the employer"),
    "general_practitioner": N_("general practitioner"),
    "career_guidance": N_("career guidance"),
}
"""Who can help, in words that do not tell why."""

REFERRAL = Table(
    "referral",
    Naming(
        N_("referral {n}"),
        P_("{n} referral", "{n} referrals"),
        ("number",),
        whose="coachee_id",
        of_person=N_("referral {n} of {name}"),
        found_as=N_("Referral {n}"),
    ),
    (
        ID,
        NUMBERED,
        of_person(N_("Whom do you refer?")),
        private(
            "helper",
            N_("Referred to"),
            CODE,
            words=HELPERS,
            required=True,
            entry=Entry(N_("Who can help."), required=True),
        ),
        private(
            "referred_on",
            N_("Referred on"),
            DAY,
            required=True,
            entry=Entry(N_("The day; today if left out."), option="on", day=OVER),
        ),
        CREATED_AT,
    ),
    since=7,
    noun=Noun("referrals", describing_sql="helper"),
)
