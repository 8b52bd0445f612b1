"""What was seen or heard of somebody at work."""

from coachlog.base.texts import N_, P_
from coachlog.schema.field import (
    CREATED_AT,
    DAY,
    ID,
    NUMBERED,
    REFERENCE,
    TEXT,
    Naming,
    Table,
    shared,
)

OBSERVATION = Table(
    "observation",
    Naming(
        N_("observation {n} ({text})"),
        P_("{n} observation", "{n} observations"),
        ("number", "fact"),
        brief=N_("observation {n}"),
        found_as=N_("Observation {n}"),
    ),
    (
        ID,
        NUMBERED,
        shared("coachee_id", N_("Person"), REFERENCE, of="coachee", required=True),
        shared("goal_id", N_("Goal"), REFERENCE, of="goal"),
        shared("observed_on", N_("Seen on"), DAY, required=True),
        shared("own_view", N_("In their own eyes"), TEXT),
        shared("fact", N_("Seen or heard"), TEXT, required=True),
        shared("effect", N_("Effect"), TEXT),
        shared("wish", N_("Wish"), TEXT),
        shared("taken", N_("What the person takes from it"), TEXT),
        CREATED_AT,
    ),
    since=3,
)
