"""A coaching trajectory, its roles, and the themes that it works on."""

from coachlog.base.texts import N_, P_
from coachlog.schema.field import (
    CODE,
    CREATED_AT,
    DAY,
    FLAG,
    ID,
    NUMBER,
    NUMBERED,
    REFERENCE,
    TEXT,
    Naming,
    Noun,
    Table,
    private,
    shared,
)
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
        shared("coachee_id", N_("Person"), REFERENCE, of="coachee", required=True),
        shared("kind", N_("Kind"), CODE, words=TRAJECTORY_KINDS, required=True),
        shared("purpose", N_("Purpose"), TEXT),
        shared("starts_on", N_("Start"), DAY, required=True),
        shared("ends_on", N_("Planned end"), DAY),
        shared("status", N_("Status"), CODE, words=TRAJECTORY_STATUSES, required=True),
        CREATED_AT,
        shared("rhythm_days", N_("Days between conversations"), NUMBER, since=2),
        shared("planned_sessions", N_("Agreed conversations"), NUMBER, since=2),
        shared("sponsor", N_("Requested by"), TEXT, since=2),
        shared("sharing", N_("What is shared"), TEXT, since=2),
        shared("closing", N_("What came of it"), TEXT, since=2),
        shared("closed_on", N_("Closed on"), DAY, since=2),
        shared("appraises", N_("Coach appraises"), FLAG, since=3),
        shared("asked_for_opinion", N_("Coach asked for an opinion"), FLAG, since=3),
        shared("close_or_in_conflict", N_("Close or in conflict"), FLAG, since=3),
        private("hard_to_tell", N_("Hard to tell the coach"), TEXT, since=3),
        shared("kept_out", N_("Kept out"), TEXT, since=3),
        shared("freely_chosen", N_("Chosen freely"), FLAG, since=3),
        shared("turn_to", N_("Who to turn to"), TEXT, since=3),
        shared("mirror", N_("Show whose ideas"), FLAG, since=3),
        shared("project", N_("Project"), TEXT, since=4),
    ),
    noun=Noun(
        "trajectories",
        N_("Which trajectory?"),
        N_("the number of the trajectory"),
        (
            "traject, parcours, programme, program",
            "trajecten, trajectories, programmes, programs, les parcours",
        ),
        told="coalesce(purpose, kind)",
    ),
)

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
