"""An action, what people said of it later, and how sure they were."""

from coachlog.base.texts import C_, N_, P_
from coachlog.schema.field import (
    CODE,
    CREATED_AT,
    DAY,
    FLAG,
    ID,
    NUMBER,
    NUMBERED,
    REFERENCE,
    TEXT,
    Naming,
    Table,
    shared,
)
from coachlog.schema.vocabulary import ACTION_STATUSES, DOERS

ACTION = Table(
    "action",
    Naming(
        N_("action {n} ({text})"),
        P_("{n} action", "{n} actions"),
        ("number", "what"),
        brief=N_("action {n}"),
        found_as=N_("Action {n}"),
    ),
    (
        ID,
        NUMBERED,
        shared("coachee_id", N_("Person"), REFERENCE, of="coachee", required=True),
        shared("session_id", N_("Conversation"), REFERENCE, of="session"),
        shared("goal_id", N_("Goal"), REFERENCE, of="goal"),
        shared("what", N_("What"), TEXT, required=True),
        shared("due_on", N_("Due"), DAY),
        shared("confidence", N_("Confidence"), NUMBER),
        shared("obstacle", N_("If"), TEXT),
        shared("plan", N_("then"), TEXT),
        shared("helper", N_("With help from"), TEXT),
        shared("status", N_("Status"), CODE, words=ACTION_STATUSES, required=True),
        shared("outcome", N_("What came of it"), TEXT),
        shared("agreed_on", C_("action", "Agreed on"), DAY, required=True),
        shared("closed_on", C_("action", "Closed on"), DAY),
        CREATED_AT,
        shared("done_by", N_("Who does it"), CODE, words=DOERS, since=3),
        shared("talent_id", N_("Talent"), REFERENCE, of="talent", since=3),
    ),
)

CONFIDENCE = Table(
    "confidence",
    Naming(
        N_("confidence {figure}"),
        P_("{n} confidence score", "{n} confidence scores"),
        ("figure",),
        part_of="action",
    ),
    (
        ID,
        shared("action_id", N_("Action"), REFERENCE, of="action", required=True),
        shared("session_id", N_("Conversation"), REFERENCE, of="session"),
        shared("said_on", N_("Date"), DAY, required=True),
        shared("figure", N_("Confidence"), NUMBER, required=True),
        CREATED_AT,
    ),
    since=3,
)

REVIEW = Table(
    "review",
    Naming(
        N_("what came of an action"),
        P_("{n} review of an action", "{n} reviews of actions"),
        ("status",),
        part_of="session",
        found_as=N_("Action {n}"),
    ),
    (
        ID,
        shared("session_id", N_("Conversation"), REFERENCE, of="session", required=True),
        shared("action_id", N_("Action"), REFERENCE, of="action", required=True),
        shared("status", N_("Status"), CODE, required=True),
        shared("outcome", N_("What came of it"), TEXT),
        shared("obstacle_came", N_("Obstacle turned up"), FLAG),
        shared("plan_helped", N_("Plan followed, and it helped"), TEXT),
    ),
    since=3,
)
