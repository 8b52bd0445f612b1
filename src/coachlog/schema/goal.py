"""A development goal, its scores and levels."""

from collections.abc import Sequence

from coachlog.base.texts import N_, P_
from coachlog.schema.common_fields import closed_on, noted_on, of_person, status_of
from coachlog.schema.field import (
    AT_FIRST,
    CREATED_AT,
    DAY,
    ID,
    LEVEL,
    NUMBER,
    NUMBERED,
    REFERENCE,
    TEXT,
    Entry,
    Field,
    Naming,
    Noun,
    Table,
    shared,
)
from coachlog.schema.vocabulary import GOAL_STATUSES
from coachlog.values.level_words import LEVELS

SCALE = "scale"
"""What `goal scale` gives: the levels, in the order in which they are written."""

LEVEL_TEXTS = {
    2: "level_plus_2",
    1: "level_plus_1",
    0: "level_0",
    -1: "level_minus_1",
    -2: "level_minus_2",
}
"""The field that tells what one would see at a level."""


def _level(level: int, help_text: str, option: str, hints: Sequence[str] = ()) -> Field:
    entry = Entry(help_text, hints=hints, option=option, given=SCALE)
    return shared(LEVEL_TEXTS[level], LEVELS[level], TEXT, since=3, entry=entry)


GOAL = Table(
    "goal",
    Naming(
        N_("goal {n} ({text})"),
        P_("{n} goal", "{n} goals"),
        ("number", "statement"),
        brief=N_("goal {n}"),
        found_as=N_("Goal {n}"),
    ),
    (
        ID,
        NUMBERED,
        of_person(N_("Whose goal is it?")),
        noted_on("set_on", N_("Set on"), question=None, given=AT_FIRST),
        # The hints are SMART as it is taught in Flanders: advice, which blocks nothing.
        shared(
            "statement",
            N_("Goal"),
            TEXT,
            required=True,
            entry=Entry(
                question=N_("What is the goal?"),
                required=True,
                hints=(
                    N_("SMART is only advice: a goal may still be vague."),
                    N_("Specific: can someone else tell what you will do, with whom and where?"),
                ),
            ),
        ),
        shared(
            "why",
            N_("Why"),
            TEXT,
            entry=Entry(
                question=N_("Why does it matter?"),
                hints=(
                    N_("Acceptable: do you stand behind it yourself, and do the others involved?"),
                ),
            ),
        ),
        shared(
            "signs",
            N_("Signs of success"),
            TEXT,
            entry=Entry(
                question=N_("How will you know that it is reached?"),
                hints=(N_("Measurable: what will you see, hear or count when it works?"),),
            ),
        ),
        shared(
            "anti_goal",
            N_("Not wanted"),
            TEXT,
            entry=Entry(question=N_("What is definitely not wanted?")),
        ),
        shared("milestone", N_("Milestone"), TEXT, entry=Entry(question=None)),
        shared("talents", N_("Talents"), TEXT, entry=Entry(question=None)),
        shared(
            "serves",
            N_("Serves"),
            TEXT,
            entry=Entry(
                N_("The objective of the team or the organisation that it serves."), question=None
            ),
        ),
        shared(
            "target_on",
            N_("Due"),
            DAY,
            entry=Entry(
                question=N_("By when should it be reached?"),
                hints=(N_("Time-bound: by when, and when do you look in between?"),),
            ),
        ),
        shared(
            "baseline",
            N_("At the start"),
            NUMBER,
            entry=Entry(N_("0 to 10"), N_("Where are things now?")),
        ),
        shared(
            "target",
            N_("Target"),
            NUMBER,
            entry=Entry(
                N_("0 to 10"),
                N_("Which figure is good enough?"),
                hints=(
                    N_("Realistic: is it within reach, with the time and resources available?"),
                ),
            ),
        ),
        status_of(GOAL_STATUSES, N_("active, achieved or dropped.")),
        closed_on(),
        _level(
            0,
            N_("0: what you would see"),
            "level_0",
            (
                N_("Describe for each level what you would see at work."),
                N_("Start with 0: what would be a reasonable result by the target date?"),
            ),
        ),
        _level(-1, N_("-1: what you would see"), "minus_1"),
        _level(-2, N_("-2: what you would see"), "minus_2"),
        _level(1, N_("+1: what you would see"), "plus_1"),
        _level(2, N_("+2: what you would see"), "plus_2"),
        shared(
            "level_baseline",
            N_("Level at the start"),
            LEVEL,
            since=3,
            entry=Entry(
                N_("-2 to 2; usually -1, or -2 if it cannot get worse"),
                option="baseline_level",
                given=SCALE,
            ),
        ),
        shared(
            "weight",
            N_("Weight"),
            NUMBER,
            since=3,
            entry=Entry(N_("0 to 10; 1 when left out"), given=SCALE),
        ),
        shared("trajectory_id", N_("Trajectory"), REFERENCE, of="trajectory", required=True),
        shared(
            "session_id",
            N_("Conversation"),
            REFERENCE,
            of="session",
            stays=P_(
                "{n} goal that was set there stays: other records depend on it.",
                "{n} goals that were set there stay: other records depend on them.",
            ),
        ),
        shared(
            "closed_in_id",
            N_("Closed in"),
            REFERENCE,
            of="session",
            since=4,
            stays=P_(
                "{n} goal that was closed there stays closed.",
                "{n} goals that were closed there stay closed.",
            ),
        ),
        CREATED_AT,
    ),
    noun=Noun(
        "goals",
        N_("Which goal?"),
        N_("the number of the goal"),
        (
            "doel, doelstelling, objectif",
            "doelen, doelstellingen, goals, objectifs",
        ),
    ),
)

GOAL_SCORE = Table(
    "goal_score",
    Naming(
        N_("score {score}"),
        P_("{n} score", "{n} scores"),
        ("score",),
        part_of="goal",
    ),
    (
        ID,
        shared("goal_id", N_("Goal"), REFERENCE, of="goal", required=True),
        shared("session_id", N_("Conversation"), REFERENCE, of="session"),
        shared("scored_on", N_("Date"), DAY, required=True),
        shared("score", N_("Score"), NUMBER, required=True),
        CREATED_AT,
    ),
)

GOAL_LEVEL = Table(
    "goal_level",
    Naming(
        N_("level {level}"),
        P_("{n} level", "{n} levels"),
        ("level",),
        part_of="goal",
    ),
    (
        ID,
        shared("goal_id", N_("Goal"), REFERENCE, of="goal", required=True),
        shared("session_id", N_("Conversation"), REFERENCE, of="session"),
        shared("rated_on", N_("Date"), DAY, required=True),
        shared("level", N_("Level"), NUMBER, required=True),
        CREATED_AT,
    ),
    since=3,
)
