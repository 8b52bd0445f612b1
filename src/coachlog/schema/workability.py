"""A check-in on how workable the work is: ten figures, and a note that is never searched."""

from coachlog.base.texts import N_, P_
from coachlog.schema.field import (
    CREATED_AT,
    DAY,
    ID,
    NUMBER,
    NUMBERED,
    REFERENCE,
    TEXT,
    Naming,
    Noun,
    Table,
    shared,
)

WORKABILITY = Table(
    "workability",
    Naming(
        N_("check-in {n}"),
        P_("{n} check-in", "{n} check-ins"),
        ("number",),
    ),
    (
        ID,
        NUMBERED,
        shared("coachee_id", N_("Person"), REFERENCE, of="coachee", required=True),
        shared("trajectory_id", N_("Trajectory"), REFERENCE, of="trajectory", required=True),
        shared("checked_on", N_("Date"), DAY, required=True),
        shared("stress", N_("Work stress (10 = little)"), NUMBER),
        shared("motivation", N_("Motivation"), NUMBER),
        shared("learning", N_("Learning opportunities"), NUMBER),
        shared("balance", N_("Work-life balance"), NUMBER),
        shared("workload", N_("Workload (10 = manageable)"), NUMBER),
        shared("emotional", N_("Emotional demands (10 = bearable)"), NUMBER),
        shared("variety", N_("Task variety"), NUMBER),
        shared("autonomy", N_("Autonomy"), NUMBER),
        shared("support", N_("Support from the manager"), NUMBER),
        shared("conditions", N_("Physical load"), NUMBER),
        shared("note", N_("Note"), TEXT, searched=False),
        CREATED_AT,
    ),
    since=3,
    noun=Noun(
        "checkins",
        N_("Which check-in?"),
        N_("the number of the check-in"),
        (
            "werkbaarheid, werkbaar, check-in, checkin, faisabilite, workable, faisable, "
            "travail faisable, point sur le travail",
            "check-ins, checkins, points sur le travail",
        ),
        told="checked_on",
    ),
)
