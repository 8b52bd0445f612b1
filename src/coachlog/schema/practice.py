"""What only the practice hours of a credential need of a conversation and of a trajectory."""

from coachlog.base.texts import N_
from coachlog.schema.field import CODE, FLAG, NUMBER, TEXT, Entry, shared
from coachlog.schema.vocabulary import ACTIVITIES, PAYMENTS, SETTINGS

BODIES = {"icf": "ICF", "emcc": "EMCC"}
"""What people call the professional bodies."""

PEOPLE_MOST = 999
"""The most people that are coached at once."""

OF_SESSION = (
    shared(
        "people",
        N_("How many people"),
        NUMBER,
        since=12,
        entry=Entry(
            about=N_("With how many people you talked at once, for your practice hours."),
            low=1,
            high=PEOPLE_MOST,
        ),
    ),
    shared(
        "paid",
        N_("Payment"),
        CODE,
        words=PAYMENTS,
        since=12,
        entry=Entry(N_("paid, exchange or pro_bono. Within your own job is paid.")),
    ),
    shared(
        "activity",
        N_("Activity"),
        CODE,
        words=ACTIVITIES,
        since=12,
        entry=Entry(
            N_(
                "session, supervision, mentor_coaching, assessment_debrief or"
                " training_practice: what it was, if no coaching of a client."
            )
        ),
    ),
)

OF_TRAJECTORY = (
    shared(
        "setting",
        N_("Setting"),
        CODE,
        words=SETTINGS,
        since=12,
        entry=Entry(
            N_("external or internal: own clients, or colleagues."),
            N_("Your own clients, or colleagues of your own organisation?"),
        ),
    ),
    shared(
        "policy",
        N_("No names by policy"),
        FLAG,
        since=12,
        entry=Entry(N_("Does a policy of the organisation forbid giving names?")),
    ),
    shared(
        "letter",
        N_("Letter of the organisation"),
        FLAG,
        since=12,
        entry=Entry(N_("Do you have the organisation's letter with hours, clients and period?")),
    ),
    shared(
        "as_mentoring",
        N_("Why it is mentoring"),
        TEXT,
        since=12,
        entry=Entry(N_("Why talks as a buddy are mentoring, for your practice hours.")),
    ),
)

NAMES = frozenset(field.name for field in (*OF_SESSION, *OF_TRAJECTORY))
"""Their names: they are asked, and offered in forms, only where a credential is set."""
