"""A correction that somebody asked for: their words beside a text, or a text that was replaced."""

from coachlog.base.texts import N_, P_
from coachlog.schema.common_fields import noted_on
from coachlog.schema.field import (
    CODE,
    CREATED_AT,
    ID,
    NUMBER,
    NUMBERED,
    REFERENCE,
    TEXT,
    Entry,
    Naming,
    Noun,
    Table,
    program,
    shared,
)

BESIDE, INSTEAD = "beside", "instead"
HOWS = {
    BESIDE: N_("their words stand beside it"),
    INSTEAD: N_("the text was replaced"),
}

CORRECTION = Table(
    "correction",
    Naming(
        N_("correction {n}"),
        P_("{n} correction", "{n} corrections"),
        ("number",),
        whose="coachee_id",
        of_person=N_("correction {n} of {name}"),
        found_as=N_("Correction {n}"),
    ),
    (
        ID,
        NUMBERED,
        shared("coachee_id", N_("Person"), REFERENCE, of="coachee"),
        shared("record", N_("Record"), CODE, required=True),
        shared("record_number", N_("Its number"), NUMBER),
        shared("field", N_("Field"), CODE, required=True),
        shared("how", N_("How"), CODE, words=HOWS, required=True),
        shared(
            "statement",
            N_("In their words"),
            TEXT,
            entry=Entry(N_("What the person says about it.")),
        ),
        noted_on("said_on", N_("Said on")),
        program("noun", CODE, required=True),
        program("record_id", CODE, required=True),
        CREATED_AT,
    ),
    since=14,
    noun=Noun(
        "corrections",
        N_("Which correction?"),
        N_("the number of the correction"),
        (
            "rechtzetting, verbetering, rectification",
            "rechtzettingen, verbeteringen, rectifications",
        ),
        describing_sql="record || coalesce(' ' || record_number, '') || ' · ' || field",
    ),
)
