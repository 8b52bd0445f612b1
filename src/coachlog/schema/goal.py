"""A development goal, its scores and levels, and what it is linked with."""

from coachlog.base.texts import N_, P_
from coachlog.schema.field import (
    CODE,
    CREATED_AT,
    DAY,
    ID,
    NUMBER,
    NUMBERED,
    REFERENCE,
    TEXT,
    Naming,
    Table,
    shared,
)
from coachlog.schema.vocabulary import GOAL_STATUSES

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
        shared("coachee_id", N_("Person"), REFERENCE, of="coachee", required=True),
        shared("trajectory_id", N_("Trajectory"), REFERENCE, of="trajectory", required=True),
        shared("session_id", N_("Conversation"), REFERENCE, of="session"),
        shared("statement", N_("Goal"), TEXT, required=True),
        shared("why", N_("Why"), TEXT),
        shared("signs", N_("Signs of success"), TEXT),
        shared("anti_goal", N_("Not wanted"), TEXT),
        shared("milestone", N_("Milestone"), TEXT),
        shared("talents", N_("Talents"), TEXT),
        shared("serves", N_("Serves"), TEXT),
        shared("target_on", N_("Due"), DAY),
        shared("baseline", N_("At the start"), NUMBER),
        shared("target", N_("Target"), NUMBER),
        shared("set_on", N_("Set on"), DAY, required=True),
        shared("status", N_("Status"), CODE, words=GOAL_STATUSES, required=True),
        shared("closed_on", N_("Closed on"), DAY),
        CREATED_AT,
        shared("level_minus_2", N_("Much less than expected"), TEXT, since=3),
        shared("level_minus_1", N_("Somewhat less than expected"), TEXT, since=3),
        shared("level_0", N_("As expected"), TEXT, since=3),
        shared("level_plus_1", N_("Somewhat better than expected"), TEXT, since=3),
        shared("level_plus_2", N_("Much better than expected"), TEXT, since=3),
        shared("level_baseline", N_("Level at the start"), NUMBER, since=3),
        shared("weight", N_("Weight"), NUMBER, since=3),
        shared("closed_in_id", N_("Closed in"), REFERENCE, of="session", since=4),
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

GOAL_TALENT = Table(
    "goal_talent",
    Naming(
        N_("a link with a talent"),
        P_("{n} link with a talent", "{n} links with talents"),
        ("id",),
        part_of="goal",
    ),
    (
        ID,
        shared("goal_id", N_("Goal"), REFERENCE, of="goal", required=True),
        shared("talent_id", N_("Talent"), REFERENCE, of="talent", required=True),
    ),
    since=3,
)

GOAL_LENS = Table(
    "goal_lens",
    Naming(
        N_("an aspect of workable work"),
        P_("{n} aspect of workable work", "{n} aspects of workable work"),
        ("lens",),
        part_of="goal",
    ),
    (
        ID,
        shared("goal_id", N_("Goal"), REFERENCE, of="goal", required=True),
        shared("lens", N_("Workable work"), CODE, required=True),
    ),
    since=3,
)
