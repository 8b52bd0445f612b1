"""A conversation, its answers, options and forms of communication."""

from coachlog.base.texts import N_, P_
from coachlog.schema.field import (
    CODE,
    CREATED_AT,
    DAY,
    FLAG,
    ID,
    MOMENT,
    NUMBER,
    NUMBERED,
    REFERENCE,
    TEXT,
    Naming,
    Noun,
    Table,
    by_row,
    private,
    program,
    shared,
)
from coachlog.schema.vocabulary import COMMUNICATION_FORMS, FORMS, ORIGINS, STATUSES

SESSION = Table(
    "session",
    Naming(
        N_("conversation {n}"),
        P_("{n} conversation", "{n} conversations"),
        ("number",),
        whose="coachee_id",
        of_person=N_("conversation {n} with {name}"),
    ),
    (
        ID,
        NUMBERED,
        shared("coachee_id", N_("Person"), REFERENCE, of="coachee", required=True),
        shared("trajectory_id", N_("Trajectory"), REFERENCE, of="trajectory", required=True),
        shared("status", N_("Status"), CODE, words=STATUSES, required=True),
        shared("starts_at", N_("Date"), MOMENT, required=True),
        shared("time_zone", N_("Time zone"), CODE, required=True),
        shared("held_on", N_("Date"), DAY, required=True),
        shared("minutes", N_("Minutes"), NUMBER),
        shared("form", N_("Form"), CODE, words=FORMS),
        shared("method", N_("Method"), CODE),
        program("method_version", NUMBER),
        shared("topic", N_("Topic"), TEXT),
        shared("better", N_("What is better"), TEXT),
        shared("reality_now", N_("Now"), TEXT),
        shared("reality_score", N_("Score"), NUMBER),
        shared("reality_why_not_lower", N_("Why not lower"), TEXT),
        shared("reality_tried", N_("Tried before"), TEXT),
        shared("reality_exceptions", N_("When it goes better"), TEXT),
        shared("reality_people", N_("Who is involved"), TEXT),
        shared("reality_obstacles", N_("What is in the way"), TEXT),
        shared("summary", N_("Summary"), TEXT),
        private("private_note", N_("Private note"), TEXT),
        private("reflection", N_("The coach's reflection"), TEXT),
        shared("next_at", N_("Next conversation"), MOMENT),
        CREATED_AT,
        shared("reason", N_("Reason"), TEXT, since=2),
    ),
    noun=Noun(
        "sessions",
        N_("Which conversation?"),
        N_("the number of the conversation"),
        (
            "gesprek, sessie, talk, conversation, entretien, seance, meeting, rencontre, "
            "coachgesprek",
            "gesprekken, sessies, talks, conversations, sessions, entretiens, seances, "
            "meetings, rencontres, coachgesprekken",
        ),
        told="held_on || coalesce(' · ' || topic, '')",
    ),
)

ANSWER = Table(
    "answer",
    Naming(
        N_("an answer"),
        P_("{n} answer", "{n} answers"),
        ("place",),
        part_of="session",
    ),
    (
        ID,
        shared("session_id", N_("Conversation"), REFERENCE, of="session", required=True),
        program("place", NUMBER, required=True),
        shared("stage", N_("Stage"), CODE, required=True),
        shared("question", N_("Question"), CODE, required=True),
        shared("asked", N_("Question"), TEXT, searched=False),
        by_row("text", N_("Text"), TEXT, required=True, found_as=N_("Also asked")),
        program("layer", CODE, required=True),
    ),
)

OPTION = Table(
    "option",
    Naming(
        N_("option ({text})"),
        P_("{n} option", "{n} options"),
        ("text",),
        part_of="session",
    ),
    (
        ID,
        shared("session_id", N_("Conversation"), REFERENCE, of="session", required=True),
        program("place", NUMBER, required=True),
        shared("text", N_("Option"), TEXT, required=True),
        shared("origin", N_("Whose idea"), CODE, words=ORIGINS, required=True),
        shared("contact", N_("With help from"), TEXT, found_as=N_("Option: who helps")),
        shared("pros", N_("What speaks for it"), TEXT, found_as=N_("Option: for")),
        shared("cons", N_("What speaks against it"), TEXT, found_as=N_("Option: against")),
        shared("chosen", N_("Chosen"), FLAG, required=True),
    ),
)

COMMUNICATION = Table(
    "communication",
    Naming(
        N_("a form of communication"),
        P_("{n} form of communication", "{n} forms of communication"),
        ("form",),
        part_of="session",
    ),
    (
        ID,
        shared("session_id", N_("Conversation"), REFERENCE, of="session", required=True),
        shared(
            "form", N_("Forms of communication"), CODE, words=COMMUNICATION_FORMS, required=True
        ),
    ),
    since=3,
)
