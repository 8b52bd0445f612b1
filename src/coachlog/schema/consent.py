"""What somebody agreed to: when, in which words, and when that was withdrawn."""

from coachlog.base.texts import N_, P_
from coachlog.schema.common_fields import noted_on, of_person
from coachlog.schema.field import (
    CODE,
    CREATED_AT,
    DAY,
    ID,
    IN_JSON,
    NUMBERED,
    PAST,
    TEXT,
    Entry,
    Naming,
    Noun,
    Table,
    shared,
)
from coachlog.schema.vocabulary import CONSENTS

CONSENT = Table(
    "consent",
    Naming(
        N_("consent {n}"),
        P_("{n} consent", "{n} consents"),
        ("number",),
        whose="coachee_id",
        of_person=N_("consent {n} of {name}"),
        found_as=N_("Consent {n}"),
    ),
    (
        ID,
        NUMBERED,
        of_person(N_("Who agrees?")),
        shared(
            "about",
            N_("About"),
            CODE,
            words=CONSENTS,
            required=True,
            entry=Entry(
                N_(
                    "talks: they talk of their own free will. workability: how workable the work"
                    " is. health: notes about health in a conversation. log: being named in your"
                    " log of hours. release: texts that you pass on."
                ),
                N_("What do they agree to?"),
                required=True,
                explains=True,
            ),
        ),
        shared(
            "words",
            N_("Agreed in words"),
            TEXT,
            entry=Entry(
                N_("What you asked and what was agreed, word for word."),
                N_("In which words? What you asked, and what was agreed."),
            ),
        ),
        noted_on("agreed_on", N_("Agreed on")),
        shared(
            "withdrawn_on",
            N_("Withdrawn on"),
            DAY,
            entry=Entry(given=IN_JSON, day=PAST),
        ),
        CREATED_AT,
    ),
    since=4,
    noun=Noun(
        "consents",
        N_("Which consent?"),
        N_("the number of the consent"),
        (
            "toestemming, akkoord, consentement, accord",
            "toestemmingen, akkoorden, consentements, accords",
        ),
        describing_sql="about",
    ),
)
