"""What the organisation or a team wants, and the goals that serve it."""

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
    TEXT,
    Entry,
    Naming,
    Noun,
    Table,
    shared,
)
from coachlog.schema.vocabulary import LEVELS, OBJECTIVE_STATUSES

OBJECTIVE = Table(
    "objective",
    Naming(
        N_("objective {n} ({text})"),
        P_("{n} objective", "{n} objectives"),
        ("number", "statement"),
        brief=N_("objective {n}"),
        found_as=N_("Objective {n}"),
    ),
    (
        ID,
        NUMBERED,
        shared(
            "statement",
            N_("Objective"),
            TEXT,
            required=True,
            entry=Entry(
                question=N_("What does the organisation or the team want to achieve?"),
                required=True,
            ),
        ),
        shared(
            "level",
            N_("Level"),
            CODE,
            words=LEVELS,
            required=True,
            entry=Entry(
                N_("organisation or team."),
                N_("Is it an objective of the organisation or of a team?"),
            ),
        ),
        shared("team", N_("Team"), LINE, entry=Entry(question=N_("Which team?"))),
        shared(
            "plan",
            N_("Plan"),
            TEXT,
            entry=Entry(N_("How it will be achieved."), N_("How will it be achieved?")),
        ),
        shared(
            "owner",
            N_("Owner"),
            LINE,
            entry=Entry(N_("Who is responsible for it."), N_("Who is responsible for it?")),
        ),
        shared(
            "signs",
            N_("Signs of success"),
            TEXT,
            entry=Entry(question=N_("How will you know that it is reached?")),
        ),
        shared("starts_on", N_("From"), DAY, entry=Entry(question=N_("From when?"), day=PAST)),
        shared("ends_on", N_("Until"), DAY, entry=Entry(question=N_("Until when?"))),
        status_of(OBJECTIVE_STATUSES, N_("active, reached or dropped.")),
        closed_on(),
        CREATED_AT,
    ),
    since=3,
    noun=Noun(
        "objectives",
        N_("Which objective?"),
        N_("the number of the objective"),
        (
            "organisatiedoel, teamdoel, objectif d'equipe, objectif de l'equipe, "
            "objectif d'organisation, objectif de l'organisation",
            "organisatiedoelen, teamdoelen, objectives, objectifs d'equipe, "
            "objectifs d'organisation",
        ),
        whose="team",
    ),
)

GOAL_OBJECTIVE = Table(
    "goal_objective",
    Naming(
        N_("a link with an objective"),
        P_("{n} link with an objective", "{n} links with objectives"),
        ("id",),
        part_of="goal",
    ),
    (
        ID,
        shared("goal_id", N_("Goal"), REFERENCE, of="goal", required=True),
        shared("objective_id", N_("Objective"), REFERENCE, of="objective", required=True),
    ),
    since=3,
)
