"""A person coached, and their former short names."""

from coachlog.base.texts import LANGUAGES, N_, P_
from coachlog.schema.field import (
    CODE,
    CREATED_AT,
    DAY,
    FLAG,
    ID,
    LINE,
    MOMENT,
    NAME,
    NOT_OVER,
    PAST,
    REFERENCE,
    TEXT,
    Entry,
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
        shared("name", N_("Name"), NAME, required=True, entry=Entry(required=True)),
        shared(
            "handle",
            N_("Short name"),
            LINE,
            required=True,
            searched=False,
            entry=Entry(N_("A short name to type; made from the name if left out.")),
        ),
        program("name_sort", CODE, required=True),
        shared("role", N_("Role"), LINE, entry=Entry()),
        shared("team", N_("Team"), LINE, entry=Entry()),
        shared("organisation", N_("Organisation"), LINE, entry=Entry()),
        shared(
            "language",
            N_("Language"),
            CODE,
            entry=Entry(
                N_("nl, fr or en: the language of pages for this person."), words=tuple(LANGUAGES)
            ),
        ),
        shared(
            "since_on",
            N_("Since"),
            DAY,
            shown_as="since",
            entry=Entry(N_("Since when you have been talking with this person."), day=PAST),
        ),
        shared("reach", N_("Contact"), LINE, entry=Entry()),
        shared(
            "context",
            N_("Context"),
            TEXT,
            entry=Entry(N_("The working situation: tasks, team, hours, place.")),
        ),
        shared(
            "agreement",
            N_("Agreement"),
            TEXT,
            since=2,
            entry=Entry(
                N_("What you agreed: that it is voluntary, what stays between you, what is shared.")
            ),
        ),
        shared(
            "agreement_basis",
            N_("Legal basis"),
            CODE,
            words=BASES,
            since=2,
            entry=Entry(
                N_(
                    "legitimate_interest: you need notes to do this work well, and they do the"
                    " person no harm. contract: a contract with this person requires it. consent:"
                    " the person said yes, is free to say no, and may withdraw it."
                ),
                option="basis",
                explains=True,
            ),
        ),
        shared(
            "controller",
            N_("Responsible for the notes"),
            LINE,
            since=2,
            entry=Entry(N_("Who is responsible for the notes: your organisation or you.")),
        ),
        shared(
            "retention_on",
            N_("Kept until"),
            DAY,
            since=2,
            entry=Entry(N_("The day until which you keep these notes."), day=NOT_OVER),
        ),
        shared("archived_at", N_("Archived"), MOMENT),
        CREATED_AT,
        program("is_self", FLAG, since=11),
        shared(
            "retention_reason",
            N_("Why kept"),
            LINE,
            since=15,
            entry=Entry(N_("Why the notes are kept longer, or without a day.")),
        ),
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
