"""Columns that several tables have, each made in one place."""

from collections.abc import Mapping, Sequence

from coachlog.base.texts import N_
from coachlog.schema.field import (
    ALWAYS,
    AT_FIRST,
    CODE,
    DAY,
    IN_JSON,
    LATER,
    OVER,
    PAST,
    REFERENCE,
    Entry,
    Field,
    program,
    shared,
)


def of_person(question: str) -> Field:
    """Return the column of the person whose record it is: asked first, never changed by hand."""
    help_text = N_("Short name or full name.")
    entry = Entry(help_text, question, required=True, given=AT_FIRST)
    return shared("coachee_id", N_("Person"), REFERENCE, of="coachee", required=True, entry=entry)


def status_of(words: Mapping[str, str], help_text: str, by_hand: Sequence[str] = ()) -> Field:
    """Return the column of a status, one of *words*, which is given with a later change.

    *by_hand* are the codes that people may give, where they may not give all.
    """
    entry = Entry(help_text, given=LATER, words=by_hand)
    return shared("status", N_("Status"), CODE, words=words, required=True, entry=entry)


def closed_on(label: str = N_("Closed on"), since: int = 1) -> Field:
    """Return the column of the day on which a record was closed; people give it in JSON only."""
    return shared("closed_on", label, DAY, since=since, entry=Entry(given=IN_JSON, day=PAST))


def noted_on(
    name: str, label: str, *, question: str | None = "", given: str = ALWAYS, heading: str = ""
) -> Field:
    """Return the column of the day of a record: today, or that of `--on`, never a future one."""
    help_text = N_("The day; today if left out.")
    entry = Entry(help_text, question, option="on", day=OVER, given=given)
    return shared(name, label, DAY, required=True, heading=heading, entry=entry)


def for_goal(stays: tuple[str, str]) -> Field:
    """Return the column of the goal that a record is for, which people give by its number."""
    entry = Entry(N_("The number of the goal it is for."), question=None)
    return shared("goal_id", N_("Goal"), REFERENCE, of="goal", stays=stays, entry=entry)


def to_contact(stays: tuple[str, str]) -> Field:
    """The contact whose name was typed: the program links it, beside the text of that name."""
    linked = program("contact_id", REFERENCE, since=6)
    return linked._replace(of="contact", stays=stays)
