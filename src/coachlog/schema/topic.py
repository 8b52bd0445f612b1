"""A topic for a later conversation."""

from coachlog.base.texts import N_, P_
from coachlog.schema.field import (
    CODE,
    CREATED_AT,
    DAY,
    ID,
    NUMBERED,
    REFERENCE,
    TEXT,
    Naming,
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
        shared("coachee_id", N_("Person"), REFERENCE, of="coachee", required=True),
        shared("session_id", N_("Conversation"), REFERENCE, of="session"),
        shared("taken_up_id", N_("Discussed in"), REFERENCE, of="session"),
        shared("text", N_("Topic"), TEXT, required=True),
        shared("status", N_("Status"), CODE, words=TOPIC_STATUSES, required=True),
        shared("parked_on", N_("Parked on"), DAY, required=True),
        shared("closed_on", N_("Closed on"), DAY),
        CREATED_AT,
    ),
    since=2,
)
