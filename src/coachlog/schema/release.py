"""A text released to somebody else, word for word."""

from coachlog.base.texts import N_, P_
from coachlog.schema.field import (
    CREATED_AT,
    DAY,
    FLAG,
    ID,
    NUMBERED,
    REFERENCE,
    TEXT,
    Naming,
    Noun,
    Table,
    shared,
)

RELEASE = Table(
    "release",
    Naming(
        N_("released text {n} for {whom}"),
        P_("{n} released text", "{n} released texts"),
        ("number", "to_whom"),
        brief=N_("released text {n}"),
        found_as=N_("Released text {n}"),
    ),
    (
        ID,
        NUMBERED,
        shared("session_id", N_("Conversation"), REFERENCE, of="session"),
        shared("goal_id", N_("Goal"), REFERENCE, of="goal", since=4),
        shared("text", N_("Released text"), TEXT, required=True),
        shared("why", N_("Why"), TEXT, since=4),
        shared("steps", N_("How I learn it"), TEXT, since=4),
        shared("signs", N_("Expected result"), TEXT, since=4),
        shared("milestone", N_("Results so far"), TEXT, since=4),
        shared("provided", N_("What the employer provides"), TEXT, since=4),
        shared("starts_on", N_("Start"), DAY, since=4),
        shared("target_on", N_("Due"), DAY, since=4),
        shared("to_whom", N_("Released to"), TEXT, required=True),
        shared("agreed_by", N_("Agreed by"), TEXT, required=True),
        shared("personnel_file", N_("Goes into the personnel file"), FLAG, since=4),
        shared("released_on", N_("Released on"), DAY, required=True),
        shared("handed_over_on", N_("Handed over on"), DAY),
        shared("withdrawn_on", N_("Withdrawn on"), DAY),
        CREATED_AT,
    ),
    since=2,
    noun=Noun("releases"),
)
