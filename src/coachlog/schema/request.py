"""What somebody asked for about the notes: it has to be answered within a month."""

from coachlog.base.texts import N_, P_
from coachlog.schema.common_fields import noted_on, of_person
from coachlog.schema.field import (
    CODE,
    CREATED_AT,
    DAY,
    ID,
    IN_JSON,
    LATER,
    NUMBERED,
    PAST,
    TEXT,
    Entry,
    Naming,
    Noun,
    Table,
    shared,
)
from coachlog.schema.vocabulary import REQUESTS

REQUEST = Table(
    "request",
    Naming(
        N_("request {n}"),
        P_("{n} request", "{n} requests"),
        ("number",),
        whose="coachee_id",
        of_person=N_("request {n} of {name}"),
        found_as=N_("Request {n}"),
    ),
    (
        ID,
        NUMBERED,
        of_person(N_("Who asks?")),
        shared(
            "about",
            N_("Asks"),
            CODE,
            words=REQUESTS,
            required=True,
            entry=Entry(
                N_("access, correction, erasure, restriction or objection."),
                N_("What do they ask for?"),
                default="access",
            ),
        ),
        shared("words", N_("In their words"), TEXT, entry=Entry(N_("What they said or wrote."))),
        noted_on("asked_on", N_("Asked on")),
        shared("extended_on", N_("Extended on"), DAY, entry=Entry(given=IN_JSON, day=PAST)),
        shared(
            "reason",
            N_("Why it takes longer"),
            TEXT,
            entry=Entry(N_("Why two months more are needed."), given=LATER),
        ),
        shared("answered_on", N_("Answered on"), DAY, entry=Entry(given=IN_JSON, day=PAST)),
        CREATED_AT,
    ),
    since=14,
    noun=Noun(
        "requests",
        N_("Which request?"),
        N_("the number of the request"),
        ("verzoek, aanvraag, demande", "verzoeken, aanvragen, demandes"),
        describing_sql="about",
    ),
)
