"""Reads, saves and withdraws what somebody agreed to, such as to be named in a log."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.journal.common.reads import View, not_found

if TYPE_CHECKING:
    from coachlog.journal.coachee.lookup import Person
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work

TALKS, WORKABILITY, HEALTH = "talks", "workability", "health"
LOG, RELEASE = "log", "release"

NOT_VOLUNTARY = ("manager", "onboarding", "own")
"""The kinds of trajectory whose talks are part of leading or of reception, or with oneself."""


class ConsentLine(NamedTuple):
    """A row of the view `consents`, in its order."""

    number: int
    coachee: str
    about: str
    agreed_on: str
    withdrawn_on: str | None
    words: str | None


class ConsentFilter(NamedTuple):
    """Which consents to list: those that match every field that is not None."""

    coachee: str | None = None
    about: str | None = None


class Traces(NamedTuple):
    """How many check-ins and lenses of goals are erased when a consent is withdrawn."""

    checkins: int
    lenses: int


CONSENTS = View(
    "consents",
    ConsentLine,
    not_found("consent", N_("There is no consent {number}.")),
    ConsentFilter(),
    order="agreed_on desc, number desc",
    table="consent",
)


def consents(reader: "Reader", coachee: str) -> list[ConsentLine]:
    """Return the consents of a person, oldest first, withdrawn or not."""
    condition = "where coachee = :coachee order by agreed_on, withdrawn_on nulls last, number"
    return CONSENTS.all(reader, condition, coachee=coachee)


def consent_day(reader: "Reader", coachee_id: str, about: str = WORKABILITY) -> str | None:
    """Return the day of the consent *about* it that is in force, as ISO text, or None."""
    agreed_on: str | None = reader.value(
        "select max(agreed_on) from consent"
        " where coachee_id = :id and about = :about and withdrawn_on is null",
        id=coachee_id,
        about=about,
    )
    return agreed_on


_WITHDRAWN = {
    TALKS: (
        N_("{name} no longer wants these talks since {day}."),
        N_("Did they agree again? Note it: coachlog consent new --coachee {handle} --about talks"),
    ),
    WORKABILITY: (
        N_("{name} withdrew the consent to notes about workable work."),
        N_("Has consent been given again? Note it: coachlog workability consent {handle}"),
    ),
    RELEASE: (
        N_("{name} withdrew the consent to passing texts on, on {day}."),
        N_(
            "Did they agree again? Note it: coachlog consent new --coachee {handle} --about release"
        ),
    ),
}
"""By what was agreed to: why something is refused once that was withdrawn, and the remedy."""


def withdrawal_day(reader: "Reader", coachee_id: str, about: str) -> str | None:
    """Return the day on which a consent was withdrawn, as ISO text, where none is in force now."""
    sql = "select max(withdrawn_on) from consent where coachee_id = :id and about = :about"
    day: str | None = reader.value(sql, id=coachee_id, about=about)
    return day if day and not consent_day(reader, coachee_id, about) else None


def refuse_talk(reader: "Reader", coachee_id: str, kind: str | None, day: str) -> None:
    """Raise RefusedError where the person wants no more talks since before *day*.

    Talks of a *kind* of trajectory that is not voluntary are not refused.
    """
    since = withdrawal_day(reader, coachee_id, TALKS)
    if since and since < day and kind not in NOT_VOLUNTARY:
        refuse_withdrawn(reader, coachee_id, TALKS)


def refuse_talk_in(reader: "Reader", trajectory_id: str, day: str) -> None:
    """Raise RefusedError for a talk of that trajectory which `refuse_talk` refuses."""
    sql = "select {} from trajectory where id = :id"
    coachee_id = str(reader.value(sql.format("coachee_id"), id=trajectory_id))
    refuse_talk(reader, coachee_id, reader.value(sql.format("kind"), id=trajectory_id), day)


def refuse_withdrawn(
    reader: "Reader", coachee_id: str, about: str = WORKABILITY, on: str = "9999-12-31"
) -> None:
    """Raise RefusedError where a consent was withdrawn by the day *on*, and none is in force."""
    day = withdrawal_day(reader, coachee_id, about)
    if day is None or day > on:
        return
    handle = reader.value("select handle from coachee where id = :id", id=coachee_id)
    name = reader.value("select name from coachee where id = :id", id=coachee_id)
    raise RefusedError(*_WITHDRAWN[about], name=name, handle=handle, day=day)


def add_consent(work: "Work", person: "Person", day: str, about: str = WORKABILITY) -> bool:
    """Save the consent of a person on *day*; return False where one is in force already."""
    if consent_day(work, person.id, about):
        return False
    values = {"coachee_id": person.id, "about": about, "agreed_on": day}
    work.add("consent", values)
    return True


def count_traces(reader: "Reader", person: "Person") -> Traces:
    """Count what a withdrawal would erase, apart from the history."""
    checkins = "select count(*) from workability where coachee_id = :id"
    lenses = (
        "select count(*) from goal_lens where goal_id in"
        " (select id from goal where coachee_id = :id)"
    )
    return Traces(
        int(reader.value(checkins, id=person.id)), int(reader.value(lenses, id=person.id))
    )


def end_consent(work: "Work", person: "Person", day: str, about: str) -> None:
    """Save on which day a person withdrew the consent *about* it, if one is in force."""
    work.execute(
        "update consent set withdrawn_on = max(:day, agreed_on)"
        " where coachee_id = :id and about = :about and withdrawn_on is null",
        day=day,
        id=person.id,
        about=about,
    )
