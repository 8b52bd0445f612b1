"""A learning moment in the coach's own development."""

from coachlog.base.texts import N_, P_
from coachlog.schema.field import (
    CODE,
    CREATED_AT,
    ID,
    LINE,
    MINUTES,
    NUMBERED,
    TEXT,
    Entry,
    Naming,
    Noun,
    Table,
    noted_on,
    shared,
)

GROWTH_KINDS = {
    "training": N_("training"),
    "supervision": N_("supervision"),
    "mentor_coaching": N_("mentor coaching"),
    "intervision": N_("peer consultation"),
    "reading": N_("reading"),
    "reflection": N_("reflection"),
}

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
        shared(
            "kind",
            N_("Kind"),
            CODE,
            words=GROWTH_KINDS,
            required=True,
            entry=Entry(
                N_("training, supervision, mentor_coaching, intervision, reading or reflection."),
                required=True,
            ),
        ),
        noted_on("done_on", N_("Day")),
        shared(
            "minutes",
            N_("How long"),
            MINUTES,
            heading=N_("Min."),
            entry=Entry(N_("90, 1:30 or 1u30."), high=6000),  # a course takes more than a day
        ),
        shared("provider", N_("Given by"), LINE, entry=Entry(N_("Who gave it, or what you read."))),
        shared("learned", N_("Learned"), TEXT, entry=Entry(N_("What you learned."))),
        shared("applied", N_("Applied"), TEXT, entry=Entry(N_("Where you used it."))),
        CREATED_AT,
    ),
    since=3,
    noun=Noun(
        "learning_moments",
        N_("Which learning moment?"),
        N_("the number of the learning moment"),
        (
            "groei, ontwikkeling, leermoment, developpement, apprentissage, learning, "
            "mijn ontwikkeling, moment d'apprentissage",
            "leermomenten, apprentissages, moments d'apprentissage",
        ),
        describing_sql="coalesce(provider, learned)",
        whose="kind",
        of_coach=True,
    ),
)
