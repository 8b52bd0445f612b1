"""A topic for a later conversation."""

from coachlog.base.texts import N_, P_
from coachlog.schema.common_fields import closed_on, of_person, status_of
from coachlog.schema.field import (
    CREATED_AT,
    DAY,
    ID,
    IN_JSON,
    NUMBERED,
    PAST,
    REFERENCE,
    TEXT,
    Entry,
    Naming,
    Noun,
    Table,
    shared,
)
from coachlog.schema.vocabulary import TOPIC_STATUSES

TOPIC = Table(
    "topic",
    Naming(
        N_("topic {n} ({text})"),
        P_("{n} topic", "{n} topics"),
        ("number", "text"),
        brief=N_("topic {n}"),
        found_as=N_("Topic {n}"),
    ),
    (
        ID,
        NUMBERED,
        of_person(N_("Whose topic is it?")),
        shared(
            "text",
            N_("Topic"),
            TEXT,
            required=True,
            entry=Entry(question=N_("What is it about?"), required=True),
        ),
        # Only a conversation discusses one.
        status_of(TOPIC_STATUSES, N_("parked or dropped."), ("parked", "dropped")),
        shared(
            "parked_on",
            N_("Parked on"),
            DAY,
            required=True,
            entry=Entry(N_("The day; today if left out."), given=IN_JSON, day=PAST),
        ),
        shared(
            "session_id",
            N_("Parked in conversation"),
            REFERENCE,
            of="session",
            stays=P_(
                "{n} topic that was parked there stays.", "{n} topics that were parked there stay."
            ),
        ),
        shared(
            "taken_up_id",
            N_("Discussed in conversation"),
            REFERENCE,
            of="session",
            shown_as="taken_up_in",
            stays=P_(
                "{n} topic that was discussed there is parked again.",
                "{n} topics that were discussed there are parked again.",
            ),
        ),
        closed_on(),
        CREATED_AT,
    ),
    since=2,
    noun=Noun(
        "topics",
        N_("Which topic?"),
        N_("the number of the topic"),
        (
            "onderwerp, thema, theme, sujet",
            "onderwerpen, thema's, themas, themes, topics, sujets",
        ),
    ),
)
