"""Saves released copies, and that they were handed over or withdrawn."""

from typing import TYPE_CHECKING

from coachlog.base.errors import NotFoundError, RefusedError
from coachlog.base.texts import N_
from coachlog.journal.coachee.consents.queries import RELEASE, refuse_withdrawn
from coachlog.journal.release.queries import (
    NOT_FOR_THE_FILE,
    RELEASES,
    Copy,
    line,
    name_if_appraised,
)

if TYPE_CHECKING:
    from coachlog.store.work import Work


def release(work: "Work", session: int, copy: Copy) -> int:
    """Save a copy of a text of a conversation, and return its number.

    Raises RefusedError for a copy into the personnel file of somebody whom the coach appraises.
    """
    if copy.personnel_file:
        appraised_name = name_if_appraised(work, "session", session)
        if appraised_name:
            raise RefusedError(*NOT_FOR_THE_FILE, name=appraised_name)
    return _keep(work, "session", session, copy)


def release_goal(work: "Work", goal: int, copy: Copy) -> int:
    """Save a copy of a goal, and return its number."""
    return _keep(work, "goal", goal, copy)


def hand_over(work: "Work", number: int, day: str) -> bool:
    """Save that a copy was handed over on *day*; return False if that is saved already.

    Raises NotFoundError, and RefusedError if it was withdrawn or agreed on later.
    """
    copy = line(work, number)
    if copy.withdrawn_on:
        noun, source = ("goal", copy.goal) if copy.goal else ("session", copy.session)
        raise RefusedError(
            N_("Released text {number} was withdrawn on {day}: it may not be handed over."),
            N_("Agreed after all? Release it again: coachlog {noun} release {source}"),
            number=number,
            day=copy.withdrawn_on,
            noun=noun,
            source=source,
        )
    if day < copy.released_on:
        raise RefusedError(
            N_("The agreement on released text {number} dates from {day}, which is later."),
            N_("Give a later day with --on."),
            number=number,
            day=copy.released_on,
        )
    if copy.handed_over_on == day:
        return False
    work.update("release", RELEASES.id_of(work, number), {"handed_over_on": day})
    return True


def withdraw(work: "Work", number: int, day: str) -> bool:
    """Withdraw a copy that was not handed over; return False if it was withdrawn already.

    Raises NotFoundError, and RefusedError if it was handed over.
    """
    copy = line(work, number)
    if copy.handed_over_on:
        raise RefusedError(
            N_("Released text {number} was handed over on {day}: it cannot be withdrawn any more."),
            N_("Talk to the person who has it. The copy stays, so that you know what it says."),
            number=number,
            day=copy.handed_over_on,
        )
    if copy.withdrawn_on:
        return False
    work.update("release", RELEASES.id_of(work, number), {"withdrawn_on": day})
    return True


def _keep(work: "Work", noun: str, number: int, copy: Copy) -> int:
    """Save *copy*, of the `session` or `goal` with that number, and return its own number."""
    source_id = work.value(f"select id from {noun} where number = :number", number=number)  # noqa: S608 - two names of our own
    if source_id is None:  # removed while the questions were asked
        raise NotFoundError(
            N_("What you want to release is no longer there."), N_("Nothing was released.")
        )
    coachee_id = work.value(f"select coachee_id from {noun} where id = :id", id=source_id)  # noqa: S608 - as above
    refuse_withdrawn(work, str(coachee_id), RELEASE, copy.released_on)
    return work.add("release", {f"{noun}_id": source_id, **copy._asdict()}).number


def withdraw_open(work: "Work", coachee_id: str, day: str) -> list[int]:
    """Withdraw all copies about a person that were not handed over, and return their numbers."""
    sql = (
        "select r.number from release r left join session s on s.id = r.session_id"
        " left join goal g on g.id = r.goal_id"
        " where coalesce(s.coachee_id, g.coachee_id) = :id"
        " and r.handed_over_on is null and r.withdrawn_on is null order by r.number"
    )
    numbers = list(work.rows(int, sql, id=coachee_id))
    for number in numbers:
        withdraw(work, number, day)
    return numbers
