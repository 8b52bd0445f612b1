"""What a newcomer has to know and be able to do, item by item, and how far they are."""

from coachlog.base.texts import N_, P_
from coachlog.schema.common_fields import of_person
from coachlog.schema.field import (
    CODE,
    CREATED_AT,
    DAY,
    ID,
    LINE,
    NUMBERED,
    OVER,
    REFERENCE,
    Entry,
    Naming,
    Noun,
    Table,
    program,
    shared,
)

MOMENTS = {
    "before": N_("Before the first day"),
    "day_1": N_("First day"),
    "week_1": N_("First week"),
    "month_1": N_("First month"),
    "month_3": N_("After three months"),
}
"""The moments of a first year by which an item should be known, in their order."""

LAST_DAYS = {"before": -1, "day_1": 0, "week_1": 6, "month_1": 30, "month_3": 90}
"""By moment, its last day, counted from the first working day."""

FIRST_DAYS = {"before": -366, "day_1": 0, "week_1": 1, "month_1": 7, "month_3": 31}
"""By moment, its first day, counted the same way; before the first day it may be any."""

TASKS = {
    "peter": N_("buddy"),
    "line": N_("hierarchical line"),
    "newcomer": N_("newcomer"),
}
"""Who sees to an item."""

TICKS = {
    "shown": N_("Shown"),
    "understood": N_("Understood"),
    "can_apply": N_("Understood and can apply"),
    "done": N_("Done"),
    "not_applicable": N_("Does not apply"),
}
"""How far it is with an item; without one it is still to do."""

DONE = "done"
LEVELS_OF = {
    "peter": ("shown", "understood", "can_apply", "not_applicable"),
    "line": (DONE, "not_applicable"),
    "newcomer": (DONE, "not_applicable"),
}
"""The levels by who sees to an item: a buddy tells how far the newcomer is, others do a thing."""

USUAL = {"peter": "can_apply", "line": DONE, "newcomer": DONE}
"""The level of an item that is ticked without saying more."""

STILL_TO_DO = N_("Still to do")

ONBOARDING = Table(
    "onboarding",
    Naming(
        N_("checklist item {n} ({text})"),
        P_("{n} checklist item", "{n} checklist items"),
        ("number", "text"),
        whose="coachee_id",
        of_person=N_("checklist item {n} of {name} ({text})"),
        found_as=N_("Checklist item {n}"),
    ),
    (
        ID,
        NUMBERED,
        of_person(N_("Who is the newcomer?")),
        shared("trajectory_id", N_("Trajectory"), REFERENCE, of="trajectory", required=True),
        program("item", CODE),
        shared(
            "text",
            N_("Item"),
            LINE,
            required=True,
            entry=Entry(
                question=N_("What should the newcomer know or be able to do?"), required=True
            ),
        ),
        shared(
            "moment",
            N_("By when"),
            CODE,
            words=MOMENTS,
            required=True,
            entry=Entry(N_("before, day_1, week_1, month_1 or month_3."), required=True),
        ),
        shared(
            "task_of",
            N_("Whose task"),
            CODE,
            words=TASKS,
            required=True,
            entry=Entry(N_("peter, line or newcomer; peter if left out."), option="task"),
        ),
        shared(
            "level",
            N_("Level"),
            CODE,
            words=TICKS,
            entry=Entry(N_("shown, understood, can_apply, done or not_applicable.")),
        ),
        shared("ticked_on", N_("Ticked on"), DAY, entry=Entry(option="on", day=OVER)),
        CREATED_AT,
    ),
    since=8,
    noun=Noun(
        "checklist_items",
        N_("Which item?"),
        N_("the number of the item"),
        (
            "onthaal, onthaallijst, nieuwkomer, peter, meter, peterschap, accueil, parrainage,"
            " parrain, marraine, newcomer, buddy, checklist",
            "nieuwkomers, newcomers, nouvelles recrues",
        ),
    ),
)
