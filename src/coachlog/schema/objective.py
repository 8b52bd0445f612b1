"""What the organisation or a team wants."""

from coachlog.base.texts import N_, P_
from coachlog.schema.field import CODE, CREATED_AT, DAY, ID, NUMBERED, TEXT, Naming, Table, shared
from coachlog.schema.vocabulary import LEVELS, OBJECTIVE_STATUSES

OBJECTIVE = Table(
    "objective",
    Naming(
        N_("objective {n} ({text})"),
        P_("{n} objective", "{n} objectives"),
        ("number", "statement"),
        brief=N_("objective {n}"),
        found_as=N_("Objective {n}"),
    ),
    (
        ID,
        NUMBERED,
        shared("statement", N_("Objective"), TEXT, required=True),
        shared("level", N_("Level"), CODE, words=LEVELS, required=True),
        shared("team", N_("Team"), TEXT),
        shared("plan", N_("Plan"), TEXT),
        shared("owner", N_("Owner"), TEXT),
        shared("signs", N_("Signs of success"), TEXT),
        shared("starts_on", N_("From"), DAY),
        shared("ends_on", N_("Until"), DAY),
        shared("status", N_("Status"), CODE, words=OBJECTIVE_STATUSES, required=True),
        shared("closed_on", N_("Closed on"), DAY),
        CREATED_AT,
    ),
    since=3,
)
