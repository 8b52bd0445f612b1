"""A coaching trajectory, its roles, and the themes that it works on."""

from coachlog.base.texts import N_, P_
from coachlog.schema.common_fields import closed_on, of_person, status_of
from coachlog.schema.field import (
    CODE,
    CREATED_AT,
    DAY,
    FLAG,
    ID,
    LATER,
    LINE,
    NUMBER,
    NUMBERED,
    OVER,
    PAST,
    REFERENCE,
    RHYTHM,
    TEXT,
    Entry,
    Naming,
    Noun,
    Table,
    private,
    shared,
)
from coachlog.schema.practice import OF_TRAJECTORY
from coachlog.schema.vocabulary import TRAJECTORY_KINDS, TRAJECTORY_STATUSES

TRAJECTORY = Table(
    "trajectory",
    Naming(
        N_("trajectory {n}"),
        P_("{n} trajectory", "{n} trajectories"),
        ("number",),
        whose="coachee_id",
        of_person=N_("trajectory {n} of {name}"),
        found_as=N_("Trajectory {n}"),
    ),
    (
        ID,
        NUMBERED,
        of_person(N_("With")),
        shared(
            "kind",
            N_("Kind"),
            CODE,
            words=TRAJECTORY_KINDS,
            required=True,
            entry=Entry(N_("coaching, career, mentoring, onboarding, manager or own.")),
        ),
        shared("purpose", N_("Purpose"), TEXT, entry=Entry(N_("What it is for."))),
        shared("starts_on", N_("Start"), DAY, required=True, entry=Entry(day=PAST)),
        shared("ends_on", N_("Planned end"), DAY, entry=Entry()),
        shared(
            "rhythm_days",
            N_("Days between conversations"),
            RHYTHM,
            since=2,
            heading=N_("Days"),
            entry=Entry(N_("How often you agreed to talk: 21 (days), 3w, 3 weeks.")),
        ),
        shared(
            "planned_sessions",
            N_("Agreed conversations"),
            NUMBER,
            since=2,
            heading=N_("Agreed"),
            entry=Entry(low=1, high=999),
        ),
        shared(
            "sponsor",
            N_("Requested by"),
            LINE,
            since=2,
            entry=Entry(N_("Who asked for it, often the manager; the name for the charter.")),
        ),
        shared(
            "project",
            N_("Project"),
            LINE,
            since=4,
            entry=Entry(N_("The project or plan of a fund that it belongs to.")),
        ),
        shared(
            "sharing",
            N_("What is shared"),
            TEXT,
            since=2,
            entry=Entry(N_("What is shared with whom.")),
        ),
        shared(
            "appraises",
            N_("You appraise"),
            FLAG,
            since=3,
            entry=Entry(
                N_("Do you also appraise this person, or have a say in pay, contract or promotion?")
            ),
        ),
        shared(
            "asked_for_opinion",
            N_("Opinion asked of you"),
            FLAG,
            since=3,
            entry=Entry(N_("Will anyone ask you for an opinion about this person?")),
        ),
        shared(
            "close_or_in_conflict",
            N_("Close or in conflict"),
            FLAG,
            since=3,
            entry=Entry(N_("Family, friendship or a conflict with this person or the manager?")),
        ),
        private(
            "hard_to_tell",
            N_("Hard to tell you"),
            TEXT,
            since=3,
            entry=Entry(N_("What will be hard to tell you because of your role? Only for you.")),
        ),
        shared(
            "kept_out",
            N_("Kept out"),
            TEXT,
            since=3,
            entry=Entry(N_("What is kept out of these talks, and where it belongs.")),
        ),
        shared(
            "freely_chosen",
            N_("Chosen freely"),
            FLAG,
            since=3,
            entry=Entry(N_("Knowing this, do you both choose freely to work together?")),
        ),
        shared(
            "turn_to",
            N_("Who to turn to"),
            TEXT,
            since=3,
            entry=Entry(N_("Who the person can turn to if it does not click.")),
        ),
        shared(
            "mirror",
            N_("Show whose ideas"),
            FLAG,
            since=3,
            entry=Entry(
                N_("Show whose ideas the options were: yes, no; empty: depends on the kind."),
                question=None,
            ),
        ),
        *OF_TRAJECTORY,
        shared("closing", N_("What came of it"), TEXT, since=2, entry=Entry(given=LATER)),
        status_of(TRAJECTORY_STATUSES, N_("active or closed.")),
        closed_on(since=2),
        shared(
            "charter_place",
            N_("Place of signing"),
            LINE,
            since=8,
            entry=Entry(N_("Where the charter is signed."), question=None),
        ),
        shared(
            "charter_signed_on",
            N_("Charter signed on"),
            DAY,
            since=8,
            entry=Entry(N_("The day on which the charter was signed."), None, day=OVER),
        ),
        CREATED_AT,
    ),
    noun=Noun(
        "trajectories",
        N_("Which trajectory?"),
        N_("the number of the trajectory"),
        (
            "traject, parcours, programme, program",
            "trajecten, trajectories, programmes, programs, les parcours",
        ),
        describing_sql="coalesce(purpose, kind)",
    ),
)

ROLES_SHOWN = (
    *("appraises", "asked_for_opinion", "close_or_in_conflict", "freely_chosen", "kept_out"),
    "turn_to",
)
"""What the role of the coach may get in the way of, in the order in which people read it."""

ROLES = (*ROLES_SHOWN, "hard_to_tell")
"""The same with what is for the coach alone."""

TRAJECTORY_THEME = Table(
    "trajectory_theme",
    Naming(
        N_("a theme"),
        P_("{n} theme", "{n} themes"),
        ("theme",),
        part_of="trajectory",
    ),
    (
        ID,
        shared("trajectory_id", N_("Trajectory"), REFERENCE, of="trajectory", required=True),
        shared("theme", N_("Theme"), CODE, required=True),
    ),
    since=3,
)
