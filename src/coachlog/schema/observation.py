"""What was seen or heard of somebody at work."""

from coachlog.base.texts import N_, P_
from coachlog.schema.common_fields import for_goal, noted_on, of_person
from coachlog.schema.field import (
    CREATED_AT,
    ID,
    NUMBERED,
    TEXT,
    Entry,
    Naming,
    Noun,
    Table,
    shared,
)

OBSERVATION = Table(
    "observation",
    Naming(
        N_("observation {n} ({text})"),
        P_("{n} observation", "{n} observations"),
        ("number", "fact"),
        brief=N_("observation {n}"),
        found_as=N_("Observation {n}"),
    ),
    (
        ID,
        NUMBERED,
        of_person(N_("Who did you observe at work?")),
        shared(
            "own_view",
            N_("In their own eyes"),
            TEXT,
            entry=Entry(
                N_("How the person saw it: what went well, and what they would do differently."),
                N_("In your own eyes: what went well, and what would you do differently?"),
                hints=[N_("For the person to answer first.")],
            ),
        ),
        shared(
            "fact",
            N_("Seen or heard"),
            TEXT,
            required=True,
            entry=Entry(
                N_("What was seen or heard, without judging."),
                N_("What exactly did you see or hear, without judging?"),
                required=True,
            ),
        ),
        shared(
            "effect",
            N_("Effect"),
            TEXT,
            entry=Entry(
                N_("What it did to you, to colleagues, to the work."),
                N_("What effect did it have on you, on colleagues or on the work?"),
            ),
        ),
        shared(
            "wish",
            N_("Wish"),
            TEXT,
            entry=Entry(
                N_("What you would like to see next time."),
                N_("What would you like to see next time?"),
            ),
        ),
        shared(
            "taken",
            N_("What the person takes from it"),
            TEXT,
            entry=Entry(
                N_("What the person takes away from it, and what not."),
                N_("What do you take away from this feedback, and what not?"),
                hints=[N_("For the person to answer.")],
            ),
        ),
        for_goal(
            P_(
                "{n} observation stays, without its goal.",
                "{n} observations stay, without their goal.",
            )
        ),
        noted_on("observed_on", N_("Seen on"), heading=N_("Day")),
        CREATED_AT,
    ),
    since=3,
    noun=Noun(
        "observations",
        N_("Which observation?"),
        N_("the number of the observation"),
        (
            "observatie, waarneming, vaststelling",
            "observaties, waarnemingen, observations, vaststellingen",
        ),
    ),
)
