"""What a person is good at, and the goals that use it."""

from coachlog.base.texts import N_, P_
from coachlog.schema.field import (
    CREATED_AT,
    FLAG,
    ID,
    LINE,
    NUMBERED,
    REFERENCE,
    TEXT,
    Entry,
    Naming,
    Noun,
    Table,
    shared,
)

TALENT = Table(
    "talent",
    Naming(
        N_("talent ({text})"),
        P_("{n} talent", "{n} talents"),
        ("number", "strength"),
        found_as=N_("Talent {n}"),
    ),
    (
        ID,
        NUMBERED,
        shared("coachee_id", N_("Person"), REFERENCE, of="coachee", required=True),
        shared(
            "strength",
            N_("Talent"),
            LINE,
            required=True,
            entry=Entry(N_("What this person is good at."), required=True),
        ),
        shared("shows", N_("Where it shows"), TEXT, entry=Entry(N_("Where or when it shows."))),
        shared(
            "gives_energy",
            N_("Energy"),
            FLAG,
            entry=Entry(N_("Whether it gives energy: yes or no."), option="energy"),
        ),
        shared(
            "wanted_context",
            N_("Context it needs"),
            TEXT,
            since=3,
            entry=Entry(N_("The context that it needs."), option="needs"),
        ),
        CREATED_AT,
    ),
    since=2,
    noun=Noun("talents"),
)

GOAL_TALENT = Table(
    "goal_talent",
    Naming(
        N_("a link with a talent"),
        P_("{n} link with a talent", "{n} links with talents"),
        ("id",),
        part_of="goal",
    ),
    (
        ID,
        shared("goal_id", N_("Goal"), REFERENCE, of="goal", required=True),
        shared("talent_id", N_("Talent"), REFERENCE, of="talent", required=True),
    ),
    since=3,
)
