"""Hours of practice from before the journal, or from an old sheet: an opening balance."""

from coachlog.base.texts import N_, P_
from coachlog.schema.field import (
    CREATED_AT,
    DAY,
    ID,
    NUMBER,
    NUMBERED,
    OVER,
    Entry,
    Naming,
    Noun,
    Table,
    shared,
)
from coachlog.schema.field import HOURS as IN_HOURS

HOURS_MOST = 100_000
"""The most hours of a balance: more than anybody works in a life."""

HOURS = Table(
    "hours",
    Naming(
        N_("opening balance {n}"),
        P_("{n} opening balance", "{n} opening balances"),
        ("number", "until_on"),
        found_as=N_("Opening balance {n}"),
    ),
    (
        ID,
        NUMBERED,
        shared(
            "until_on",
            N_("Until"),
            DAY,
            required=True,
            entry=Entry(
                N_("The last day of these hours; talks until then are not counted twice."),
                N_("Until which day?"),
                option="until",
                required=True,
                day=OVER,
            ),
        ),
        shared(
            "minutes",
            N_("Hours"),
            IN_HOURS,
            required=True,
            shown_as="hours",
            entry=Entry(
                N_("40, 40.5 or 40:30."),
                N_("How many hours?"),
                required=True,
                low=1,
                high=HOURS_MOST * 60,
            ),
        ),
        shared(
            "paid_minutes",
            N_("Paid hours"),
            IN_HOURS,
            shown_as="paid",
            entry=Entry(
                N_("How many of them were paid; none if left out."),
                N_("How many of them were paid?"),
                high=HOURS_MOST * 60,
            ),
        ),
        shared(
            "clients",
            N_("Clients"),
            NUMBER,
            entry=Entry(
                N_("How many people; nobody whom you also have here."),
                N_("With how many people?"),
                high=100_000,
            ),
        ),
        CREATED_AT,
    ),
    since=12,
    noun=Noun(
        "balances",
        N_("Which opening balance?"),
        N_("the number of the opening balance"),
        ("beginsaldo, balance, solde de depart", "beginsaldo's, balances, soldes de depart"),
        whose="until_on",
        of_coach=True,
    ),
)
