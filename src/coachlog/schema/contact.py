"""A person inside or outside the organisation who helps to find solutions."""

from coachlog.base.texts import N_, P_
from coachlog.schema.field import (
    CODE,
    CREATED_AT,
    DAY,
    ID,
    LINE,
    NAME,
    NUMBERED,
    OVER,
    RHYTHM,
    TEXT,
    Entry,
    Naming,
    Noun,
    Table,
    shared,
)

INTERNAL, EXTERNAL = "internal", "external"
PLACES = {INTERNAL: N_("Inside the organisation"), EXTERNAL: N_("Outside the organisation")}
YES_NAMED, ASK_FIRST = "yes_named", "ask_first"
MAY_BE_NAMED = {
    YES_NAMED: N_("Yes: the name may be given"),
    ASK_FIRST: N_("Ask them first"),
    "not_named": N_("No: for me only"),
}
NOT_KEPT = N_("No private notes about a contact, and nothing about health, family or beliefs.")

CONTACT = Table(
    "contact",
    Naming(
        N_("contact {n} ({text})"),
        P_("{n} contact", "{n} contacts"),
        ("number", "name"),
        brief=N_("contact {n}"),
        found_as=N_("Contact {n}"),
    ),
    (
        ID,
        NUMBERED,
        shared(
            "name",
            N_("Name"),
            NAME,
            required=True,
            entry=Entry(N_("First name and last name."), N_("Who is it?"), required=True),
        ),
        shared(
            "location",
            N_("Inside or outside"),
            CODE,
            words=PLACES,
            required=True,
            shown_as="where",
            entry=Entry(
                N_("internal or external."),
                N_("Inside the organisation, or outside?"),
                required=True,
            ),
        ),
        shared(
            "organisation",
            N_("Organisation or department"),
            LINE,
            entry=Entry(N_("Where this person works."), N_("Where does this person work?")),
        ),
        shared(
            "expertise",
            N_("Can help with"),
            TEXT,
            entry=Entry(
                N_("What this person can help with, a few words each."),
                N_("What can this person help with? A few words each."),
                hints=(NOT_KEPT,),
            ),
        ),
        shared(
            "reach",
            N_("How to reach"),
            LINE,
            searched=False,
            entry=Entry(N_("E-mail or phone."), N_("How do you reach this person?")),
        ),
        shared(
            "may_be_named",
            N_("May be named"),
            CODE,
            words=MAY_BE_NAMED,
            required=True,
            entry=Entry(
                N_("yes_named, ask_first or not_named; ask_first if left out."),
                N_("May you give this name to the people you talk with?"),
                default=ASK_FIRST,
            ),
        ),
        shared(
            "rhythm_days",
            N_("Keep in touch every"),
            RHYTHM,
            heading=N_("Days"),
            entry=Entry(
                N_("For example 90 (days), 6w or 3m."),
                N_("How often do you want to be in touch?"),
                hints=(N_("Leave it empty if it does not matter."),),
            ),
        ),
        shared(
            "in_touch_on",
            N_("Last in touch"),
            DAY,
            entry=Entry(N_("When you were last in touch."), None, option="in-touch", day=OVER),
        ),
        CREATED_AT,
    ),
    since=6,
    noun=Noun(
        "contacts",
        N_("Which contact?"),
        N_("the number of the contact"),
        ("contactpersoon, relatie, relation", "contacten, contactpersonen, contacts, relaties"),
        whose='"where"',
        of_coach=True,
        called="name",
    ),
)
