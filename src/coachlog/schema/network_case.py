"""A case that the coach brings to colleagues, and the advice that they gave."""

from coachlog.base.texts import N_, P_
from coachlog.schema.field import (
    CREATED_AT,
    DAY,
    FLAG,
    ID,
    NUMBER,
    NUMBERED,
    OVER,
    REFERENCE,
    TEXT,
    Entry,
    Field,
    Naming,
    Noun,
    Table,
    private,
    program,
)


def _heading(name: str, title: str, question: str, *, required: bool = False) -> Field:
    """Return the column of what is written under one heading: it is for the coach alone."""
    entry = Entry("", question, required=required)
    return private(name, title, TEXT, required=required, entry=entry)


NETWORK_CASE = Table(
    "network_case",
    Naming(
        N_("case {n}"),
        P_("{n} case", "{n} cases"),
        ("number",),
        found_as=N_("Case {n}"),
    ),
    (
        ID,
        NUMBERED,
        _heading(
            "question",
            N_("My question"),
            N_("What do you want to know from the others, in one sentence?"),
            required=True,
        ),
        _heading("happened", N_("What happened"), N_("What happened, as a camera would see it?")),
        _heading("did", N_("What I did"), N_("What did you do and say yourself?")),
        _heading("felt", N_("What I felt"), N_("What did it do to you?")),
        _heading(
            "want",
            N_("What I want from you"),
            N_("What would help you: questions, ideas, experience, a push?"),
        ),
        private(
            "guessable",
            N_("Somebody could guess who it is"),
            FLAG,
            entry=Entry(
                N_("Whether a colleague could guess who it is about: yes or no."), question=None
            ),
        ),
        private(
            "written_on",
            N_("Day"),
            DAY,
            required=True,
            entry=Entry(N_("The day; today if left out."), None, option="on", day=OVER),
        ),
        CREATED_AT,
    ),
    since=10,
    noun=Noun(
        "network_cases",
        N_("Which case?"),
        N_("the number of the case"),
        ("casus, cas, case", "casussen, cas, cases"),
        describing_sql="question",
        whose="written_on",
        of_coach=True,
        called="question",
    ),
)

HEADINGS = ("question", "happened", "did", "felt", "want")
"""The fields of a case that are written, in their order."""

NETWORK_ADVICE = Table(
    "network_advice",
    Naming(
        N_("advice ({text})"),
        P_("{n} piece of advice", "{n} pieces of advice"),
        ("text",),
        part_of="network_case",
    ),
    (
        ID,
        private("case_id", N_("Case"), REFERENCE, of="network_case", required=True),
        program("place", NUMBER, required=True),
        private("text", N_("Advice"), TEXT, required=True),
        private(
            "session_id",
            N_("Brought in"),
            REFERENCE,
            of="session",
            stays=P_(
                "{n} piece of advice stays with its case.",
                "{n} pieces of advice stay with their case.",
            ),
        ),
        CREATED_AT,
    ),
    since=10,
)
