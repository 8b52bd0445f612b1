"""A text released to somebody else, word for word."""

from coachlog.base.texts import N_, P_
from coachlog.schema.field import (
    AHEAD,
    CREATED_AT,
    DAY,
    FLAG,
    ID,
    IN_JSON,
    LINE,
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


def _of_goal(name: str, label: str, kind: str = TEXT, day: str = AHEAD) -> Field:
    """Return a column that only a released goal has."""
    return shared(name, label, kind, since=4, entry=Entry(given=IN_JSON, day=day))


RELEASE = Table(
    "release",
    Naming(
        N_("released text {n} for {whom}"),
        P_("{n} released text", "{n} released texts"),
        ("number", "to_whom"),
        brief=N_("released text {n}"),
        found_as=N_("Released text {n}"),
    ),
    (
        ID,
        NUMBERED,
        shared("session_id", N_("Conversation"), REFERENCE, of="session"),
        shared("goal_id", N_("Goal"), REFERENCE, of="goal", since=4),
        shared(
            "text",
            N_("Released text"),
            TEXT,
            required=True,
            entry=Entry(
                question=N_("Which text may be passed on, word for word?"),
                required=True,
            ),
        ),
        _of_goal("why", N_("Why")),
        _of_goal("steps", N_("How I learn it")),
        _of_goal("signs", N_("Expected result")),
        _of_goal("milestone", N_("Results so far")),
        _of_goal("provided", N_("What the employer provides")),
        _of_goal("starts_on", N_("Start"), DAY, PAST),
        _of_goal("target_on", N_("Due"), DAY),
        shared(
            "to_whom",
            N_("Released to"),
            LINE,
            required=True,
            entry=Entry(
                N_("Who it may be passed on to."),
                N_("Who is it for?"),
                option="to",
                required=True,
            ),
        ),
        shared(
            "agreed_by",
            N_("Agreed by"),
            LINE,
            required=True,
            entry=Entry(
                N_("Who agreed to this very text."),
                N_("Who agreed to this very text?"),
                required=True,
            ),
        ),
        shared(
            "personnel_file",
            N_("Goes into the personnel file"),
            FLAG,
            since=4,
            entry=Entry(
                N_(
                    "Whether it goes into the personnel file; needed where you appraise the person."
                ),
                N_("Does it go into the personnel file?"),
            ),
        ),
        shared(
            "released_on",
            N_("Released on"),
            DAY,
            required=True,
            entry=Entry(given=IN_JSON, day=PAST, required=True),
        ),
        shared("handed_over_on", N_("Handed over on"), DAY, entry=Entry(given=IN_JSON, day=PAST)),
        shared("withdrawn_on", N_("Withdrawn on"), DAY, entry=Entry(given=IN_JSON, day=PAST)),
        CREATED_AT,
    ),
    since=2,
    noun=Noun("releases"),
)
