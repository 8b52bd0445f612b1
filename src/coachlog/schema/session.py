"""A conversation, its answers, options and forms of communication."""

from coachlog.base.texts import N_, P_
from coachlog.schema.common_fields import to_contact
from coachlog.schema.field import (
    AT_FIRST,
    CODE,
    CREATED_AT,
    DAY,
    FLAG,
    ID,
    LATER,
    LINE,
    MINUTES,
    MOMENT,
    NUMBER,
    NUMBERED,
    PAST,
    REFERENCE,
    TEXT,
    Entry,
    Field,
    Naming,
    Noun,
    Table,
    by_row,
    private,
    program,
    shared,
)
from coachlog.schema.practice import OF_SESSION
from coachlog.schema.vocabulary import COMMUNICATION_FORMS, FORMS, ORIGINS, STATUSES
from coachlog.values.text import MINUTES_MOST

REALITY_PREFIX = "reality_"
"""How the columns begin that JSON has together, as the reality."""


def _reality(name: str, label: str, about: str) -> Field:
    return shared(f"{REALITY_PREFIX}{name}", label, TEXT, entry=Entry(about=about))


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
        shared(
            "coachee_id",
            N_("Person"),
            REFERENCE,
            of="coachee",
            required=True,
            heading=N_("With"),
            entry=Entry(
                N_("Short name or full name; a new person is fine too."),
                required=True,
                given=AT_FIRST,
            ),
        ),
        shared("trajectory_id", N_("Trajectory"), REFERENCE, of="trajectory", required=True),
        shared(
            "starts_at",
            N_("Date"),
            MOMENT,
            required=True,
            shown_as="date",
            entry=Entry(
                N_("2026-09-14T14:00, yesterday 14:30, Monday 10:00."),
                about=N_("When it began: 2026-09-14T14:00, yesterday 14:30."),
                day=PAST,
            ),
        ),
        shared(
            "time_zone",
            N_("Time zone"),
            CODE,
            required=True,
            entry=Entry(
                "For example Europe/Brussels; the coach's own when left out.",
                about=N_("Time zone of the conversation."),
                given=AT_FIRST,
            ),
        ),
        shared("held_on", N_("Date"), DAY, required=True),
        shared(
            "minutes",
            N_("Minutes"),
            MINUTES,
            heading=N_("Min."),
            entry=Entry(about=N_("How long it took."), high=MINUTES_MOST),
        ),
        shared(
            "form",
            N_("Form"),
            CODE,
            words=FORMS,
            entry=Entry(N_("in_person, video, phone, walk or written.")),
        ),
        shared(
            "status",
            N_("Status"),
            CODE,
            words=STATUSES,
            required=True,
            entry=Entry(N_("held, planned, cancelled or missed."), default="held"),
        ),
        shared(
            "method",
            N_("Method"),
            CODE,
            entry=Entry(N_("The method to follow; ask shows them all."), given=AT_FIRST),
        ),
        program("method_version", NUMBER),
        shared("topic", N_("Topic"), TEXT, entry=Entry(about=N_("What it is about."))),
        shared("better", N_("What is better"), TEXT, entry=Entry(about=N_("What has improved."))),
        shared(
            "reality_now",
            N_("Now"),
            TEXT,
            entry=Entry(
                about=N_("What is happening now."), option="reality", also=("--reality-now",)
            ),
        ),
        shared(
            "reality_score",
            N_("Score"),
            NUMBER,
            entry=Entry(
                N_("0 to 10"),
                about=N_("Where the person is now, 0 to 10."),
                option="score",
                also=("--reality-score",),
            ),
        ),
        _reality("why_not_lower", N_("Why not lower"), N_("Why it is not lower.")),
        _reality("tried", N_("Tried before"), N_("What was tried already.")),
        _reality("exceptions", N_("When it goes better"), N_("When it goes better.")),
        _reality("people", N_("Who is involved"), N_("Who is involved.")),
        _reality("obstacles", N_("What is in the way"), N_("What is in the way.")),
        shared(
            "summary",
            N_("Summary"),
            TEXT,
            entry=Entry(about=N_("What was agreed, in the person's words.")),
        ),
        private("private_note", N_("Private note"), TEXT, entry=Entry(N_("Only for you."))),
        private(
            "reflection",
            N_("Own reflection"),
            TEXT,
            entry=Entry(N_("Only for you."), about=N_("Your own reflection.")),
        ),
        shared(
            "next_at",
            N_("Next conversation"),
            MOMENT,
            heading=N_("Next"),
            entry=Entry(about=N_("The next appointment."), option="next", also=("--next-at",)),
        ),
        CREATED_AT,
        shared(
            "reason",
            N_("Reason"),
            TEXT,
            since=2,
            entry=Entry(N_("Why it was cancelled or missed."), given=LATER),
        ),
        *OF_SESSION,
        program("discreet", FLAG, since=13),
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
        describing_sql="held_on || coalesce(' · ' || topic, '')",
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
        shared("stage", N_("Stage"), CODE, required=True, entry=Entry(required=True)),
        shared("question", N_("Question"), CODE, required=True, entry=Entry(required=True)),
        shared(
            "asked",
            N_("Question"),
            TEXT,
            searched=False,
            entry=Entry("The question as it was put."),
        ),
        by_row(
            "text",
            N_("Text"),
            TEXT,
            required=True,
            found_as=N_("Also asked"),
            entry=Entry(required=True),
        ),
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
        by_row("text", N_("Option"), TEXT, required=True, entry=Entry(required=True)),
        shared(
            "origin",
            N_("Whose idea"),
            CODE,
            words=ORIGINS,
            required=True,
            entry=Entry(default="coachee"),
        ),
        by_row(
            "contact",
            N_("With help from"),
            LINE,
            found_as=N_("Option: who helps"),
            entry=Entry(N_("Who in the network suggested it.")),
        ),
        by_row("pros", N_("What speaks for it"), TEXT, found_as=N_("Option: for"), entry=Entry()),
        by_row(
            "cons",
            N_("What speaks against it"),
            TEXT,
            found_as=N_("Option: against"),
            entry=Entry(),
        ),
        shared("chosen", N_("Chosen"), FLAG, required=True, entry=Entry(default=False)),
        to_contact(
            P_("{n} idea stays, without the contact.", "{n} ideas stay, without the contact.")
        ),
        program("layer", CODE, required=True, since=10),
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
            "form",
            N_("Forms of communication"),
            CODE,
            words=COMMUNICATION_FORMS,
            required=True,
            entry=Entry(
                N_("listen, summarise, ask, scale, feedback, observe, show, rehearse, share.")
            ),
        ),
    ),
    since=3,
)
