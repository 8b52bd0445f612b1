"""A check-in on how workable the work is: ten figures and a note; aspects that goals are about."""

from coachlog.base.texts import N_, P_
from coachlog.schema.common_fields import of_person
from coachlog.schema.field import (
    CODE,
    CREATED_AT,
    DAY,
    ID,
    NUMBER,
    NUMBERED,
    PAST,
    REFERENCE,
    TEXT,
    Entry,
    Field,
    Naming,
    Noun,
    Table,
    shared,
)

INDICATORS = ("stress", "motivation", "learning", "balance")
RISKS = ("workload", "emotional", "variety", "autonomy", "support", "conditions")
"""The lenses: four indicators, then six characteristics of the job."""

UP = N_("What would move one of these figures up a point?")


def _figure(lens: str, label: str, question: str, heading: str = "") -> Field:
    """Return a figure from 0 to 10 for one lens.

    *heading* is the name alone, where the label also says what 10 means: `Workload`.

    The questions are in words of our own; none is an item of a survey.
    """
    entry = Entry(N_("0 to 10"), question)
    return shared(lens, label, NUMBER, entry=entry, heading=heading)


WORKABILITY = Table(
    "workability",
    Naming(
        N_("check-in {n}"),
        P_("{n} check-in", "{n} check-ins"),
        ("number",),
    ),
    (
        ID,
        NUMBERED,
        of_person(N_("With whom?")),
        shared(
            "checked_on",
            N_("Date"),
            DAY,
            required=True,
            entry=Entry(N_("A day other than today."), None, option="on", day=PAST),
        ),
        _figure(
            "stress",
            N_("Work stress (10 = little)"),
            N_("After an ordinary working day, how much energy do you have left for yourself?"),
            N_("Work stress"),
        ),
        _figure(
            "motivation",
            N_("Motivation"),
            N_("How much do you look forward to starting your working day here?"),
        ),
        _figure(
            "learning",
            N_("Learning opportunities"),
            N_("To what extent does this job teach you things that help you forward?"),
        ),
        _figure(
            "balance",
            N_("Work-life balance"),
            N_("How well do your work and your private life go together?"),
        ),
        _figure(
            "workload",
            N_("Workload (10 = manageable)"),
            N_("How well does the work fit into the time you have?"),
            N_("Workload"),
        ),
        _figure(
            "emotional",
            N_("Emotional demands (10 = bearable)"),
            N_(
                "How much does contact with people at work take out of you?"
                " (0 = a lot, 10 = very little)"
            ),
            N_("Emotional demands"),
        ),
        _figure(
            "variety",
            N_("Task variety"),
            N_("How much variety does your work offer, to your taste?"),
        ),
        _figure(
            "autonomy",
            N_("Autonomy"),
            N_("How much room do you have to arrange your work yourself?"),
        ),
        _figure(
            "support",
            N_("Support from the manager"),
            N_("To what extent can you count on your manager when you need help?"),
        ),
        _figure(
            "conditions",
            N_("Physical load"),
            N_(
                "How hard is your work on your body: lifting, posture, noise, heat?"
                " (0 = very hard, 10 = not at all)"
            ),
        ),
        shared(
            "note",
            N_("Note"),
            TEXT,
            searched=False,
            entry=Entry(UP, UP),
        ),
        shared("trajectory_id", N_("Trajectory"), REFERENCE, of="trajectory", required=True),
        CREATED_AT,
    ),
    since=3,
    noun=Noun(
        "checkins",
        N_("Which check-in?"),
        N_("the number of the check-in"),
        (
            "werkbaarheid, werkbaar, check-in, checkin, faisabilite, workable, faisable, "
            "travail faisable, point sur le travail",
            "check-ins, checkins, points sur le travail",
        ),
        describing_sql="checked_on",
    ),
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
