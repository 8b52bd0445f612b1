"""A learning network: a group that meets to learn from one another, and who takes part."""

from coachlog.base.texts import N_, P_
from coachlog.schema.common_fields import closed_on, status_of
from coachlog.schema.field import (
    CODE,
    CREATED_AT,
    DAY,
    ID,
    LINE,
    NUMBERED,
    PAST,
    REFERENCE,
    RHYTHM,
    TEXT,
    Entry,
    Naming,
    Noun,
    Table,
    shared,
)

NETWORK_KINDS = {
    "intervision": N_("Peer consultation group"),
    "peers": N_("Colleagues with the same role"),
    "cross_company": N_("Network across companies"),
    "training_group": N_("Group from a training"),
    "online": N_("Online group"),
}
NETWORK_STATUSES = {"active": N_("active"), "closed": N_("closed")}

NETWORK = Table(
    "network",
    Naming(
        N_("network {n} ({text})"),
        P_("{n} network", "{n} networks"),
        ("number", "name"),
        brief=N_("network {n}"),
        found_as=N_("Network {n}"),
    ),
    (
        ID,
        NUMBERED,
        shared(
            "name",
            N_("Name"),
            LINE,
            required=True,
            entry=Entry(
                N_("What people call it."), N_("What is the network called?"), required=True
            ),
        ),
        shared(
            "kind",
            N_("Kind"),
            CODE,
            words=NETWORK_KINDS,
            entry=Entry(
                N_("intervision, peers, cross_company, training_group or online."),
                N_("What kind of network is it?"),
            ),
        ),
        shared(
            "purpose",
            N_("What for"),
            TEXT,
            entry=Entry(
                N_("What you want to learn there, or bring."),
                N_("What do you want to learn there, or bring?"),
            ),
        ),
        shared(
            "rhythm_days",
            N_("Meets every"),
            RHYTHM,
            heading=N_("Days"),
            entry=Entry(N_("For example 42 (days), 6w or 2m."), N_("How often does it meet?")),
        ),
        shared(
            "starts_on",
            N_("Since"),
            DAY,
            entry=Entry(N_("Since when you take part."), None, option="since", day=PAST),
        ),
        status_of(NETWORK_STATUSES, N_("active or closed.")),
        closed_on(),
        CREATED_AT,
    ),
    since=9,
    noun=Noun(
        "networks",
        N_("Which network?"),
        N_("the number of the network"),
        (
            "netwerk, lerend netwerk, intervisiegroep, reseau, reseau d'apprentissage",
            "netwerken, lerende netwerken, networks, reseaux",
        ),
        whose="kind",
        of_coach=True,
        called="name",
    ),
)

NETWORK_MEMBER = Table(
    "network_member",
    Naming(N_("a member"), P_("{n} member", "{n} members"), ("id",), part_of="network"),
    (
        ID,
        shared("network_id", N_("Network"), REFERENCE, of="network", required=True),
        shared("contact_id", N_("Contact"), REFERENCE, of="contact", required=True),
    ),
    since=9,
)
