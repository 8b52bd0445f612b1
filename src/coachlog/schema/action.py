"""An action, what people said of it later, and how sure they were."""

from coachlog.base.texts import C_, N_, P_
from coachlog.schema.common_fields import (
    closed_on,
    for_goal,
    noted_on,
    of_person,
    status_of,
    to_contact,
)
from coachlog.schema.field import (
    AT_FIRST,
    CODE,
    CREATED_AT,
    DAY,
    FLAG,
    ID,
    LATER,
    LINE,
    NUMBER,
    NUMBERED,
    REFERENCE,
    TEXT,
    Entry,
    Naming,
    Noun,
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
        of_person(N_("Who will do it?")),
        noted_on("agreed_on", C_("action", "Agreed on"), question=None, given=AT_FIRST),
        shared(
            "what",
            N_("What"),
            TEXT,
            required=True,
            entry=Entry(question=N_("What will be done?"), required=True),
        ),
        shared("due_on", N_("Due"), DAY, entry=Entry(question=N_("By when?"))),
        shared(
            "confidence",
            N_("Confidence"),
            NUMBER,
            entry=Entry(N_("1 to 10"), N_("How sure are you that it will be done?"), low=1),
        ),
        shared(
            "obstacle",
            N_("If"),
            TEXT,
            entry=Entry(N_("What may get in the way."), N_("What may get in the way?")),
        ),
        shared(
            "plan",
            N_("then"),
            TEXT,
            entry=Entry(N_("What the person will do then."), N_("And what then?")),
        ),
        shared("helper", N_("With help from"), LINE, entry=Entry(question=N_("Who helps?"))),
        shared(
            "done_by",
            N_("Who does it"),
            CODE,
            words=DOERS,
            since=3,
            entry=Entry(
                N_("Who does it: coachee (the person), coach (you) or manager."), None, option="by"
            ),
        ),
        shared(
            "talent_id",
            N_("Talent"),
            REFERENCE,
            of="talent",
            since=3,
            entry=Entry(N_("The number of a talent that it creates room for."), question=None),
            stays=P_(
                "{n} action stays, without its talent.", "{n} actions stay, without their talent."
            ),
        ),
        for_goal(
            P_("{n} action stays, without its goal.", "{n} actions stay, without their goal.")
        ),
        status_of(ACTION_STATUSES, N_("open, done, partly or dropped.")),
        shared("outcome", N_("What came of it"), TEXT, entry=Entry(given=LATER)),
        closed_on(C_("action", "Closed on")),
        shared("session_id", N_("Conversation"), REFERENCE, of="session"),
        CREATED_AT,
        to_contact(
            P_("{n} action stays, without the contact.", "{n} actions stay, without the contact.")
        ),
    ),
    noun=Noun(
        "actions",
        N_("Which action?"),
        N_("the number of the action"),
        (
            "actie, taak, task, tache",
            "acties, taken, actions, tasks, taches, todo",
        ),
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
