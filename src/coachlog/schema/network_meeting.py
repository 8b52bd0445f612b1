"""A meeting of a learning network: who was there, what the coach brought and took away."""

from coachlog.base.texts import N_, P_
from coachlog.schema.common_fields import noted_on
from coachlog.schema.field import (
    CODE,
    CREATED_AT,
    ID,
    MINUTES,
    NUMBERED,
    REFERENCE,
    TEXT,
    Entry,
    Naming,
    Noun,
    Table,
    private,
    shared,
)

INTERVISION, NETWORK_TIME = "intervision", "network"
COUNTS_AS = {INTERVISION: N_("peer consultation"), NETWORK_TIME: N_("learning network")}

NETWORK_MEETING = Table(
    "network_meeting",
    Naming(
        N_("meeting {n}"),
        P_("{n} meeting", "{n} meetings"),
        ("number",),
        found_as=N_("Meeting {n}"),
    ),
    (
        ID,
        NUMBERED,
        shared(
            "network_id",
            N_("Network"),
            REFERENCE,
            of="network",
            required=True,
            entry=Entry(N_("The number of the network."), N_("Which network met?"), required=True),
        ),
        noted_on("met_on", N_("Day"), question=N_("When did you meet?")),
        shared(
            "minutes",
            N_("How long"),
            MINUTES,
            heading=N_("Min."),
            entry=Entry(N_("90, 1:30 or 1u30."), N_("How long did it take?"), high=1440),
        ),
        shared(
            "method",
            N_("Method"),
            CODE,
            entry=Entry(N_("The method of peer consultation: incident, five_step."), question=None),
        ),
        shared(
            "counts_as",
            N_("Counts as"),
            CODE,
            words=COUNTS_AS,
            required=True,
            entry=Entry(
                N_("intervision or network; intervision with a method, if left out."), question=None
            ),
        ),
        private(
            "question",
            N_("Question brought"),
            TEXT,
            entry=Entry(N_("Only for you."), N_("Which question did you bring?")),
        ),
        shared(
            "take_along",
            N_("What I take away"),
            TEXT,
            entry=Entry(N_("What you learned there."), N_("What do you take away from it?")),
        ),
        shared(
            "growth_id",
            N_("Own development"),
            REFERENCE,
            of="growth",
            stays=P_(
                "{n} meeting stays, but no longer counts as own development.",
                "{n} meetings stay, but no longer count as own development.",
            ),
        ),
        CREATED_AT,
    ),
    since=9,
    noun=Noun(
        "network_meetings",
        N_("Which meeting?"),
        N_("the number of the meeting"),
        (
            "samenkomst, netwerksamenkomst, reunion, reunion du reseau, meeting",
            "samenkomsten, netwerksamenkomsten, reunions, meetings",
        ),
        describing_sql="coalesce(take_along, met_on)",
        whose="name",
        of_coach=True,
        called="name",
    ),
)

NETWORK_PRESENCE = Table(
    "network_presence",
    Naming(
        N_("a presence"),
        P_("{n} presence", "{n} presences"),
        ("id",),
        part_of="network_meeting",
    ),
    (
        ID,
        shared("meeting_id", N_("Meeting"), REFERENCE, of="network_meeting", required=True),
        shared("contact_id", N_("Contact"), REFERENCE, of="contact", required=True),
    ),
    since=9,
)

NETWORK_USE = Table(
    "network_use",
    Naming(
        N_("a place where it was used"),
        P_("{n} place where it was used", "{n} places where it was used"),
        ("id",),
        part_of="network_meeting",
    ),
    (
        ID,
        shared("meeting_id", N_("Meeting"), REFERENCE, of="network_meeting", required=True),
        shared("goal_id", N_("Goal"), REFERENCE, of="goal"),
        shared("session_id", N_("Conversation"), REFERENCE, of="session"),
        shared("action_id", N_("Action"), REFERENCE, of="action"),
        shared("growth_id", N_("Own development"), REFERENCE, of="growth"),
    ),
    since=9,
)
