"""What a goal is linked with: objectives, talents, aspects of workable work."""

from coachlog.base.texts import N_, P_
from coachlog.schema.field import CODE, ID, REFERENCE, Naming, Table, shared

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
