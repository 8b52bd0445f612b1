"""A person coached, their former short names, and what they agreed to."""

from coachlog.base.texts import N_, P_
from coachlog.schema.field import (
    CODE,
    CREATED_AT,
    DAY,
    ID,
    MOMENT,
    REFERENCE,
    TEXT,
    Naming,
    Table,
    program,
    shared,
)
from coachlog.schema.vocabulary import BASES

COACHEE = Table(
    "coachee",
    Naming(
        "{text}",
        P_("{n} person", "{n} people"),
        ("handle", "name"),
    ),
    (
        ID,
        shared("handle", N_("Short name"), CODE, required=True),
        shared("name", N_("Name"), TEXT, required=True),
        program("name_sort", CODE, required=True),
        shared("role", N_("Role"), TEXT),
        shared("team", N_("Team"), TEXT),
        shared("organisation", N_("Organisation"), TEXT),
        shared("language", N_("Language"), CODE),
        shared("since_on", N_("Since"), DAY),
        shared("reach", N_("Contact"), TEXT),
        shared("context", N_("Context"), TEXT),
        shared("archived_at", N_("Archived"), MOMENT),
        CREATED_AT,
        shared("agreement", N_("Agreement"), TEXT, since=2),
        shared("agreement_basis", N_("Legal basis"), CODE, words=BASES, since=2),
        shared("controller", N_("Responsible for the notes"), TEXT, since=2),
        shared("retention_on", N_("Kept until"), DAY, since=2),
    ),
)

FORMER_HANDLE = Table(
    "former_handle",
    Naming(
        N_("former short name {handle}"),
        P_("{n} former short name", "{n} former short names"),
        ("handle",),
        part_of="coachee",
    ),
    (
        ID,
        shared("handle", N_("Short name"), CODE, required=True),
        shared("coachee_id", N_("Person"), REFERENCE, of="coachee", required=True),
        CREATED_AT,
    ),
    since=2,
)

CONSENT = Table(
    "consent",
    Naming(
        N_("a consent"),
        P_("{n} consent", "{n} consents"),
        ("about",),
        part_of="coachee",
    ),
    (
        ID,
        shared("coachee_id", N_("Person"), REFERENCE, of="coachee", required=True),
        shared("about", N_("About"), CODE, required=True),
        shared("agreed_on", N_("Agreed on"), DAY, required=True),
        shared("withdrawn_on", N_("Withdrawn on"), DAY),
        CREATED_AT,
    ),
    since=4,
)
