"""Reads, saves and withdraws consent: to notes about workable work, to be named in a log."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.journal.common.reads import View

if TYPE_CHECKING:
    from coachlog.journal.coachee.queries import Person
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work

WORKABILITY, LOG = "workability", "log"


class ConsentLine(NamedTuple):
    """A row of the view `consents`, in its order."""

    coachee: str
    about: str
    agreed_on: str
    withdrawn_on: str | None


class Traces(NamedTuple):
    """How many check-ins and lenses of goals are erased when a consent is withdrawn."""

    checkins: int
    lenses: int


CONSENTS = View("consents", ConsentLine)


def consents(reader: "Reader", coachee: str) -> list[ConsentLine]:
    """Return the consents of a person, oldest first, withdrawn or not."""
    condition = "where coachee = :coachee order by agreed_on, withdrawn_on nulls last"
    return CONSENTS.all(reader, condition, coachee=coachee)


def given(reader: "Reader", coachee_id: str, about: str = WORKABILITY) -> str | None:
    """Return the day of the consent *about* it that is in force, as ISO text, or None."""
    agreed_on: str | None = reader.value(
        "select max(agreed_on) from consent"
        " where coachee_id = :id and about = :about and withdrawn_on is null",
        id=coachee_id,
        about=about,
    )
    return agreed_on


def refuse_withdrawn(reader: "Reader", coachee_id: str) -> None:
    """Raise RefusedError where a consent was withdrawn and no new one is in force."""
    sql = "select 1 from consent where coachee_id = :id and about = :about limit 1"
    never_asked = reader.value(sql, id=coachee_id, about=WORKABILITY) is None
    if never_asked or given(reader, coachee_id):
        return
    handle = reader.value("select handle from coachee where id = :id", id=coachee_id)
    name = reader.value("select name from coachee where id = :id", id=coachee_id)
    raise RefusedError(
        N_("{name} withdrew the consent to notes about workable work."),
        N_("Has consent been given again? Note it: coachlog workability consent {handle}"),
        name=name,
        handle=handle,
    )


def give(work: "Work", person: "Person", day: str, about: str = WORKABILITY) -> bool:
    """Save the consent of a person on *day*; return False where one is in force already."""
    if given(work, person.id, about):
        return False
    values = {"coachee_id": person.id, "about": about, "agreed_on": day}
    work.insert("consent", {**values, "created_at": work.now})
    return True


def traces(reader: "Reader", person: "Person") -> Traces:
    """Count what a withdrawal would erase, apart from the history."""
    checkins = "select count(*) from workability where coachee_id = :id"
    lenses = (
        "select count(*) from goal_lens where goal_id in"
        " (select id from goal where coachee_id = :id)"
    )
    return Traces(
        int(reader.value(checkins, id=person.id)), int(reader.value(lenses, id=person.id))
    )


def end(work: "Work", person: "Person", day: str, about: str) -> None:
    """Save on which day a person withdrew the consent *about* it, if one is in force."""
    work.execute(
        "update consent set withdrawn_on = max(:day, agreed_on)"
        " where coachee_id = :id and about = :about and withdrawn_on is null",
        day=day,
        id=person.id,
        about=about,
    )


def withdraw(work: "Work", person: "Person", day: str) -> None:
    """Save the withdrawal, and erase what that consent allowed, in the history as well.

    Check-ins and lenses of goals are gone for good: undo cannot bring them back.
    """
    from coachlog.store.purge import ids_ever_referring, purge  # rarely needed

    end(work, person, day, WORKABILITY)
    goals = ids_ever_referring(work, "goal", "coachee_id", [person.id])
    erased = {
        "workability": ids_ever_referring(work, "workability", "coachee_id", [person.id]),
        "goal_lens": ids_ever_referring(work, "goal_lens", "goal_id", goals),
    }
    of_person = ids_ever_referring(work, "consent", "coachee_id", [person.id])
    about_this = ids_ever_referring(work, "consent", "about", [WORKABILITY])
    purge(work, erased, forget={"consent": sorted({*of_person} & {*about_this})})
