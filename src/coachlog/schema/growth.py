"""A learning moment in the coach's own development."""

from coachlog.base.texts import N_, P_
from coachlog.schema.common_fields import for_goal, noted_on
from coachlog.schema.field import (
    CODE,
    CREATED_AT,
    DAY,
    ID,
    LINE,
    MINUTES,
    NUMBER,
    NUMBERED,
    REFERENCE,
    TEXT,
    Entry,
    Naming,
    Noun,
    Table,
    private,
    shared,
)

GROWTH_KINDS = {
    "training": N_("training"),
    "supervision": N_("supervision"),
    "mentor_coaching": N_("mentor coaching"),
    "intervision": N_("peer consultation"),
    "network": N_("learning network"),
    "reading": N_("reading"),
    "reflection": N_("reflection"),
    "feedback": N_("feedback received"),
    "observed": N_("observed by a colleague"),
}

GROWTH_UNITS = {
    "core": N_("core competencies"),
    "resource": N_("resource development"),
    "ethics": N_("ethics"),
}
"""What the hours of a training count as, as its certificate says."""

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
                N_(
                    "training, supervision, mentor_coaching, intervision, network, reading,"
                    " reflection, feedback or observed."
                ),
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
        shared(
            "unit",
            N_("Kind of hours"),
            CODE,
            words=GROWTH_UNITS,
            since=11,
            entry=Entry(N_("What the certificate says: core, resource or ethics."), question=None),
        ),
        shared(
            "certificate",
            N_("Certificate"),
            LINE,
            since=11,
            searched=False,
            entry=Entry(
                N_("Where the certificate is on this computer; only the place is kept."),
                question=None,
            ),
        ),
        for_goal(
            P_(
                "{n} learning moment stays, without its goal.",
                "{n} learning moments stay, without their goal.",
            )
        )._replace(
            label=N_("For my goal"),
            since=11,
            entry=Entry(N_("The number of your own goal that it is for."), question=None),
        ),
        shared(
            "network_id",
            N_("Network"),
            REFERENCE,
            of="network",
            since=11,
            stays=P_(
                "{n} learning moment stays, without its network.",
                "{n} learning moments stay, without their network.",
            ),
            entry=Entry(N_("The number of the network."), question=None),
        ),
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

SELF_RATING = Table(
    "self_rating",
    Naming(
        N_("your figure for {text}"),
        P_("{n} figure of your own", "{n} figures of your own"),
        ("rated_on", "competence"),
    ),
    (
        ID,
        private("competence", N_("Competence"), CODE, required=True),
        private("rated_on", N_("Day"), DAY, required=True),
        private(
            "figure", N_("Figure"), NUMBER, required=True, entry=Entry(N_("1 to 5."), low=1, high=5)
        ),
        CREATED_AT,
    ),
    since=11,
)
"""How the coach rates a competence of their own, 1 to 5; the competences are package data."""
