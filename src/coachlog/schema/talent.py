"""What a person is good at."""

from coachlog.base.texts import N_, P_
from coachlog.schema.field import (
    CREATED_AT,
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
        shared("strength", N_("Talent"), TEXT, required=True),
        shared("shows", N_("Where it shows"), TEXT),
        shared("gives_energy", N_("Energy"), FLAG),
        CREATED_AT,
        shared("wanted_context", N_("Context it needs"), TEXT, since=3),
    ),
    since=2,
    noun=Noun("talents"),
)
