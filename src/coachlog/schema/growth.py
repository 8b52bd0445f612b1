"""A learning moment in the coach's own development."""

from coachlog.base.texts import N_, P_
from coachlog.schema.field import (
    CODE,
    CREATED_AT,
    DAY,
    ID,
    NUMBER,
    NUMBERED,
    TEXT,
    Naming,
    Table,
    shared,
)
from coachlog.schema.vocabulary import GROWTH_KINDS

GROWTH = Table(
    "growth",
    Naming(
        N_("learning moment {n}"),
        P_("{n} learning moment", "{n} learning moments"),
        ("number",),
        found_as=N_("Own development {n}"),
    ),
    (
        ID,
        NUMBERED,
        shared("kind", N_("Kind"), CODE, words=GROWTH_KINDS, required=True),
        shared("done_on", N_("Day"), DAY, required=True),
        shared("minutes", N_("How long"), NUMBER),
        shared("provider", N_("Given by"), TEXT),
        shared("learned", N_("Learned"), TEXT),
        shared("applied", N_("Applied"), TEXT),
        CREATED_AT,
    ),
    since=3,
)
